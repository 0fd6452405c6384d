import { Checkbox, MultiSelect, Select, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type BoardSnapshot, type Decision, type DecisionStep, currentStance, taskKey } from '@baton/domain';
import { DayField } from '../time/DayField';
import { textsOf } from './changes';
import { inAYear, peopleOn } from './form';
import { DraftForm } from './DraftForm';
import { useFormDraft } from './useFormDraft';
import type { TakeStep } from './useStep';
import { stepVerbs } from './words';

/** What each of the smaller steps asks for. */
const asks: Partial<Record<DecisionStep, { text?: string; person?: string; tasks?: true; day?: string; path?: true; required?: true }>> = {
  inform: { text: 'What they need to know', person: 'Whom you answer' },
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
  /** Its tasks by name, those too that the board does not show any more. */
  tasks: readonly { id: string; key: string; title: string }[];
  nameOf: (id: string) => string;
  take: TakeStep;
  onDone: () => void;
}

/** Whose name a step can take. */
function peopleFor(step: DecisionStep, decision: Decision, board: BoardSnapshot, nameOf: (id: string) => string) {
  if (step === 'inform')
    return decision.stances
      .filter((stance) => stance.kind === 'need information' && !stance.informed && currentStance(decision, stance.personId) === stance)
      .map(({ personId, reason }) => ({ value: personId, label: `${nameOf(personId)}: ${reason.slice(0, 80)}` }));
  const taken = step === 'invite' ? decision.contributors.map(({ personId }) => personId) : [decision.deciderId];
  return peopleOn(board).filter(({ value }) => !taken.includes(value));
}

/** The tasks that can be linked, by key and title. */
function tasksOn(board: BoardSnapshot, linked: StepFormProps['tasks']) {
  const shown = new Set(board.cards.map(({ id }) => id));
  return [
    ...board.cards.map(({ id, number, title }) => ({ value: id, label: `${taskKey(board.key, number)} ${title}` })),
    ...linked.filter(({ id }) => !shown.has(id)).map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` })),
  ];
}

/** A step that asks for some words, a person, a day, or tasks. What is written is kept until it is sent. */
export function StepForm({ step, decision, board, tasks, nameOf, take, onDone }: StepFormProps) {
  const wants = asks[step] ?? {};
  const people = peopleFor(step, decision, board, nameOf);
  const alone = step === 'inform' ? (people[0]?.value ?? null) : null;
  const [nextYear] = useState(() => inAYear(Date.now()));
  const begin = useMemo(
    () => ({
      ...{ text: '', personId: alone, required: false, path: null as string | null },
      ...{ taskIds: decision.taskIds, day: step === 'uphold' ? nextYear : null },
    }),
    [step, alone, nextYear, decision.taskIds],
  );
  const { form, change, done } = useFormDraft(`${step.replaceAll(' ', '')}:${decision.id}`, begin);
  const send = () =>
    take(step, {
      ...(wants.text && { text: form.text }),
      ...(wants.person && { personId: form.personId }),
      ...(wants.required && { required: form.required }),
      ...(wants.tasks && { taskIds: form.taskIds }),
      ...(wants.day && { reviewOn: form.day }),
      ...(wants.path && { path: form.path }),
    });
  const asksWho = wants.person && (step !== 'inform' || people.length > 1);
  return (
    <DraftForm label={stepVerbs[step]} verb={stepVerbs[step]} onSend={send} onSent={done} onClose={onDone}>
      {asksWho && (
        <Select
          label={wants.person}
          searchable
          autoFocus
          data={people}
          value={form.personId}
          onChange={(personId) => change({ personId })}
        />
      )}
      {step === 'inform' && people.length === 1 && (
        <Text size="sm" c="dimmed" dir="auto">
          {people[0]?.label}
        </Text>
      )}
      {wants.required && decision.mode !== 'advice' && (
        <Checkbox
          label="It cannot pass before they were heard"
          checked={form.required}
          onChange={(e) => change({ required: e.currentTarget.checked })}
        />
      )}
      {wants.path && (
        <Select label="Which text" autoFocus data={textsOf(decision, nameOf)} value={form.path} onChange={(path) => change({ path })} />
      )}
      {wants.tasks && (
        <MultiSelect
          label="Tasks that it is about"
          searchable
          autoFocus
          limit={50}
          data={tasksOn(board, tasks)}
          value={form.taskIds}
          onChange={(taskIds) => change({ taskIds })}
        />
      )}
      {wants.text && (
        <Textarea
          label={wants.text}
          autosize
          minRows={2}
          dir="auto"
          autoFocus={!asksWho && !wants.path}
          value={form.text}
          onChange={(e) => change({ text: e.currentTarget.value })}
        />
      )}
      {wants.day && <DayField label={wants.day} value={form.day} onChange={(day) => change({ day })} />}
      {step === 'redact' && (
        <Text size="xs" c="dimmed">
          The text is gone for good. Its digest stays, so that the seal still verifies, with who took it out, when and why.
        </Text>
      )}
    </DraftForm>
  );
}
