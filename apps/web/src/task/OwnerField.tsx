import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type BoardPerson, leaveWindow, promisedBy, standingAt } from '@baton/domain';
import { calendarOfPerson } from '../board/moveScene';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { standingInWords } from '../rhythm/words';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import type { Card } from '@baton/domain';

/** The one who is accountable. Everybody's availability stands beside their name, and who is away is asked about before it is saved. */
export function OwnerField({ card, meId, canEdit }: { card: Card; meId: string; canEdit: boolean }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const now = useNow();
  const [asked, setAsked] = useState<BoardPerson | null>(null);
  const zone = readerZone();
  const people = board.people.filter((p) => !p.removed || p.id === card.ownerId);
  const byId = new Map(people.map((p) => [p.id, p]));
  const nameOf = (id: string) => board.people.find((p) => p.id === id)?.name ?? 'somebody who left';
  const standing = (p: BoardPerson) => standingInWords(standingAt(calendarOfPerson(p), now), calendarOfPerson(p), zone, now, nameOf);
  const assign = (ownerId: string | null) => {
    setAsked(null);
    void commands.edit([card.id], { ownerId });
  };
  const pick = (id: string | null) => {
    const person = id === null ? undefined : byId.get(id);
    if (person && id !== meId && leaveOf(person, card, board.zone, now)) setAsked(person);
    else assign(id);
  };
  const leave = asked && leaveOf(asked, card, board.zone, now);
  const delegate = leave?.delegateId ? byId.get(leave.delegateId) : undefined;
  const owner = card.ownerId === null ? undefined : byId.get(card.ownerId);
  return (
    <Stack gap={4}>
      <Select
        size="xs"
        disabled={!canEdit}
        aria-label="Owner"
        placeholder="no owner"
        searchable
        clearable
        data={people.map((p) => ({
          value: p.id,
          label: `${p.name}${p.id === meId ? ' (you)' : p.removed ? ' (left)' : p.placeholder ? ' (not here yet)' : ''}`,
        }))}
        renderOption={({ option }) => {
          const person = byId.get(option.value);
          return (
            <div>
              <bdi>{option.label}</bdi>
              {person && (
                <Text size="xs" c="dimmed">
                  {standing(person)}
                </Text>
              )}
            </div>
          );
        }}
        value={asked?.id ?? card.ownerId}
        onChange={pick}
        comboboxProps={{ withinPortal: true }}
      />
      {owner && !asked && (
        <Text size="xs" c="dimmed">
          {standing(owner)}
          {owner.calendar ? '' : ', assumed hours'}
        </Text>
      )}
      {asked && (
        <div role="group" aria-label={`${asked.name} is away`}>
          <Text size="xs" c="var(--late)">
            {asked.name}: {standing(asked)}
            {leave?.note && ` (${leave.note})`}
          </Text>
          <Group gap={4} mt={4}>
            {delegate && (
              <Button size="compact-xs" onClick={() => assign(delegate.id)}>
                {`Ask ${delegate.name}`}
              </Button>
            )}
            <Button size="compact-xs" variant="default" onClick={() => assign(asked.id)}>
              {`Assign ${asked.name}`}
            </Button>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsked(null)}>
              Cancel
            </Button>
          </Group>
        </div>
      )}
    </Stack>
  );
}

/** The time off that lies between now and the deadline, or is going on; the first of them. */
function leaveOf(person: BoardPerson, card: Card, zone: string, now: number) {
  const calendar = calendarOfPerson(person);
  const until = Math.max(promisedBy(card, zone) ?? now, now);
  return calendar.leave.find((leave) => {
    const { start, end } = leaveWindow(calendar, leave);
    return end > now && start <= until;
  });
}
