import { Button, MultiSelect, Select } from '@mantine/core';
import { byRank } from '@baton/domain';
import { groupByColumn } from '../board/arrange';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { DateField } from '../time/DateField';
import type { TaskDetail } from './useTask';
import css from './TaskPanel.module.css';

/** Who, where, by when: each saved at once. */
export function TaskFields({ task, canEdit }: { task: TaskDetail; canEdit: boolean }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const commands = useBoardCommands(board);
  const people = board.people.filter((p) => !p.removed || p.id === task.ownerId);
  const options = people.map(({ id, name, placeholder, removed }) => ({
    value: id,
    label: `${name}${id === me.id ? ' (you)' : removed ? ' (left)' : placeholder ? ' (not here yet)' : ''}`,
  }));
  const shared = { size: 'xs', disabled: !canEdit, comboboxProps: { withinPortal: true } } as const;
  const move = (columnId: string) => {
    const cards = groupByColumn(board.cards);
    void commands.move(cards, [task.id], { columnId, afterTaskId: cards.get(columnId)?.at(-1)?.id ?? null });
  };
  return (
    <dl className={css.fields}>
      <dt>Column</dt>
      <dd>
        <Select
          {...shared}
          aria-label="Column"
          data={[...board.columns].sort(byRank).map((c) => ({ value: c.id, label: c.name }))}
          value={task.columnId}
          allowDeselect={false}
          onChange={(id) => id && id !== task.columnId && move(id)}
        />
      </dd>
      <dt>Owner</dt>
      <dd>
        <Select
          {...shared}
          aria-label="Owner"
          placeholder="no owner"
          searchable
          clearable
          data={options}
          value={task.ownerId ?? null}
          onChange={(ownerId) => void commands.edit([task.id], { ownerId })}
        />
      </dd>
      <dt>Helpers</dt>
      <dd>
        <MultiSelect
          {...shared}
          aria-label="Helpers"
          placeholder={task.helperIds.length === 0 ? 'none' : ''}
          searchable
          data={options.filter(({ value }) => value !== task.ownerId)}
          value={task.helperIds}
          onChange={(helperIds) => void commands.edit([task.id], { helperIds })}
        />
      </dd>
      <dt>Start</dt>
      <dd>
        <DateField
          label="Start"
          withTime={false}
          disabled={!canEdit}
          value={task.startOn ? { day: task.startOn, time: null } : null}
          onChange={(due) => void commands.edit([task.id], { startOn: due?.day ?? null })}
        />
      </dd>
      <dt>Due</dt>
      <dd>
        <DateField
          label="Due"
          disabled={!canEdit}
          value={task.dueOn ? { day: task.dueOn, time: task.dueTime ?? null } : null}
          onChange={(due) => void commands.edit([task.id], { dueOn: due?.day ?? null, dueTime: due?.time ?? null })}
        />
      </dd>
      <dt>Labels</dt>
      <dd>
        <LabelsField task={task} canEdit={canEdit} />
      </dd>
      <dt>State</dt>
      <dd>
        <Button
          size="xs"
          variant={task.doneAt ? 'light' : 'default'}
          disabled={!canEdit}
          onClick={() => void commands.edit([task.id], { done: !task.doneAt })}
        >
          {task.doneAt ? 'Done. Open it again' : 'Mark as done'}
        </Button>
      </dd>
    </dl>
  );
}

/** Labels to choose from; a name that is none yet makes a new one. */
function LabelsField({ task, canEdit }: { task: TaskDetail; canEdit: boolean }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const { run } = useCommand();
  const labels = [...board.labels].sort(byRank);
  const known = task.labelIds.filter((id) => labels.some((label) => label.id === id));
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
        void commands.edit([task.id], {
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
          if (!o.refusal) await commands.edit([task.id], { addLabelIds: [id] });
        });
      }}
    />
  );
}
