import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { type BoardPerson, type Card, type WorkspaceSchedule, assumedCalendar, boundOf, dayAt, needsReason } from '@baton/domain';
import { calendarOfPerson } from '../board/moveScene';
import { useCommand } from '../command/useCommand';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { PageHeader } from '../shell/PageHeader';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import { CalendarView } from './CalendarView';
import type { Places } from './lanes';
import { ReasonDialog } from '../board/ReasonDialog';
import { TimelineView } from './TimelineView';

const ScheduleDocument = graphql(`
  query WorkspaceSchedule($workspaceId: ID!) {
    workspaceSchedule(workspaceId: $workspaceId)
  }
`);

type Scheduled = WorkspaceSchedule['cards'][number];
const nothing: WorkspaceSchedule = { boards: [], people: [], cards: [] };

/** Deadlines of all boards, as a timeline by owner or by board, or as a calendar. */
export function SchedulePage() {
  const { workspace } = useViewer();
  const { run } = useCommand();
  const navigate = useNavigate();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState<{ card: Scheduled; day: string } | null>(null);
  const { data, error, refetch } = useQuery(ScheduleDocument, {
    variables: { workspaceId: workspace.id },
    fetchPolicy: 'cache-and-network',
  });
  const { boards, people, cards } = (data?.workspaceSchedule as WorkspaceSchedule | undefined) ?? nothing;
  const byId = useMemo(() => new Map(boards.map((board) => [board.id, board])), [boards]);
  const places = useMemo<Places>(() => ({ word: 'board', all: boards, of: (card) => (card as Scheduled).boardId }), [boards]);
  const keyOf = (card: Card) => `${byId.get((card as Scheduled).boardId)?.key ?? ''}-${card.number}`;
  const zone = readerZone();
  const move = async (card: Scheduled, day: string, why?: string) => {
    const board = byId.get(card.boardId);
    await run({
      boardId: card.boardId,
      operation: 'editTasks',
      input: { taskIds: [card.id], dueOn: day, dueTime: card.dueTime, dueZone: card.dueZone ?? board?.zone ?? zone, ...(why && { why }) },
      words: `Moved ${keyOf(card)} to ${dayInWords(day, dayAt(zone, now))}`,
      undo: 'toast',
    });
    await refetch();
  };
  const onMoveDeadline = (taskId: string, day: string) => {
    const card = cards.find(({ id }) => id === taskId);
    if (!card || card.dueOn === day || !byId.get(card.boardId)?.canEdit) return;
    if (isClose(card, people, now)) setAsked({ card, day });
    else void move(card, day);
  };
  const view = params.get('view') === 'calendar' ? 'calendar' : 'timeline';
  const Shown = view === 'calendar' ? CalendarView : TimelineView;
  return (
    <>
      <PageHeader title={<h1 style={{ all: 'unset' }}>Timeline</h1>} context="Deadlines of all boards.">
        <Group gap={4} role="group" aria-label="View">
          {(['timeline', 'calendar'] as const).map((one) => (
            <Button
              key={one}
              size="xs"
              variant={one === view ? 'light' : 'default'}
              aria-pressed={one === view}
              onClick={() => setParams(one === 'timeline' ? {} : { view: one })}
            >
              {one === 'timeline' ? 'Timeline' : 'Calendar'}
            </Button>
          ))}
        </Group>
      </PageHeader>
      {error && !data && <Alert color="orange">{sentenceFor(error)}</Alert>}
      {data && (
        <Shown
          cards={cards}
          places={places}
          people={people}
          keyOf={keyOf}
          readerZone={zone}
          now={now}
          canEdit={boards.some((board) => board.canEdit)}
          onOpen={(taskId) => {
            const card = cards.find(({ id }) => id === taskId);
            if (card) void navigate(`/b/${byId.get(card.boardId)?.key ?? ''}/${card.number}`);
          }}
          onMoveDeadline={onMoveDeadline}
        />
      )}
      {asked && (
        <ReasonDialog
          what={`${keyOf(asked.card)} moves to ${dayInWords(asked.day, dayAt(zone, now))}`}
          onGive={(why) => {
            void move(asked.card, asked.day, why);
            setAsked(null);
          }}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** Whether moving this deadline asks for a reason (K3). */
function isClose(card: Card, people: readonly BoardPerson[], now: number): boolean {
  if (card.dueOn === null || card.dueZone === null) return false;
  const owner = people.find(({ id }) => id === card.ownerId);
  const calendar = owner ? calendarOfPerson(owner) : assumedCalendar(card.dueZone);
  return needsReason(calendar, boundOf({ on: card.dueOn, time: card.dueTime, zone: card.dueZone }), now);
}
