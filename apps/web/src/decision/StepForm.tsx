import { Alert, Button, Checkbox, Group, MultiSelect, Select, Stack, Text, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type BoardSnapshot, type Decision, type DecisionStep, redactable, taskKey } from '@baton/domain';
import { DateField } from '../time/DateField';
import { inAYear, peopleOn } from './form';
import type { TakeStep } from './useStep';
import { stepVerbs } from './words';
import css from './Decision.module.css';

/** What each of the smaller steps asks for. */
const asks: Partial<Record<DecisionStep, { text?: string; person?: string; tasks?: true; day?: string; path?: true; required?: true }>> = {
  inform: { text: 'What they need to know' },
  invite: { person: 'Whom you ask', required: true },
  'replace decider': { person: 'Who decides instead', text: 'Why' },
  convert: { text: 'Why one person decides now' },
  withdraw: { text: 'Why' },
  uphold: { text: 'A few words, if you like', day: 'Look again on' },
  retire: { text: 'Why it no longer holds' },
  trigger: { text: 'What has happened' },
  erratum: { text: 'What it should say' },
  correct: { text: 'What the record should say' },
  dissent: { text: 'What you think' },
  redact: { path: true, text: 'Why it is taken out' },
  link: { tasks: true },
};

interface StepFormProps {
  step: DecisionStep;
  decision: Decision;
  board: BoardSnapshot;
  take: TakeStep;
  onDone: () => void;
}

/** A step that asks for some words, a person, a day, or tasks. */
export function StepForm({ step, decision, board, take, onDone }: StepFormProps) {
  const [text, setText] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [required, setRequired] = useState(false);
  const [taskIds, setTaskIds] = useState(decision.taskIds);
  const [day, setDay] = useState<string | null>(() => (step === 'uphold' ? inAYear(Date.now()) : null));
  const [path, setPath] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const wants = asks[step] ?? {};
  const send = async () => {
    const refused = await take(step, {
      ...(wants.text && { text }),
      ...(wants.person && { personId }),
      ...(wants.required && { required }),
      ...(wants.tasks && { taskIds }),
      ...(wants.day && { reviewOn: day }),
      ...(wants.path && { path }),
    });
    if (refused) setFault(refused);
    else onDone();
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) void send();
    if (e.key === 'Escape') onDone();
  };
  return (
    <form className={css.form} aria-label={stepVerbs[step]} onSubmit={(e) => (e.preventDefault(), void send())} onKeyDown={onKeyDown}>
      <Stack gap="sm">
        {wants.person && (
          <Select label={wants.person} searchable autoFocus data={peopleOn(board)} value={personId} onChange={setPersonId} />
        )}
        {wants.required && (
          <Checkbox
            label="It cannot pass before they were heard"
            checked={required}
            onChange={(e) => setRequired(e.currentTarget.checked)}
          />
        )}
        {wants.path && <Select label="Which text" autoFocus data={textsOf(decision)} value={path} onChange={setPath} />}
        {wants.tasks && (
          <MultiSelect
            label="Tasks that it is about"
            searchable
            autoFocus
            limit={50}
            data={board.cards.map(({ id, number, title }) => ({ value: id, label: `${taskKey(board.key, number)} ${title}` }))}
            value={taskIds}
            onChange={setTaskIds}
          />
        )}
        {wants.text && (
          <Textarea
            label={wants.text}
            autosize
            minRows={2}
            dir="auto"
            autoFocus={!wants.person && !wants.path}
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
        )}
        {wants.day && (
          <div>
            <Text size="sm" fw={500}>
              {wants.day}
            </Text>
            <DateField
              label={wants.day}
              withTime={false}
              value={day ? { day, time: null } : null}
              onChange={(due) => setDay(due?.day ?? null)}
            />
          </div>
        )}
        {step === 'redact' && (
          <Text size="xs" c="dimmed">
            The text is gone for good. Its digest stays, so that the seal still verifies, with who took it out, when and why.
          </Text>
        )}
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit">{stepVerbs[step]}</Button>
          <Button variant="subtle" color="gray" onClick={onDone}>
            Close
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The texts of a record that can be taken out, with their beginning. */
function textsOf(decision: Decision): { value: string; label: string }[] {
  const found: { value: string; label: string }[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') {
      if (value !== '' && redactable.test(path))
        found.push({ value: path, label: `${path.slice(1).replaceAll('/', ', ')}: ${value.slice(0, 60)}` });
    } else if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) walk(item, `${path}/${key}`);
  };
  walk(decision, '');
  return found;
}
