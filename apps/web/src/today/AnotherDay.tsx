import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LeaveLine } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { DateField } from '../time/DateField';
import type { Due } from '../time/dates';
import { sentenceOf } from '../ui/refusals';
import css from './Row.module.css';

/** Another day for a task: whoever set the deadline is asked; one's own is moved. */
export function AnotherDay({ line, onClose }: { line: LeaveLine; onClose: () => void }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const [due, setDue] = useState<Due | null>(null);
  const [why, setWhy] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const asked = line.dateOfId !== null;
  const send = async () => {
    if (!due) return setFault('Choose a day.');
    const task = line.taskId ?? '';
    const words = why.trim() || 'I am away then';
    const { refusal } = asked
      ? await commands.counter(task, { on: due.day, time: due.time, zone: board.zone }, words)
      : await commands.edit([task], { dueOn: due.day, dueTime: due.time, why: words });
    return refusal ? setFault(sentenceOf(refusal)) : onClose();
  };
  return (
    <form
      className={css.inPlace}
      aria-label="Another day"
      onSubmit={(e) => {
        e.preventDefault();
        void send();
      }}
      onKeyDown={(e) => e.key === 'Escape' && (e.stopPropagation(), onClose())}
    >
      {asked && <Text size="sm">{line.dateOfName} set this deadline and is asked.</Text>}
      <Group gap="xs" align="flex-end">
        <DateField label="What you can do instead" compact value={due} onChange={setDue} />
        <TextInput
          size="xs"
          label="Why"
          placeholder="I am away then"
          dir="auto"
          maxLength={300}
          value={why}
          onChange={(e) => setWhy(e.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={!due}>
          {asked ? `Ask ${line.dateOfName ?? ''}` : 'Move it'}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </Group>
      {fault && (
        <Alert color="orange" variant="light" role="alert">
          {fault}
        </Alert>
      )}
    </form>
  );
}
