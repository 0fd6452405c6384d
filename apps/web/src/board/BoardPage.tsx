import { useReactiveVar } from '@apollo/client/react';
import { DndContext, DragOverlay, pointerWithin } from '@dnd-kit/core';
import { type ComponentType, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { Button } from '@mantine/core';
import { type BoardSnapshot, type Card, type ColumnRow, byRank, may } from '@baton/domain';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { useViewer } from '../session/viewer';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { quietDrag } from '../ui/quietDrag';
import { sentenceFor } from '../ui/refusals';
import { AddColumn } from './AddColumn';
import { makeGrouper } from './arrange';
import { begun, turned, unpromised } from './begun';
import { BoardLine } from './BoardLine';
import { BoardMenu } from './BoardMenu';
import { Column } from './Column';
import { ColumnTabs } from './ColumnTabs';
import { FilterBar } from './FilterBar';
import { filterCards, isFiltering, noFilter } from './filter';
import { groupByDeadline, groupByMove } from './groups';
import { type CardScene, TaskCard } from './TaskCard';
import { useMoveScene } from './moveScene';
import { BoardProvider, useBoard } from './useBoard';
import { useBoardCommands, useMoveColumn } from './useBoardCommands';
import { useBoardDrag } from './useBoardDrag';
import { useBoardKeys } from './useBoardKeys';
import { type ColumnDragging, useColumnDrag } from './useColumnDrag';
import { type BoardView, ViewSwitch, boardViews } from './ViewSwitch';
import { useSelection } from './useSelection';
import css from './BoardPage.module.css';
import columnCss from './Column.module.css';
import { lazily } from '../ui/lazily';

const BulkBar = lazily(() => import('./BulkBar').then((m) => ({ default: m.BulkBar })));
const CardMenu = lazily(() => import('./CardMenu').then((m) => ({ default: m.CardMenu })));
const loadBegunForm = () => import('./BegunForm').then((m) => ({ default: m.BegunForm }));
const BegunForm = lazily(loadBegunForm);
const TurnedForm = lazily(() => import('./BegunForm').then((m) => ({ default: m.TurnedForm })));
const TriageDialog = lazily(() => import('./TriageDialog').then((m) => ({ default: m.TriageDialog })));
const GroupView = lazily(() => import('./GroupView').then((m) => ({ default: m.GroupView })));
const MoveToBoard = lazily(() => import('./MoveToBoard').then((m) => ({ default: m.MoveToBoard })));

/** Shows one task beside the board. */
export type Panel = ComponentType<{ taskNumber: number; card: Card | null; onClose: () => void }>;

/** The board by days: a calendar or a timeline. */
export type Schedule = ComponentType<{
  view: 'calendar' | 'timeline';
  board: BoardSnapshot;
  cards: readonly Card[];
  scene: CardScene;
  canEdit: boolean;
  onOpen: (taskId: string) => void;
}>;

/** A quiet line above the board about what is asked of the reader. */
export type Notice = ComponentType<{ board: BoardSnapshot }>;

/** A board by its key, with a task's panel beside it when the address names one. */
export function BoardPage({ panel, schedule, notice }: { panel: Panel; schedule: Schedule; notice: Notice }) {
  const { key = '', number } = useParams();
  const { workspace } = useViewer();
  const { board, error, refetch } = useBoard(workspace.id, key.toUpperCase());
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 200);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!board) return;
    localStorage.setItem('baton.lastBoard', board.key);
    document.title = `${board.name} · Baton`;
  }, [board?.key, board?.name, board]);

  if (error)
    return sentenceFor(error).startsWith('The server cannot') ? (
      <div className={css.page}>
        <p className={css.notice}>{sentenceFor(error)}</p>
        <Button m="md" onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    ) : (
      <NotFound what="board" />
    );
  if (!board)
    return slow ? (
      <div className={css.page} aria-busy>
        <PageHeader title={key} />
        <div className={css.columns}>
          {[1, 2, 3].map((n) => (
            <div key={n} className={css.skeleton} />
          ))}
        </div>
      </div>
    ) : null;
  return (
    <BoardProvider value={board}>
      <OpenBoard
        key={board.id}
        board={board}
        taskNumber={number ? Number(number) : null}
        panel={panel}
        schedule={schedule}
        notice={notice}
      />
    </BoardProvider>
  );
}

/** Everything that cards share, made anew only when something in it changed. */
function useScene(board: BoardSnapshot): CardScene {
  const { me } = useViewer();
  const move = useMoveScene(board);
  const now = useNow();
  const zone = readerZone();
  const names = useMemo(() => new Map(board.people.map((p) => [p.id, p.name])), [board.people]);
  const labels = useMemo(() => new Map(board.labels.map((l) => [l.id, l])), [board.labels]);
  return useMemo(
    () => ({ boardKey: board.key, meId: me.id, now, zone, names, labels, move }),
    [board.key, me.id, now, zone, names, labels, move],
  );
}

interface OpenBoardProps {
  board: BoardSnapshot;
  taskNumber: number | null;
  panel: Panel;
  schedule: Schedule;
  notice: Notice;
}

function OpenBoard({ board, taskNumber, panel: TaskPanel, schedule: ScheduleView, notice: Notice }: OpenBoardProps) {
  const navigate = useNavigate();
  const { me } = useViewer();
  const scene = useScene(board);
  const commands = useBoardCommands(board);
  const canEdit = may({ personId: me.id, role: board.myRole }, 'task.edit') && !board.archivedAt;
  const [filter, setFilter] = useState(noFilter);
  const [addingIn, setAddingIn] = useState<string | null>(null);
  const [focusId, setFocusId] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ taskId: string; at: { x: number; y: number } } | null>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const asked = useReactiveVar(begun);
  const turnedNow = useReactiveVar(turned);
  // A drop can happen offline; what it asks for must be here by then.
  useEffect(() => {
    if (canEdit) setTimeout(() => void loadBegunForm().catch(() => undefined), 1_000);
  }, [canEdit]);
  const [triage, setTriage] = useState(false);
  const [params, setParams] = useSearchParams();
  const view = boardViews.find((one) => one === params.get('view')) ?? 'columns';
  const setView = useCallback((next: BoardView) => setParams(next === 'columns' ? {} : { view: next }), [setParams]);
  const bare = useMemo(() => unpromised(board).length, [board]);
  const filterInput = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLDivElement>(null);

  const [group] = useState(makeGrouper);
  const shown = useMemo(() => filterCards(board, filter), [board, filter]);
  const cards = useMemo(() => group(shown), [group, shown]);
  const columns = useMemo(() => [...board.columns].sort(byRank), [board.columns]);
  const { selection, select, clear } = useSelection(columns, cards);

  const idsFor = useCallback(
    (taskId: string) =>
      selection.has(taskId)
        ? columns
            .flatMap((c) => cards.get(c.id) ?? [])
            .filter((c) => selection.has(c.id))
            .map((c) => c.id)
        : [taskId],
    [selection, columns, cards],
  );
  const { dragging, sensors, handlers, start, aim, finish, cancel } = useBoardDrag(
    cards,
    idsFor,
    (ids, drop) => void commands.move(cards, ids, drop),
  );
  const columnDrag = useColumnDrag(columns, useMoveColumn(board));
  const { columnDragging } = columnDrag;
  const movingIds = dragging?.ids;
  const moving = useMemo(() => (movingIds ? new Set(movingIds) : null), [movingIds]);

  const open = useCallback(
    (taskId: string, field?: string) => {
      const card = board.cards.find(({ id }) => id === taskId);
      if (card?.number) void navigate({ pathname: `/b/${board.key}/${card.number}`, search: location.search }, { state: { field } });
    },
    [board, navigate],
  );
  const focus = useCallback((taskId: string) => {
    setFocusId(taskId);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => page.current?.querySelector<HTMLElement>(`[data-task-id="${taskId}"]`)?.focus({ preventScroll: false })),
    );
  }, []);
  const close = useCallback(() => {
    void navigate({ pathname: `/b/${board.key}`, search: location.search });
    if (focusId) focus(focusId);
  }, [board.key, navigate, focus, focusId]);
  const actions = useMemo(
    () => ({ open, select, focus: setFocusId, menu: (taskId: string, at: { x: number; y: number }) => setMenu({ taskId, at }) }),
    [open, select],
  );
  const onKeyDown = useBoardKeys({
    columns,
    cards,
    focusId,
    dragging,
    canEdit,
    start,
    aim,
    finish,
    cancel,
    focus,
    open,
    byMove: () => setView(view === 'move' ? 'columns' : 'move'),
    select,
    clear,
    add: setAddingIn,
    filter: () => filterInput.current?.focus(),
    say: setSaid,
  });
  // The card under a keyboard drag keeps the focus wherever it lands.
  useEffect(() => {
    if (!dragging && focusId && document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>(`[data-task-id="${focusId}"]`)?.focus();
  }, [dragging, focusId, cards]);

  const dragged = dragging && board.cards.find(({ id }) => id === dragging.ids[0]);
  const task = taskNumber === null ? null : (board.cards.find((card) => card.number === taskNumber) ?? null);
  return (
    <div className={css.page} ref={page} onKeyDown={onKeyDown}>
      <PageHeader title={<BoardMenu board={board} />} context={<BoardLine board={board} />}>
        <ViewSwitch view={view} onChange={setView} />
        <FilterBar board={board} filter={filter} onChange={setFilter} matches={shown.length} inputRef={filterInput} />
      </PageHeader>
      <Suspense fallback={null}>
        <Notice board={board} />
      </Suspense>
      {bare > 0 && canEdit && !board.archivedAt && (
        <p className={css.unpromised}>
          {bare} {bare === 1 ? 'task has' : 'tasks have'} no owner or no deadline.
          <Button size="compact-xs" variant="subtle" onClick={() => setTriage(true)}>
            Set them
          </Button>
        </p>
      )}
      {board.archivedAt && <p className={css.notice}>This board is archived: it can be read, and brought back from its menu.</p>}
      {view === 'columns' && <ColumnTabs columns={columns} cards={cards} scroller={strip} />}
      <div className={css.body}>
        {view !== 'columns' ? (
          <Suspense fallback={<div className={css.columns} />}>
            {view === 'move' || view === 'deadline' ? (
              <GroupView
                groups={
                  view === 'move'
                    ? groupByMove(shown, scene.move, me.id, (id) => scene.names.get(id) ?? 'Somebody who left')
                    : groupByDeadline(shown, scene.move, scene.zone, scene.now)
                }
                scene={scene}
                actions={actions}
                empty="Nothing is open here."
              />
            ) : (
              <ScheduleView view={view} board={board} cards={shown} scene={scene} canEdit={canEdit} onOpen={open} />
            )}
          </Suspense>
        ) : (
          <DndContext
            sensors={sensors}
            collisionDetection={pointerWithin}
            autoScroll={{ threshold: { x: 0.1, y: 0.15 } }}
            onDragStart={(e) => (handlers.onDragStart(e), columnDrag.onDragStart(e))}
            onDragMove={(e) => (handlers.onDragMove(e), columnDrag.onDragMove(e))}
            onDragEnd={() => (handlers.onDragEnd(), columnDrag.onDragEnd())}
            onDragCancel={() => (handlers.onDragCancel(), columnDrag.onDragCancel())}
            accessibility={quietDrag}
          >
            <div className={css.columns} ref={strip} data-dragging={!!dragging || !!columnDragging}>
              {columns.map((column) => (
                <Column
                  key={column.id}
                  column={column}
                  cards={cards.get(column.id) ?? none}
                  scene={scene}
                  gapAfter={dragging?.drop.columnId === column.id ? dragging.drop.afterTaskId : undefined}
                  beside={columnDragging ? besideOf(columnDragging, columns, column.id) : undefined}
                  moving={moving}
                  follow={dragging?.by === 'keyboard'}
                  selection={selection}
                  focusId={focusId}
                  canEdit={canEdit}
                  filtered={isFiltering(filter)}
                  adding={addingIn === column.id}
                  onAdding={setAddingIn}
                  actions={actions}
                />
              ))}
              {canEdit && <AddColumn board={board} first={columns.length === 0} />}
            </div>
            <DragOverlay dropAnimation={null} style={letThrough}>
              {columnDragging && (
                <div className={columnCss.columnOverlay}>
                  <bdi className={columnCss.name}>{columns.find(({ id }) => id === columnDragging.columnId)?.name}</bdi>
                  <span className={columnCss.count}>{cards.get(columnDragging.columnId)?.length ?? 0}</span>
                </div>
              )}
              {dragged && dragging.by === 'pointer' && (
                <div className={columnCss.overlay}>
                  <TaskCard card={dragged} scene={scene} />
                  {dragging.ids.length > 1 && <span className={columnCss.badge}>{dragging.ids.length}</span>}
                </div>
              )}
            </DragOverlay>
          </DndContext>
        )}
        <Suspense fallback={null}>
          {taskNumber !== null && <TaskPanel key={taskNumber} taskNumber={taskNumber} card={task} onClose={close} />}
        </Suspense>
      </div>
      <Suspense fallback={null}>
        {canEdit && turnedNow?.boardId === board.id && asked?.boardId !== board.id && <TurnedForm board={board} commands={commands} />}
        {canEdit && asked?.boardId === board.id && <BegunForm board={board} commands={commands} />}
        {triage && <TriageDialog board={board} commands={commands} onClose={() => setTriage(false)} />}
        {selection.size > 0 && canEdit && (
          <BulkBar board={board} cards={cards} ids={idsFor([...selection][0] ?? '')} commands={commands} onClear={clear} />
        )}
        {menu && (
          <CardMenu
            board={board}
            cards={cards}
            {...menu}
            commands={commands}
            canEdit={canEdit}
            onOpen={open}
            onSelect={(id) => select(id, 'toggle')}
            onMoveToBoard={setSending}
            onClose={() => setMenu(null)}
          />
        )}
        {sending && <MoveToBoard board={board} ids={[sending]} commands={commands} onClose={() => setSending(null)} />}
      </Suspense>
      <div className={css.hidden} role="status" aria-live="assertive">
        {said}
      </div>
    </div>
  );
}

/** Where the line stands that shows a dragged column's place: before the first, else after the one that it follows. */
function besideOf({ columnId, afterColumnId }: ColumnDragging, columns: readonly ColumnRow[], id: string) {
  if (id === columnId) return 'itself' as const;
  if (id === afterColumnId) return 'after' as const;
  const first = columns.find((column) => column.id !== columnId)?.id;
  return afterColumnId === null && id === first ? ('before' as const) : undefined;
}

/** What is under the pointer is asked of the page, so the card that follows it must not be in the way. */
const letThrough = { pointerEvents: 'none' } as const;
const none: readonly never[] = [];
