import { ActionIcon, Alert, CopyButton, Menu, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type ComponentType, type DragEvent, type KeyboardEvent, type PointerEvent, Suspense, useEffect, useRef, useState } from 'react';
import { type Card, type DeadlineChange, bareCard, may } from '@baton/domain';
import { MoveToBoard } from '../board/MoveToBoard';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';
import { Checklists } from './Checklists';
import { Description } from './Description';
import { History } from './History';
import { TaskFields } from './TaskFields';
import { TaskFiles } from './TaskFiles';
import { DueHistory, TaskMove } from './TaskPromise';
import { TitleField } from './TitleField';
import { type TaskDetail, useTask } from './useTask';
import css from './TaskPanel.module.css';
import { lazily } from '../ui/lazily';

const Conversation = lazily(() => import('./conversation/Conversation').then((m) => ({ default: m.Conversation })));
const HandoffForm = lazily(() => import('./HandoffForm').then((m) => ({ default: m.HandoffForm })));
const Attachments = lazily(() => import('./Attachments').then((m) => ({ default: m.Attachments })));
const UrgentForm = lazily(() => import('./UrgentForm').then((m) => ({ default: m.UrgentForm })));

const narrowest = 360;
const widest = 900;

/** What a comment or a blocker wants decided. */
export interface DecisionWish {
  commentId: string | null;
  text: string;
  blocking: boolean;
}

/** Shows the decisions of a task, and the form of one that is wanted. */
export type TaskDecisions = ComponentType<{
  task: { id: string; key: string; title: string };
  wish: DecisionWish | null;
  onWish: (wish: DecisionWish | null) => void;
}>;

interface TaskPanelProps {
  taskNumber: number;
  card: Card | null;
  onClose: () => void;
  decisions: TaskDecisions;
}

/** One task beside its board: everything is edited in place and saved on leaving it. */
export function TaskPanel({ taskNumber, card, onClose, decisions }: TaskPanelProps) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const { task, error } = useTask(`${board.key}-${taskNumber}`);
  const [width, setWidth] = useLocalStorage({ key: 'baton.panel.width', defaultValue: 480, getInitialValueInEffect: false });
  const canEdit = may({ personId: me.id, role: board.myRole }, 'task.edit') && !board.archivedAt && !task?.deletedAt;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const resize = (next: number) => setWidth(Math.max(narrowest, Math.min(widest, next)));

  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Escape' && !(e.target instanceof HTMLElement && e.target.closest('input, textarea, [role=dialog], [role=listbox]')))
      onClose();
    else walkComments(e);
  };
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={css.panel}
      style={{ width }}
      aria-label={`Task ${board.key}-${taskNumber}`}
      onKeyDown={onKeyDown}
      // A file that misses its place must not take the browser away from the page.
      onDragOver={stayHere}
      onDrop={stayHere}
    >
      <div
        className={css.grip}
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the panel"
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        onKeyDown={(e) => {
          if (e.key === 'ArrowLeft') resize(width + 24);
          if (e.key === 'ArrowRight') resize(width - 24);
        }}
        onPointerDown={(e: PointerEvent<HTMLDivElement>) => e.currentTarget.setPointerCapture(e.pointerId)}
        onPointerMove={(e: PointerEvent<HTMLDivElement>) =>
          e.currentTarget.hasPointerCapture(e.pointerId) && resize(window.innerWidth - e.clientX)
        }
      />
      <PanelHead boardKey={board.key} taskNumber={taskNumber} task={task} canEdit={canEdit} onClose={onClose} />
      <div className={css.body}>
        {error && !task && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {(task ?? card) && <TitleField taskId={(task ?? card)?.id ?? ''} title={card?.title ?? task?.title ?? ''} canEdit={canEdit} />}
        {task && (
          <TaskFiles task={task}>
            <PanelBody task={task} card={cardOf(task, card)} canEdit={canEdit} decisions={decisions} />
          </TaskFiles>
        )}
      </div>
    </aside>
  );
}

const stayHere = (e: DragEvent) => e.dataTransfer.types.includes('Files') && e.preventDefault();

/** The card as the board shows it, with the person's own newest changes; for a task that is not on the board, as the detail has it. */
const cardOf = (task: TaskDetail, card: Card | null): Card =>
  card ?? {
    ...bareCard,
    ...task,
    id: task.id,
    rank: '' as Card['rank'],
    helperIds: [...task.helperIds],
    labelIds: [...task.labelIds],
    blockerIds: [...task.blockerIds],
    ownerId: task.ownerId ?? null,
    requesterId: task.requesterId ?? null,
    startOn: task.startOn ?? null,
    dueOn: task.dueOn ?? null,
    dueTime: task.dueTime ?? null,
    dueZone: task.dueZone ?? null,
    dueAt: task.dueAt ?? null,
    revisitOn: task.revisitOn ?? null,
    doneAt: task.doneAt ?? null,
    archivedAt: task.archivedAt ?? null,
    deletedAt: task.deletedAt ?? null,
  };

/** j and k go from comment to comment, r puts the one that has the focus on record. */
function walkComments(e: KeyboardEvent) {
  const target = e.target as HTMLElement;
  if (e.ctrlKey || e.metaKey || e.altKey || target.closest('input, textarea, select, [contenteditable=true], [role=dialog]')) return;
  const comments = [...e.currentTarget.querySelectorAll<HTMLElement>('article[id^="c-"]')];
  const at = comments.findIndex((comment) => comment.contains(target));
  const to = e.key === 'j' ? (comments[at + 1] ?? comments[0]) : e.key === 'k' ? (at > 0 ? comments[at - 1] : comments.at(-1)) : undefined;
  const record = e.key === 'r' ? comments[at]?.querySelector<HTMLElement>('[data-record]') : null;
  if (!to && !record) return;
  e.preventDefault();
  e.stopPropagation();
  to?.focus();
  record?.click();
}

function PanelBody({
  task,
  card,
  canEdit,
  decisions: Decisions,
}: {
  task: TaskDetail;
  card: Card;
  canEdit: boolean;
  decisions: TaskDecisions;
}) {
  const { me } = useViewer();
  const [wish, setWish] = useState<DecisionWish | null>(null);
  return (
    <>
      {task.deletedAt && <Alert color="orange">This task is in the trash. Bring it back from the board's menu.</Alert>}
      {task.archivedAt && !task.deletedAt && <Alert color="orange">This task is archived.</Alert>}
      <Suspense fallback={null}>
        <Decisions task={task} wish={wish} onWish={setWish} />
      </Suspense>
      <TaskMove card={card} meId={me.id} dueSetById={task.dueSetById ?? null} canEdit={canEdit} />
      <TaskFields task={task} card={card} canEdit={canEdit} />
      <DueHistory history={task.dueHistory as DeadlineChange[]} />
      <section aria-label="Description">
        <h3 className={css.heading}>Description</h3>
        <Description task={task} canEdit={canEdit} />
      </section>
      <Checklists task={task} canEdit={canEdit} />
      <Suspense fallback={null}>
        <Attachments task={task} canEdit={canEdit} />
      </Suspense>
      <Suspense fallback={null}>
        <Conversation task={task} onRecord={setWish} />
      </Suspense>
      <History task={task} />
    </>
  );
}

function PanelHead({
  boardKey,
  taskNumber,
  task,
  canEdit,
  onClose,
}: {
  boardKey: string;
  taskNumber: number;
  task: TaskDetail | undefined;
  canEdit: boolean;
  onClose: () => void;
}) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const { me } = useViewer();
  const [sending, setSending] = useState(false);
  const [handing, setHanding] = useState(false);
  const [urgent, setUrgent] = useState(false);
  const then = (work: Promise<unknown>) => {
    void work;
    onClose();
  };
  return (
    <header className={css.head}>
      <Text size="xs" c="dimmed" flex={1}>
        {boardKey}-{taskNumber}
      </Text>
      <CopyButton value={`${location.origin}/t/${boardKey}-${taskNumber}`}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={copied ? 'Link copied' : 'Copy link'}
            title={copied ? 'Copied' : 'Copy link'}
            onClick={copy}
          >
            <IconLink size={18} stroke={1.5} />
          </ActionIcon>
        )}
      </CopyButton>
      {task && canEdit && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label="More for this task">
              <IconDots size={18} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {task.ownerId === me.id && <Menu.Item onClick={() => setHanding(true)}>Hand over</Menu.Item>}
            <Menu.Item onClick={() => setUrgent(true)}>It cannot wait</Menu.Item>
            <Menu.Item onClick={() => setSending(true)}>Move to another board</Menu.Item>
            {task.archivedAt ? (
              <Menu.Item onClick={() => void commands.restore([task.id])}>Bring back</Menu.Item>
            ) : (
              <Menu.Item onClick={() => then(commands.archive([task.id]))}>Archive</Menu.Item>
            )}
            <Menu.Item onClick={() => then(commands.remove([task.id]))}>Delete</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label="Close the task" onClick={onClose}>
        <IconX size={18} stroke={1.5} />
      </ActionIcon>
      {handing && task && (
        <Suspense fallback={null}>
          <HandoffForm taskId={task.id} nextStep={task.nextStep} onClose={() => setHanding(false)} />
        </Suspense>
      )}
      {urgent && task && (
        <Suspense fallback={null}>
          <UrgentForm taskId={task.id} onClose={() => setUrgent(false)} />
        </Suspense>
      )}
      {sending && task && (
        <MoveToBoard board={board} ids={[task.id]} commands={commands} onClose={() => setSending(false)} onMoved={onClose} />
      )}
    </header>
  );
}
