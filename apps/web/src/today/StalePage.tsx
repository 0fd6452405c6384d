import { useQuery } from '@apollo/client/react';
import { Alert, Button, Checkbox, Kbd, TextInput } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { type BoardSnapshot, type StaleTask, may, normsOf } from '@baton/domain';
import { BoardProvider, useBoard } from '../board/useBoard';
import { onBoardEvent } from '../command/fold';
import { useCommand } from '../command/useCommand';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { DateField } from '../time/DateField';
import type { Due } from '../time/dates';
import { deadlineInWords, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords, dayOf } from '../time/words';
import { sentenceFor, sentenceOf } from '../ui/refusals';
import { DidLine } from './DidLine';
import { useStaleKeys } from './useStaleKeys';
import { useUndo } from './useUndo';
import rows from './Row.module.css';
import page from './TodayPage.module.css';
import cu from './CatchUpPage.module.css';
import css from './Status.module.css';

const StaleTasksDocument = graphql(`
  query StaleTasks($boardId: ID!) {
    staleTasks(boardId: $boardId)
  }
`);

/** What is being worked on and did not move: kept, dropped or given another day, one after the other or all at once. */
export function StalePage() {
  const { key = '' } = useParams();
  const { workspace } = useViewer();
  const { board, error } = useBoard(workspace.id, key);
  if (error) return <NotFound what="board" />;
  return board ? (
    <BoardProvider value={board}>
      <Stale board={board} />
    </BoardProvider>
  ) : null;
}

/** The list, read again when anything happens on the board. */
function useStale(boardId: string) {
  const { data, error, refetch } = useQuery(StaleTasksDocument, {
    variables: { boardId },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    context: { queryDeduplication: false },
  });
  useEffect(() => onBoardEvent((event) => void (event.boardId === boardId && refetch().catch(() => undefined))), [boardId, refetch]);
  return { tasks: data?.staleTasks as StaleTask[] | undefined, error: data ? undefined : error };
}

function Stale({ board }: { board: BoardSnapshot }) {
  const { me } = useViewer();
  const navigate = useNavigate();
  const { run } = useCommand();
  const now = useNow();
  const { tasks, error } = useStale(board.id);
  const undo = useUndo();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const canEdit = may({ personId: me.id, role: board.myRole }, 'task.edit') && !board.archivedAt;
  const { staleDays } = normsOf(board.workspaceNorms, board.norms);
  const dropped = board.columns.find((column) => column.class === 'dropped');
  const there = (tasks ?? []).filter(({ id }) => chosen.has(id)).map(({ id }) => id);

  const toggle = useCallback(
    (id: string) =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const act = async (
    ids: readonly string[],
    command: { operation: 'keepTasks' | 'moveTasks' | 'archiveTasks' | 'editTasks'; words: string; more?: object },
  ) => {
    if (ids.length === 0) return setFault('Choose a task first: j and k move, x chooses.');
    setFault(null);
    const words = `${command.words} ${ids.length === 1 ? (tasks?.find(({ id }) => id === ids[0])?.title ?? 'a task') : `${ids.length} tasks`}`;
    const { refusal } = await run({ boardId: board.id, operation: command.operation, input: { taskIds: ids, ...command.more }, words });
    if (refusal) return setFault(sentenceOf(refusal));
    if (command.operation !== 'editTasks' && command.operation !== 'keepTasks' && why.trim())
      await run({ boardId: board.id, operation: 'editTasks', input: { taskIds: ids, why }, words: 'Said why', undo: 'none' });
    setChosen(new Set());
    return setWhy('');
  };
  const keep = (ids: readonly string[]) => act(ids, { operation: 'keepTasks', words: 'Kept' });
  const drop = (ids: readonly string[]) =>
    dropped
      ? act(ids, { operation: 'moveTasks', words: 'Dropped', more: { columnId: dropped.id, afterTaskId: null } })
      : act(ids, { operation: 'archiveTasks', words: 'Archived' });
  const redate = (ids: readonly string[], due: Due | null) =>
    due &&
    void act(ids, {
      operation: 'editTasks',
      words: `Due ${dayInWords(due.day, dayOf(new Date(now)))}:`,
      more: { dueOn: due.day, dueTime: due.time, why: why.trim() || 'Looked at again: it did not move' },
    });
  useStaleKeys({
    list,
    act: (key, id) => {
      const ids = there.length > 0 ? there : [id];
      if (key === 'choose') toggle(id);
      else if (key === 'open') void navigate(`/b/${board.key}/${tasks?.find((task) => task.id === id)?.number ?? ''}`);
      else if (!canEdit) setFault('Your role on this board does not allow that.');
      else if (key === 'keep') void keep(ids);
      else if (key === 'drop') void drop(ids);
      else {
        if (there.length === 0) setChosen(new Set([id]));
        document.querySelector<HTMLButtonElement>('[data-redate] button')?.focus();
      }
    },
    onUndo: undo.undo,
  });
  return (
    <div className={page.page}>
      <PageHeader
        title={<h1 style={{ all: 'unset' }}>What did not move on {board.name}</h1>}
        context={`Being worked on, and nothing happened for ${staleDays} working ${staleDays === 1 ? 'day' : 'days'}.`}
      >
        <Button size="xs" variant="default" component={Link} to={`/b/${board.key}`}>
          To the board
        </Button>
      </PageHeader>
      <div className={page.column} ref={list}>
        {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        {tasks?.length === 0 && <p className={page.quiet}>Everything moves.</p>}
        {tasks && tasks.length > 0 && (
          <>
            {canEdit && (
              <div className={css.bar} role="group" aria-label="With what is chosen">
                <Checkbox
                  className={css.check}
                  label={there.length === 0 ? 'Choose all' : `${there.length} chosen`}
                  checked={there.length === tasks.length}
                  indeterminate={there.length > 0 && there.length < tasks.length}
                  onChange={() => setChosen(there.length === tasks.length ? new Set() : new Set(tasks.map(({ id }) => id)))}
                />
                <Button size="xs" variant="default" disabled={there.length === 0} onClick={() => void keep(there)}>
                  Keep
                </Button>
                <span data-redate>
                  <DateField
                    label="Another day"
                    compact
                    withTime={false}
                    value={null}
                    disabled={there.length === 0}
                    onChange={(due) => redate(there, due)}
                  />
                </span>
                <Button size="xs" variant="default" disabled={there.length === 0} onClick={() => void drop(there)}>
                  {dropped ? 'Drop' : 'Archive'}
                </Button>
                <TextInput
                  size="xs"
                  aria-label="Why, in a few words"
                  placeholder="Why, in a few words"
                  dir="auto"
                  maxLength={300}
                  value={why}
                  onChange={(e) => setWhy(e.currentTarget.value)}
                />
              </div>
            )}
            <ul className={rows.list}>
              {tasks.map((task) => (
                <StaleRow
                  key={task.id}
                  task={task}
                  board={board}
                  now={now}
                  chosen={chosen.has(task.id)}
                  onChoose={canEdit ? () => toggle(task.id) : null}
                />
              ))}
            </ul>
            <p className={cu.keys}>
              <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>x</Kbd> choose, <Kbd>e</Kbd> keep, <Kbd>d</Kbd> drop, <Kbd>r</Kbd> another day,{' '}
              <Kbd>u</Kbd> undo
            </p>
          </>
        )}
      </div>
      <DidLine undo={undo} />
    </div>
  );
}

interface StaleRowProps {
  task: StaleTask;
  board: BoardSnapshot;
  now: number;
  chosen: boolean;
  onChoose: (() => void) | null;
}

function StaleRow({ task, board, now, chosen, onChoose }: StaleRowProps) {
  const today = dayOf(new Date(now));
  const due = task.dueOn && {
    ...deadlineInWords(
      { on: task.dueOn, time: task.dueTime, zone: task.dueZone ?? board.zone },
      readerZone(),
      now,
      task.dueAt === null ? null : Date.parse(task.dueAt),
    ),
    late: task.dueAt !== null && Date.parse(task.dueAt) <= now,
  };
  const name = `${board.key}-${task.number} ${task.title}`;
  return (
    <li className={rows.item}>
      <div className={rows.row} data-row={task.id} tabIndex={0} role="group" aria-label={name}>
        {onChoose && <Checkbox className={css.check} aria-label={`Choose ${name}`} checked={chosen} onChange={onChoose} tabIndex={-1} />}
        <div className={rows.words}>
          <p className={rows.first}>
            <bdi>{task.title}</bdi>
          </p>
          <p className={rows.second}>
            <bdi>{task.ownerName ?? 'no owner'}</bdi> · <bdi>{task.columnName}</bdi> · last moved{' '}
            {dayInWords(dayOf(new Date(task.movedAt)), today)}
            {' · '}
            <Link className={rows.place} to={`/b/${board.key}/${task.number}`} tabIndex={-1}>
              {board.key}-{task.number}
            </Link>
          </p>
        </div>
        <div className={rows.side}>
          <span className={rows.when} data-late={!!due && due.late} title={due ? due.whole : undefined}>
            {due ? `${due.late ? 'was due' : 'due'} ${due.short}` : 'no deadline'}
          </span>
        </div>
      </div>
    </li>
  );
}
