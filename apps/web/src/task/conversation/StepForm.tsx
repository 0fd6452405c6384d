import { Button, Group, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Ask, type AskStep, type BoardSnapshot, dayAt, timeAt } from '@baton/domain';
import type { Due } from '../../time/dates';
import { DateField } from '../../time/DateField';
import { readerZone } from '../../time/deadlineWords';
import type { StepStart } from './AskView';
import { instantOfDue } from './askPeople';
import { stepVerbs } from './words';

const needsText: readonly AskStep[] = ['answer', 'reopen', 'decline', 'outcome'];
const needsPerson: readonly AskStep[] = ['offer', 'move'];
const mayName: readonly AskStep[] = ['defer', 'edit', 'reask', 'move', 'reopen'];
/** Whether a step asks for words, a person or a time before it is done. */
export const needsForm = (step: AskStep) =>
  needsText.includes(step) || needsPerson.includes(step) || mayName.includes(step) || step === 'talk';

const textLabels: Partial<Record<AskStep, string>> = {
  answer: 'Your answer',
  decline: 'Why you decline',
  reopen: 'What is missing',
  outcome: 'What came of it',
};
const personLabels: Partial<Record<AskStep, string>> = {
  offer: 'Who could answer for you',
  move: 'Whom you ask instead',
  decline: 'Who instead, if you know',
};

interface StepFormProps {
  step: AskStep;
  start: StepStart;
  ask: Ask;
  board: BoardSnapshot;
  objects: boolean;
  onStep: (more: Record<string, unknown>) => void;
  onClose: () => void;
}

/** What a step asks for: words, a person, or a time. */
export function StepForm({ step, start, ask, board, objects, onStep, onClose }: StepFormProps) {
  const [text, setText] = useState('');
  const [personId, setPersonId] = useState<string | null>(start.personId ?? null);
  const [at, setAt] = useState<Due | null>(() =>
    start.at === undefined ? null : { day: dayAt(readerZone(), start.at), time: timeAt(readerZone(), start.at) },
  );
  const objecting = objects && step === 'answer';
  const others = board.people.filter(
    ({ id, removed, placeholder, role }) => id !== ask.holderId && id !== ask.askerId && !removed && !placeholder && role !== 'viewer',
  );
  const send = () =>
    onStep({
      ...(text.trim() && { text }),
      ...(personId && { personId }),
      ...(at && { at: new Date(instantOfDue(at)).toISOString() }),
      ...(objecting && { ack: 'object' }),
    });
  return (
    <Stack
      gap="xs"
      mt={6}
      component="form"
      onSubmit={(e) => (e.preventDefault(), send())}
      onKeyDown={(e) => e.key === 'Escape' && (e.stopPropagation(), onClose())}
    >
      {personLabels[step] && (
        <Select
          label={personLabels[step]}
          searchable
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onChange={setPersonId}
        />
      )}
      {needsText.includes(step) ? (
        <Textarea
          label={objecting ? 'What you object to, and what would help' : textLabels[step]}
          autosize
          minRows={2}
          autoFocus
          dir="auto"
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) send();
          }}
        />
      ) : (
        <TextInput label="A few words, if you like" dir="auto" value={text} onChange={(e) => setText(e.currentTarget.value)} />
      )}
      {mayName.includes(step) && (
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {step === 'defer' ? 'I need until' : 'By when'}
          </Text>
          <DateField label={step === 'defer' ? 'I need until' : 'By when'} value={at} onChange={setAt} />
          {at === null && step !== 'defer' && (
            <Text size="xs" c="dimmed">
              As the house rules say.
            </Text>
          )}
        </Group>
      )}
      <Group gap="xs">
        <Button size="compact-sm" type="submit">
          {stepVerbs[step]}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
