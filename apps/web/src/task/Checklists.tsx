import { DndContext, type DragEndEvent, PointerSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, arrayMove, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button, Checkbox, Group, Menu, ActionIcon, Select, Text, TextInput, Textarea } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs';
import { useEffect, useRef, useState } from 'react';
import { useOpenBoard } from '../board/useBoard';
import { titlesIn } from '../board/AddTask';
import { useCommand } from '../command/useCommand';
import { DateField } from '../time/DateField';
import { quietDrag } from '../ui/quietDrag';
import { useDraft } from './draft';
import { useNamed } from './useNamed';
import type { TaskDetail } from './useTask';
import css from './TaskPanel.module.css';

type List = TaskDetail['checklists'][number];
type Item = List['items'][number];

/** The task's checklists, and a way to begin one. */
export function Checklists({ task, canEdit }: { task: TaskDetail; canEdit: boolean }) {
  const { run } = useCommand();
  return (
    <>
      {task.checklists.map((list) => (
        <Checklist key={list.id} task={task} list={list} canEdit={canEdit} />
      ))}
      {canEdit && (
        <button
          type="button"
          className={css.quietButton}
          onClick={() =>
            void run({
              boardId: task.boardId,
              operation: 'createChecklist',
              input: { taskId: task.id, id: crypto.randomUUID(), name: 'Checklist' },
              words: `Added a checklist to ${task.key}`,
            })
          }
        >
          Add a checklist
        </button>
      )}
    </>
  );
}

function Checklist({ task, list, canEdit }: { task: TaskDetail; list: List; canEdit: boolean }) {
  const { run } = useCommand();
  const [hideDone, setHideDone] = useState(false);
  const [renaming, setRenaming] = useState<string | null>(null);
  const done = list.items.filter((item) => item.doneAt).length;
  const rename = () => {
    if (renaming?.trim() && renaming !== list.name)
      void run({
        boardId: task.boardId,
        operation: 'editChecklist',
        input: { checklistId: list.id, name: renaming },
        words: `Renamed a checklist of ${task.key}`,
      });
    setRenaming(null);
  };
  const { id, ref, named } = useNamed<HTMLElement>(`s-${list.id}`);
  return (
    <section aria-label={`Checklist ${list.name}`} id={id} ref={ref} className={css.named} data-named={named}>
      <Group gap="xs" wrap="nowrap">
        {renaming === null ? (
          <h3 className={css.heading} dir="auto">
            {list.name}
          </h3>
        ) : (
          <TextInput
            size="xs"
            aria-label="Name of the checklist"
            value={renaming}
            autoFocus
            onChange={(e) => setRenaming(e.currentTarget.value)}
            onBlur={rename}
            onKeyDown={(e) => e.key === 'Enter' && rename()}
          />
        )}
        <Text size="xs" c="dimmed" flex={1}>
          {done} of {list.items.length} done
        </Text>
        {done > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setHideDone(!hideDone)}>
            {hideDone ? 'Show done' : 'Hide done'}
          </Button>
        )}
        {canEdit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Menu of the checklist ${list.name}`}>
                <IconDots size={16} stroke={1.5} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setRenaming(list.name)}>Rename</Menu.Item>
              <Menu.Item
                onClick={() =>
                  void run({
                    boardId: task.boardId,
                    operation: 'deleteChecklist',
                    input: { checklistId: list.id },
                    words: `Deleted the checklist ${list.name}`,
                    undo: 'toast',
                  })
                }
              >
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <Steps task={task} list={list} shown={hideDone ? list.items.filter((item) => !item.doneAt) : list.items} canEdit={canEdit} />
      {canEdit && <NewItem task={task} list={list} />}
    </section>
  );
}

/** The steps in their order; each can be dragged by its grip, or moved from its menu. */
function Steps({ task, list, shown, canEdit }: { task: TaskDetail; list: List; shown: readonly Item[]; canEdit: boolean }) {
  const { run } = useCommand();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  // The order as it was dropped, until the server says it too.
  const [dropped, setDropped] = useState<{ items: readonly Item[]; ids: string[] } | null>(null);
  const ids = dropped?.items === list.items ? dropped.ids : list.items.map(({ id }) => id);
  const move = (id: string, next: string[]) => {
    setDropped({ items: list.items, ids: next });
    void run({
      boardId: task.boardId,
      operation: 'moveChecklistItem',
      input: { itemId: id, checklistId: list.id, afterItemId: next[next.indexOf(id) - 1] ?? null },
      words: `Moved a step of ${task.key}`,
    }).then(({ refusal }) => refusal && setDropped(null));
  };
  const step = (id: string, by: 1 | -1) => move(id, arrayMove(ids, ids.indexOf(id), ids.indexOf(id) + by));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id)
      move(String(active.id), arrayMove(ids, ids.indexOf(String(active.id)), ids.indexOf(String(over.id))));
  };
  const items = ids.flatMap((id) => shown.find((item) => item.id === id) ?? []);
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={quietDrag}>
      <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy} disabled={!canEdit}>
        {items.map((item) => (
          <ChecklistItem
            key={item.id}
            task={task}
            item={item}
            canEdit={canEdit}
            onUp={ids[0] === item.id ? null : () => step(item.id, -1)}
            onDown={ids.at(-1) === item.id ? null : () => step(item.id, 1)}
          />
        ))}
      </SortableContext>
    </DndContext>
  );
}

interface ItemProps {
  task: TaskDetail;
  item: Item;
  canEdit: boolean;
  /** Null at the end of the list. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
}

function ChecklistItem({ task, item, canEdit, onUp, onDown }: ItemProps) {
  const board = useOpenBoard();
  const { run } = useCommand();
  const [title, setTitle] = useState<string | null>(null);
  const [details, setDetails] = useState(!!item.ownerId || !!item.dueOn);
  const edit = (fields: Record<string, unknown>) =>
    run({
      boardId: task.boardId,
      operation: 'editChecklistItem',
      input: { itemId: item.id, ...fields },
      words: `Changed a step of ${task.key}`,
    });
  const save = () => {
    if (!title?.trim() || title === item.title) return setTitle(null);
    // What is refused stays in the field.
    return void edit({ title }).then((outcome) => !outcome.refusal && setTitle((now) => (now === title ? null : now)));
  };
  const { id, ref, named } = useNamed<HTMLDivElement>(`s-${item.id}`);
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id: item.id,
    disabled: !canEdit,
  });
  const refs = useMergedRef(ref, setNodeRef);
  const style = { transform: CSS.Translate.toString(transform), transition };
  return (
    <div id={id} ref={refs} className={css.named} data-named={named} data-dragged={isDragging} style={style}>
      <div className={css.item}>
        {canEdit && (
          <span className={css.stepGrip} ref={setActivatorNodeRef} {...listeners} data-grip aria-hidden>
            <IconGripVertical size={14} stroke={1.5} />
          </span>
        )}
        <Checkbox
          size="xs"
          mt={2}
          checked={!!item.doneAt}
          disabled={!canEdit}
          aria-label={item.title}
          onChange={(e) => void edit({ done: e.currentTarget.checked })}
        />
        <textarea
          className={css.itemTitle}
          rows={1}
          aria-label="Step"
          data-done={!!item.doneAt}
          readOnly={!canEdit}
          dir="auto"
          value={title ?? item.title}
          onChange={(e) => setTitle(e.currentTarget.value)}
          onBlur={save}
          onKeyDown={(e) => {
            if (e.key === 'Enter') {
              e.preventDefault();
              e.currentTarget.blur();
            }
            if (e.key === 'Escape') setTitle(null);
          }}
        />
        {canEdit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="xs" aria-label={`Menu of the step ${item.title}`}>
                <IconDots size={14} stroke={1.5} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setDetails(true)}>Owner and date</Menu.Item>
              <Menu.Item
                onClick={() =>
                  void run({
                    boardId: task.boardId,
                    operation: 'convertChecklistItem',
                    input: { itemId: item.id },
                    words: `Made "${item.title.slice(0, 30)}" a task`,
                    undo: 'toast',
                  })
                }
              >
                Make it a task
              </Menu.Item>
              <Menu.Item disabled={!onUp} onClick={() => onUp?.()}>
                Move up
              </Menu.Item>
              <Menu.Item disabled={!onDown} onClick={() => onDown?.()}>
                Move down
              </Menu.Item>
              <Menu.Item
                onClick={() =>
                  void run({
                    boardId: task.boardId,
                    operation: 'deleteChecklistItem',
                    input: { itemId: item.id },
                    words: `Deleted a step of ${task.key}`,
                    undo: 'toast',
                  })
                }
              >
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {details && (
        <Group gap="xs" ml={28} mb={4}>
          <Select
            size="xs"
            w={160}
            aria-label="Owner of the step"
            placeholder="no owner"
            clearable
            searchable
            disabled={!canEdit}
            data={board.people.filter((p) => !p.removed).map((p) => ({ value: p.id, label: p.name }))}
            value={item.ownerId ?? null}
            onChange={(ownerId) => void edit({ ownerId })}
          />
          <DateField
            label="Due of the step"
            withTime={false}
            compact
            disabled={!canEdit}
            value={item.dueOn ? { day: item.dueOn, time: null } : null}
            onChange={(due) => void edit({ dueOn: due?.day ?? null })}
          />
        </Group>
      )}
    </div>
  );
}

/** Adds steps: Enter for the next one, many lines pasted make many. */
function NewItem({ task, list }: { task: TaskDetail; list: List }) {
  const { run } = useCommand();
  const { draft, write, done } = useDraft(`checklist.${list.id}.new-item`);
  const current = useRef('');
  useEffect(() => {
    current.current = draft?.text ?? '';
  }, [draft]);
  const add = (titles: string[]) => {
    if (titles.length === 0) return;
    done();
    const items = titles.map((title) => ({ id: crypto.randomUUID(), title }));
    void run({
      boardId: task.boardId,
      operation: 'createChecklistItems',
      input: { checklistId: list.id, items },
      words: `Added ${titles.length === 1 ? 'a step' : `${titles.length} steps`} to ${task.key}`,
    }).then((o) => o.refusal && write([...titles, current.current].filter(Boolean).join('\n')));
  };
  return (
    <Textarea
      size="xs"
      mt={4}
      autosize
      minRows={1}
      maxRows={6}
      aria-label={`New step in ${list.name}`}
      placeholder="Add a step"
      dir="auto"
      value={draft?.text ?? ''}
      onChange={(e) => write(e.currentTarget.value)}
      onPaste={(e) => {
        const titles = titlesIn(e.clipboardData.getData('text'));
        if (titles.length < 2 || draft?.text) return;
        e.preventDefault();
        add(titles);
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return;
        e.preventDefault();
        add(titlesIn(draft?.text ?? ''));
      }}
    />
  );
}
