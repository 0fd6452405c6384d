import { Button, Group, Menu, Text } from '@mantine/core';
import { type BoardSnapshot, byRank } from '@baton/domain';
import type { ColumnCards } from './arrange';
import { MoveToBoard } from './MoveToBoard';
import type { useBoardCommands } from './useBoardCommands';
import css from './BoardPage.module.css';
import { useState } from 'react';
import type { Due } from '../time/dates';
import { DateField } from '../time/DateField';
import { useNow } from '../time/useNow';
import { asksReason } from './begun';
import { ReasonDialog } from './ReasonDialog';

interface BulkBarProps {
  board: BoardSnapshot;
  cards: ColumnCards;
  ids: readonly string[];
  commands: ReturnType<typeof useBoardCommands>;
  onClear: () => void;
}

/** What can be done with all selected tasks at once. */
export function BulkBar({ board, cards, ids, commands, onClear }: BulkBarProps) {
  const [toBoard, setToBoard] = useState(false);
  const now = useNow();
  const [asked, setAsked] = useState<Due | null>(null);
  // A deadline that is close moves with a reason, one for all of them.
  const setDue = (due: Due | null) => {
    const cards = board.cards.filter((card) => ids.includes(card.id));
    if (due && cards.some((card) => asksReason(board, card, now))) setAsked(due);
    else then(commands.edit(ids, { dueOn: due?.day ?? null, dueTime: due?.time ?? null }));
  };
  const then = (work: Promise<unknown>) => {
    onClear();
    void work;
  };
  return (
    <div className={css.bulk} role="toolbar" aria-label={`${ids.length} selected tasks`}>
      <Text size="sm" fw={600}>
        {ids.length} selected
      </Text>
      <Group gap={4} wrap="wrap">
        <Choice
          label="Move to"
          items={[...board.columns].sort(byRank)}
          onPick={(columnId) =>
            then(
              commands.move(cards, ids, {
                columnId,
                afterTaskId:
                  cards
                    .get(columnId)
                    ?.filter((c) => !ids.includes(c.id))
                    .at(-1)?.id ?? null,
              }),
            )
          }
        />
        <Choice
          label="Owner"
          items={[{ id: '', name: 'No owner' }, ...board.people.filter((p) => !p.removed)]}
          onPick={(id) => then(commands.edit(ids, { ownerId: id || null }))}
        />
        <Choice
          label="Add label"
          items={[...board.labels].sort(byRank).map(({ id, name, color }) => ({ id, name: name || color }))}
          onPick={(id) => then(commands.edit(ids, { addLabelIds: [id] }))}
        />
        <DateField label="Due" compact value={null} onChange={setDue} />
        <Button size="compact-sm" variant="default" onClick={() => setToBoard(true)}>
          Another board
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => then(commands.archive(ids))}>
          Archive
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => then(commands.remove(ids))}>
          Delete
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
          Clear
        </Button>
      </Group>
      {asked && (
        <ReasonDialog
          what={`${ids.length === 1 ? 'The task moves' : `${ids.length} tasks move`} to ${asked.day}`}
          onGive={(why) => then(commands.edit(ids, { dueOn: asked.day, dueTime: asked.time, why }))}
          onCancel={() => setAsked(null)}
        />
      )}
      {toBoard && <MoveToBoard board={board} ids={ids} commands={commands} onClose={() => setToBoard(false)} onMoved={onClear} />}
    </div>
  );
}

function Choice({ label, items, onPick }: { label: string; items: readonly { id: string; name: string }[]; onPick: (id: string) => void }) {
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" disabled={items.length === 0}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {items.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onPick(id)}>
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
