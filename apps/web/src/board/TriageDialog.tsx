import { Button, Checkbox, Group, Modal, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type BoardSnapshot, dayAt, lacks } from '@baton/domain';
import { parseDue } from '../time/dates';
import { deadlineInWords, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { unpromised } from './begun';
import type { useBoardCommands } from './useBoardCommands';

const shownAtOnce = 100;

/** Work without an owner or a deadline: choose some of it, and set both at once. */
export function TriageDialog({
  board,
  commands,
  onClose,
}: {
  board: BoardSnapshot;
  commands: ReturnType<typeof useBoardCommands>;
  onClose: () => void;
}) {
  const now = useNow();
  const [waitingToo, setWaitingToo] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const cards = unpromised(board, waitingToo);
  const chosen = cards.filter(({ id }) => !left.has(id)).slice(0, 500);
  const due = parseDue(text, dayAt(board.zone, now));
  const apply = () => {
    const owners = ownerId ? chosen.filter((card) => lacks(card).owner).map(({ id }) => id) : [];
    const undated = due ? chosen.filter((card) => lacks(card).deadline).map(({ id }) => id) : [];
    if (owners.length > 0) void commands.edit(owners, { ownerId });
    if (undated.length > 0 && due) void commands.edit(undated, { dueOn: due.day, dueTime: due.time, dueZone: board.zone });
  };
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const nameOf = (id: string | null) => board.people.find((p) => p.id === id)?.name ?? 'no owner';
  return (
    <Modal opened onClose={onClose} size="lg" title="Who, and by when" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        <Text size="sm" c="dimmed">
          {cards.length === 0 ? 'Everything here has an owner and a deadline.' : 'What a task has already stays as it is.'}
        </Text>
        <Switch
          size="sm"
          label="Also what has not been started"
          checked={waitingToo}
          onChange={(e) => setWaitingToo(e.currentTarget.checked)}
        />
        {cards.length > 0 && (
          <Group align="flex-end" gap="xs">
            <Select
              label="Owner"
              size="xs"
              searchable
              clearable
              placeholder="leave open"
              data={board.people.filter((p) => !p.removed).map((p) => ({ value: p.id, label: p.name }))}
              value={ownerId}
              onChange={setOwnerId}
            />
            <TextInput
              label="Deadline"
              size="xs"
              placeholder="fri, 20 nov, in 2 weeks"
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
              error={text !== '' && !due ? 'Write it like fri or 20 nov.' : undefined}
            />
            <Button size="xs" disabled={chosen.length === 0 || (!ownerId && !due)} onClick={apply}>
              {`Set on ${chosen.length} ${chosen.length === 1 ? 'task' : 'tasks'}`}
            </Button>
          </Group>
        )}
        <Stack gap={6}>
          {cards.slice(0, shownAtOnce).map((card) => (
            <Checkbox
              key={card.id}
              size="sm"
              checked={!left.has(card.id)}
              onChange={() => toggle(card.id)}
              label={
                <span dir="auto">
                  {board.key}-{card.number} {card.title}
                  <Text span size="xs" c="dimmed">
                    {' '}
                    · {nameOf(card.ownerId)} ·{' '}
                    {card.dueOn
                      ? deadlineInWords({ on: card.dueOn, time: card.dueTime, zone: card.dueZone ?? board.zone }, readerZone(), now).short
                      : 'no deadline'}
                  </Text>
                </span>
              }
            />
          ))}
          {cards.length > shownAtOnce && (
            <Text size="sm" c="dimmed">
              and {cards.length - shownAtOnce} more, which are set with these
            </Text>
          )}
        </Stack>
      </Stack>
    </Modal>
  );
}
