import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type BoardSnapshot, type Card, dayAt } from '@baton/domain';
import { asksReason, deadlineOfCard } from '../board/begun';
import type { CardScene } from '../board/TaskCard';
import { useBoardCommands } from '../board/useBoardCommands';
import { useViewer } from '../session/viewer';
import { dayInWords } from '../time/words';
import { CalendarView } from './CalendarView';
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
  const Shown = view === 'calendar' ? CalendarView : TimelineView;
  return (
    <>
      <Shown
        cards={cards}
        columns={board.columns}
        people={board.people}
        boardKey={board.key}
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

/** Asks why a deadline that is close or past moves. */
function ReasonDialog({ what, onGive, onCancel }: { what: string; onGive: (why: string) => void; onCancel: () => void }) {
  const [why, setWhy] = useState('');
  return (
    <Modal opened onClose={onCancel} title="Why does it move?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (why.trim()) onGive(why.trim());
        }}
      >
        <Stack>
          <Text size="sm">{what}. Its deadline is close or past, so whoever waits for it reads why.</Text>
          <TextInput
            label="Why it moves"
            value={why}
            onChange={(e) => setWhy(e.currentTarget.value)}
            maxLength={300}
            data-autofocus
            dir="auto"
          />
          <Group>
            <Button type="submit" disabled={!why.trim()}>
              Move it
            </Button>
            <Button variant="subtle" color="gray" onClick={onCancel}>
              Leave it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
