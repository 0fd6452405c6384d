import { useMemo, useState } from 'react';
import { type BoardSnapshot, type Card, byRank, dayAt } from '@baton/domain';
import { asksReason, deadlineOfCard } from '../board/begun';
import type { CardScene } from '../board/TaskCard';
import { useBoardCommands } from '../board/useBoardCommands';
import { useViewer } from '../session/viewer';
import { dayInWords } from '../time/words';
import { CalendarView } from './CalendarView';
import type { Places } from './lanes';
import { ReasonDialog } from '../board/ReasonDialog';
import { TimelineView } from './TimelineView';

interface ScheduleViewProps {
  view: 'calendar' | 'timeline';
  board: BoardSnapshot;
  cards: readonly Card[];
  scene: CardScene;
  canEdit: boolean;
  onOpen: (taskId: string) => void;
}

/** The board by days. A deadline that is dragged asks why when it is close, before anything is sent. */
export function ScheduleView({ view, board, cards, scene, canEdit, onOpen }: ScheduleViewProps) {
  const { me } = useViewer();
  const commands = useBoardCommands(board);
  const [asked, setAsked] = useState<{ card: Card; day: string } | null>(null);
  const move = (card: Card, day: string, why?: string) => {
    const deadline = deadlineOfCard(card, board.zone);
    void commands.edit([card.id], {
      dueOn: day,
      dueTime: deadline?.time ?? null,
      dueZone: deadline?.zone ?? board.zone,
      ...(why && { why }),
    });
  };
  const onMoveDeadline = (taskId: string, day: string) => {
    const card = board.cards.find(({ id }) => id === taskId);
    if (!card || card.dueOn === day) return;
    if (asksReason(board, card, scene.now)) setAsked({ card, day });
    else move(card, day);
  };
  const places = useMemo<Places>(
    () => ({ word: 'column', all: [...board.columns].sort(byRank), of: (card) => card.columnId }),
    [board.columns],
  );
  const Shown = view === 'calendar' ? CalendarView : TimelineView;
  return (
    <>
      <Shown
        cards={cards}
        places={places}
        people={board.people}
        keyOf={(card) => `${board.key}-${card.number}`}
        readerZone={scene.zone}
        now={scene.now}
        canEdit={canEdit && !!me}
        onOpen={onOpen}
        onMoveDeadline={onMoveDeadline}
      />
      {asked && (
        <ReasonDialog
          what={`${board.key}-${asked.card.number} moves to ${dayInWords(asked.day, dayAt(scene.zone, scene.now))}`}
          onGive={(why) => {
            move(asked.card, asked.day, why);
            setAsked(null);
          }}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}
