import { Button, Group, MultiSelect, Select, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { type Card, byRank } from '@baton/domain';
import { groupByColumn } from '../board/arrange';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { DateField } from '../time/DateField';
import { NextStepField } from './NextStepField';
import { OwnerField } from './OwnerField';
import { RepeatField } from './RepeatField';
import { TaskDue } from './TaskDue';
import { BlockersField, WaitField } from './WaitField';
import type { TaskDetail } from './useTask';
import css from './TaskPanel.module.css';

/** Who, where, by when: each saved at once. */
export function TaskFields({ task, card, canEdit }: { task: TaskDetail; card: Card; canEdit: boolean }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const commands = useBoardCommands(board);
  const people = board.people.filter((p) => !p.removed || p.id === card.ownerId);
  const options = people.map(({ id, name, placeholder, removed }) => ({
    value: id,
    label: `${name}${id === me.id ? ' (you)' : removed ? ' (left)' : placeholder ? ' (not here yet)' : ''}`,
  }));
  const shared = { size: 'xs', disabled: !canEdit, comboboxProps: { withinPortal: true } } as const;
  const move = (columnId: string) => {
    const cards = groupByColumn(board.cards);
    void commands.move(cards, [card.id], { columnId, afterTaskId: cards.get(columnId)?.at(-1)?.id ?? null });
  };
  const list = useAskedField();
  return (
    <dl ref={list} className={css.fields}>
      <dt>Column</dt>
      <dd>
        <Select
          {...shared}
          aria-label="Column"
          data={[...board.columns].sort(byRank).map((c) => ({ value: c.id, label: c.name }))}
          value={card.columnId}
          allowDeselect={false}
          onChange={(id) => id && id !== card.columnId && move(id)}
        />
      </dd>
      <dt>Owner</dt>
      <dd data-field="owner">
        <OwnerField card={card} meId={me.id} canEdit={canEdit} />
      </dd>
      <dt>Next step</dt>
      <dd>
        <NextStepField card={card} canEdit={canEdit} />
      </dd>
      <dt>Due</dt>
      <dd data-field="due">
        <TaskDue card={card} dueSetById={task.dueSetById ?? null} meId={me.id} canEdit={canEdit} />
      </dd>
      <dt>Waits for</dt>
      <dd>
        <WaitField card={card} canEdit={canEdit} />
      </dd>
      <dt>Blocked by</dt>
      <dd>
        <BlockersField card={card} canEdit={canEdit} />
      </dd>
      <dt>Helpers</dt>
      <dd>
        <MultiSelect
          {...shared}
          aria-label="Helpers"
          placeholder={card.helperIds.length === 0 ? 'none' : ''}
          searchable
          data={options.filter(({ value }) => value !== card.ownerId)}
          value={card.helperIds}
          onChange={(helperIds) => void commands.edit([card.id], { helperIds })}
        />
      </dd>
      <dt>Start</dt>
      <dd>
        <DateField
          label="Start"
          withTime={false}
          disabled={!canEdit}
          value={card.startOn ? { day: card.startOn, time: null } : null}
          onChange={(due) => void commands.edit([card.id], { startOn: due?.day ?? null })}
        />
      </dd>
      <dt>Labels</dt>
      <dd data-field="labels">
        <LabelsField card={card} canEdit={canEdit} />
      </dd>
      <dt>Comes again</dt>
      <dd>
        <RepeatField card={card} canEdit={canEdit} />
      </dd>
      <dt>Requester</dt>
      <dd>
        <Select
          {...shared}
          aria-label="Requester"
          placeholder="nobody"
          searchable
          clearable
          data={options}
          value={card.requesterId}
          onChange={(requesterId) => void commands.edit([card.id], { requesterId })}
        />
      </dd>
      <dt>Followers</dt>
      <dd>
        <Followers task={task} meId={me.id} />
      </dd>
      <dt>State</dt>
      <dd>
        <Button
          size="xs"
          variant={card.doneAt ? 'light' : 'default'}
          disabled={!canEdit}
          onClick={() => void commands.edit([card.id], { done: !card.doneAt })}
        >
          {card.doneAt ? 'Done. Open it again' : 'Mark as done'}
        </Button>
      </dd>
    </dl>
  );
}

/** Goes to the field that a key on the board asked for: into an input, or through a button to its form. */
function useAskedField() {
  const list = useRef<HTMLDListElement>(null);
  const { key, state } = useLocation();
  const field = (state as { field?: string } | null)?.field;
  useEffect(() => {
    const place = field ? list.current?.querySelector<HTMLElement>(`[data-field="${field}"]`) : null;
    const input = place?.querySelector<HTMLElement>('input');
    if (input) input.focus();
    else place?.querySelector('button')?.click();
  }, [field, key]);
  return list;
}

/** Who is told of it: owner, requester, helpers while they owe or are owed something, and whoever pinned it. */
function Followers({ task, meId }: { task: TaskDetail; meId: string }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const following = task.followerIds.includes(meId);
  const names = task.followerIds.flatMap((id) => board.people.find((p) => p.id === id)?.name ?? []);
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant={following ? 'light' : 'default'}
        aria-pressed={following}
        onClick={() => void commands.follow(task.id, !following)}
      >
        {following ? 'You follow it' : 'Follow'}
      </Button>
      <Text size="xs" c="dimmed">
        {names.join(', ')}
      </Text>
    </Group>
  );
}

/** Labels to choose from; a name that is none yet makes a new one. */
function LabelsField({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const { run } = useCommand();
  const labels = [...board.labels].sort(byRank);
  const known = card.labelIds.filter((id) => labels.some((label) => label.id === id));
  return (
    <MultiSelect
      size="xs"
      disabled={!canEdit}
      aria-label="Labels"
      placeholder={known.length === 0 ? 'none' : ''}
      searchable
      data={labels.map(({ id, name, color }) => ({ value: id, label: name || color }))}
      value={known}
      nothingFoundMessage="Enter makes this a new label."
      onChange={(next) => {
        const addLabelIds = next.filter((id) => !known.includes(id));
        const removeLabelIds = known.filter((id) => !next.includes(id));
        void commands.edit([card.id], {
          ...(addLabelIds.length > 0 && { addLabelIds }),
          ...(removeLabelIds.length > 0 && { removeLabelIds }),
        });
      }}
      onKeyDown={(e) => {
        const name = e.currentTarget.value.trim();
        if (e.key !== 'Enter' || !name || labels.some((l) => (l.name || l.color).toLowerCase().includes(name.toLowerCase()))) return;
        e.preventDefault();
        const id = crypto.randomUUID();
        void run({
          boardId: board.id,
          operation: 'createLabel',
          input: { boardId: board.id, id, name, color: 'teal' },
          words: `Added the label ${name}`,
        }).then(async (o) => {
          if (!o.refusal) await commands.edit([card.id], { addLabelIds: [id] });
        });
      }}
    />
  );
}
