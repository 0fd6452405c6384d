import { Button, Group, MultiSelect, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Card, dayAt } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { parseDue } from '../time/dates';
import { momentInWords, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords } from '../time/words';

/** What the task waits for outside of itself: somebody elsewhere until a day to check back, or a colleague. */
export function WaitField({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const now = useNow();
  const [editing, setEditing] = useState(false);
  const zone = readerZone();
  const { wait } = card;
  if (editing) return <WaitForm card={card} onClose={() => setEditing(false)} />;
  if (!wait)
    return (
      <Button size="xs" variant="default" disabled={!canEdit} onClick={() => setEditing(true)}>
        nothing
      </Button>
    );
  const who = wait.kind === 'outside' ? wait.who : (board.people.find(({ id }) => id === wait.personId)?.name ?? 'somebody who left');
  return (
    <Stack gap={4}>
      <Text size="sm">
        <bdi>{who}</bdi>: <bdi>{wait.what}</bdi>
        <Text span size="xs" c="dimmed">
          {wait.kind === 'outside'
            ? `, check back ${dayInWords(wait.checkOn, dayAt(zone, now))}`
            : `, by ${momentInWords(Date.parse(wait.by), zone, now)}`}
          , since {dayInWords(dayAt(zone, Date.parse(wait.since)), dayAt(zone, now))}
        </Text>
      </Text>
      {canEdit && (
        <Group gap={4}>
          <Button size="compact-xs" onClick={() => void commands.edit([card.id], { wait: null })}>
            It came
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setEditing(true)}>
            Change
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function WaitForm({ card, onClose }: { card: Card; onClose: () => void }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const now = useNow();
  const { wait } = card;
  const [kind, setKind] = useState<'outside' | 'person'>(wait?.kind ?? 'outside');
  const [who, setWho] = useState(wait?.kind === 'outside' ? wait.who : '');
  const [personId, setPersonId] = useState<string | null>(wait?.kind === 'person' ? wait.personId : null);
  const [what, setWhat] = useState(wait?.what ?? '');
  const [when, setWhen] = useState(wait?.kind === 'outside' ? wait.checkOn : '');
  const [problem, setProblem] = useState<string | null>(null);
  const today = dayAt(board.zone, now);
  const checkOn = parseDue(when, today)?.day;
  const save = async () => {
    if (!what.trim()) return setProblem('Write what would unblock it.');
    if (kind === 'outside' && !who.trim()) return setProblem('Write who it waits for.');
    if (kind === 'outside' && !checkOn) return setProblem('Choose the day on which you check back, such as fri.');
    if (kind === 'person' && !personId) return setProblem('Choose who it waits for.');
    const outcome = await commands.edit([card.id], {
      wait: kind === 'outside' ? { kind, who, what, checkOn: checkOn ?? '' } : { kind, personId: personId ?? '', what },
    });
    if (!outcome.refusal) onClose();
  };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <Stack gap="xs">
        <SegmentedControl
          size="xs"
          value={kind}
          onChange={(value) => setKind(value === 'person' ? 'person' : 'outside')}
          data={[
            { value: 'outside', label: 'Somebody outside' },
            { value: 'person', label: 'A colleague' },
          ]}
          aria-label="Who it waits for"
        />
        {kind === 'outside' ? (
          <TextInput
            size="xs"
            label="Waits for"
            placeholder="the printer"
            value={who}
            onChange={(e) => setWho(e.currentTarget.value)}
            dir="auto"
            autoFocus
          />
        ) : (
          <Select
            size="xs"
            label="Waits for"
            searchable
            data={board.people.filter((p) => !p.removed).map(({ id, name }) => ({ value: id, label: name }))}
            value={personId}
            onChange={setPersonId}
          />
        )}
        <TextInput
          size="xs"
          label="What would unblock it"
          placeholder="the proofs"
          value={what}
          maxLength={140}
          onChange={(e) => setWhat(e.currentTarget.value)}
          dir="auto"
        />
        {kind === 'outside' && (
          <TextInput
            size="xs"
            label="Check back"
            placeholder="fri, in 3 days"
            description={when && checkOn ? dayInWords(checkOn, today) : 'So that nobody forgets it.'}
            value={when}
            onChange={(e) => setWhen(e.currentTarget.value)}
          />
        )}
        {problem && (
          <Text size="xs" c="var(--late)" role="alert">
            {problem}
          </Text>
        )}
        <Group gap={4}>
          <Button size="xs" type="submit">
            Save what it waits for
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Tasks of the board that must be done first, and those that wait for this one. */
export function BlockersField({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const [search, setSearch] = useState('');
  const nameOf = (c: Card) => `${board.key}-${c.number} ${c.title}`;
  const waiting = board.cards.filter((c) => c.blockerIds.includes(card.id));
  const wanted = search.trim().toLowerCase();
  const offered = board.cards.filter(
    (c) =>
      c.id !== card.id && (card.blockerIds.includes(c.id) || (!c.doneAt && (wanted === '' || nameOf(c).toLowerCase().includes(wanted)))),
  );
  const change = (next: string[]) => {
    const add = next.filter((id) => !card.blockerIds.includes(id));
    const remove = card.blockerIds.filter((id) => !next.includes(id));
    void commands.edit([card.id], {
      ...(add.length > 0 && { addBlockerIds: add }),
      ...(remove.length > 0 && { removeBlockerIds: remove }),
    });
  };
  return (
    <Stack gap={4}>
      <MultiSelect
        size="xs"
        disabled={!canEdit}
        aria-label="Blocked by"
        placeholder={card.blockerIds.length === 0 ? 'nothing' : ''}
        searchable
        searchValue={search}
        onSearchChange={setSearch}
        filter={({ options }) => options}
        data={offered.slice(0, 50).map((c) => ({ value: c.id, label: nameOf(c) }))}
        value={card.blockerIds.filter((id) => board.cards.some((c) => c.id === id))}
        onChange={change}
        comboboxProps={{ withinPortal: true }}
      />
      {waiting.length > 0 && (
        <Text size="xs" c="dimmed">
          Blocks {waiting.map((c) => `${board.key}-${c.number}`).join(', ')}
        </Text>
      )}
    </Stack>
  );
}
