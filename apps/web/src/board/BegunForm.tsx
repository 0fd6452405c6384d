import { useReactiveVar } from '@apollo/client/react';
import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type BoardSnapshot, dayAt } from '@baton/domain';
import { parseDue } from '../time/dates';
import { deadlineInWords, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { begun, deadlineOfCard, turned } from './begun';
import { calendarOfPerson } from './moveScene';
import type { useBoardCommands } from './useBoardCommands';
import css from './BoardPage.module.css';

/** After a move against the stream: why, if somebody wants to say it. The move itself is done. */
export function TurnedForm({ board, commands }: { board: BoardSnapshot; commands: ReturnType<typeof useBoardCommands> }) {
  const moved = useReactiveVar(turned);
  const [why, setWhy] = useState('');
  if (moved?.boardId !== board.id) return null;
  const card = board.cards.find(({ id }) => id === moved.ids[0]);
  const close = () => {
    turned(null);
    setWhy('');
  };
  return (
    <form
      className={css.begun}
      aria-label="Why it moved"
      onSubmit={(e) => {
        e.preventDefault();
        if (why.trim()) void commands.explain(moved.ids, why.trim());
        close();
      }}
      onKeyDown={(e) => e.key === 'Escape' && close()}
    >
      <Group gap="xs" align="flex-end" wrap="wrap">
        <TextInput
          size="xs"
          w={260}
          label={moved.ids.length === 1 && card ? `${board.key}-${card.number} ${moved.what}` : `${moved.ids.length} tasks: ${moved.what}`}
          placeholder="Why, in a few words"
          value={why}
          maxLength={300}
          onChange={(e) => setWhy(e.currentTarget.value)}
          dir="auto"
        />
        <Button size="xs" type="submit">
          {why.trim() ? 'Say why' : 'Without words'}
        </Button>
      </Group>
    </form>
  );
}

/** After a drop into work: what the task got because it lacked it, to keep with one key or to change. The drop itself is done. */
export function BegunForm({ board, commands }: { board: BoardSnapshot; commands: ReturnType<typeof useBoardCommands> }) {
  const asked = useReactiveVar(begun);
  if (asked?.boardId !== board.id) return null;
  const cards = board.cards.filter(({ id }) => asked.ids.includes(id));
  const [first] = cards;
  if (!first) return null;
  return <Form key={asked.ids.join()} board={board} ids={asked.ids} cardId={first.id} commands={commands} />;
}

interface FormProps {
  board: BoardSnapshot;
  ids: readonly string[];
  cardId: string;
  commands: ReturnType<typeof useBoardCommands>;
}

function Form({ board, ids, cardId, commands }: FormProps) {
  const now = useNow();
  const card = board.cards.find(({ id }) => id === cardId);
  const [ownerId, setOwnerId] = useState(card?.ownerId ?? null);
  const [text, setText] = useState('');
  const owner = board.people.find(({ id }) => id === ownerId);
  const deadline = card && deadlineOfCard(card, board.zone);
  const scene = owner && { calendar: calendarOfPerson(owner), now, sprint: board.sprint };
  const due = parseDue(text, dayAt(board.zone, now), scene);
  const close = () => begun(null);
  const accept = () => {
    const edit = {
      ...(ownerId !== card?.ownerId && ownerId && { ownerId }),
      ...(due && { dueOn: due.day, dueTime: due.time, dueZone: board.zone, why: 'set when it was begun' }),
    };
    close();
    if (Object.keys(edit).length > 0) void commands.edit(ids, edit);
  };
  const name = ids.length === 1 ? `${board.key}-${card?.number ?? ''} begins` : `${ids.length} tasks begin`;
  return (
    <form
      className={css.begun}
      aria-label={name}
      onSubmit={(e) => {
        e.preventDefault();
        accept();
      }}
      onKeyDown={(e) => e.key === 'Escape' && close()}
    >
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Group gap="xs" wrap="wrap" align="flex-end">
        <Select
          size="xs"
          w={150}
          label="Who"
          searchable
          allowDeselect={false}
          data={board.people.filter((p) => !p.removed).map((p) => ({ value: p.id, label: p.name }))}
          value={ownerId}
          onChange={setOwnerId}
        />
        <TextInput
          size="xs"
          w={180}
          label="By when"
          placeholder={deadline ? deadlineInWords(deadline, readerZone(), now).short : 'fri, in 3 working days'}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
          error={text !== '' && !due ? 'Write it like fri or 20 nov.' : undefined}
        />
        <Button size="xs" type="submit" autoFocus disabled={text !== '' && !due}>
          {due || ownerId !== card?.ownerId ? 'Save' : 'Keep'}
        </Button>
      </Group>
    </form>
  );
}
