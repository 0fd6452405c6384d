import { Group, Text, TextInput, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import { type Decision, currentStance, limits, objectors } from '@baton/domain';
import { DayField } from '../time/DayField';
import { DraftForm } from './DraftForm';
import { useFormDraft } from './useFormDraft';
import type { TakeStep } from './useStep';

interface DecideFormProps {
  decision: Decision;
  /** A draft of something decided already is put on record. */
  step: 'decide' | 'record';
  nameOf: (id: string) => string;
  take: TakeStep;
  onDone: () => void;
}

/** The outcome, as its decider writes it: what, why, and an answer to everybody who objected. */
export function DecideForm({ decision, step, nameOf, take, onDone }: DecideFormProps) {
  const begin = useMemo(
    () => ({
      ...{ choice: decision.recommendation, because: '', consequences: '', conditions: '' },
      ...{ reviewOn: decision.reviewOn, reviewTrigger: decision.reviewTrigger, answers: {} as Record<string, string> },
    }),
    [decision.recommendation, decision.reviewOn, decision.reviewTrigger],
  );
  const { form, change, done } = useFormDraft(`outcome:${decision.id}`, begin);
  const send = () => {
    const answers = Object.entries(form.answers).map(([personId, text]) => ({ personId, text }));
    return take(step, { outcome: { ...form, answers } });
  };
  const words = (name: 'choice' | 'because' | 'consequences' | 'conditions', label: string, minRows: number) => (
    <Textarea
      label={label}
      autosize
      minRows={minRows}
      dir="auto"
      autoFocus={name === 'choice'}
      value={form[name]}
      onChange={(e) => change({ [name]: e.currentTarget.value })}
    />
  );
  return (
    <DraftForm label="The outcome" verb={step === 'record' ? 'Put on record' : 'Decide'} onSend={send} onSent={done} onClose={onDone}>
      {words('choice', 'What is decided', 1)}
      {words('because', 'Because', 2)}
      {objectors(decision).map((id) => (
        <div key={id}>
          <Text size="sm" c="dimmed" dir="auto">
            {nameOf(id)} objects: {currentStance(decision, id)?.reason}
          </Text>
          <Textarea
            label={`Your answer to ${nameOf(id)}`}
            autosize
            minRows={1}
            dir="auto"
            value={form.answers[id] ?? ''}
            onChange={(e) => change({ answers: { ...form.answers, [id]: e.currentTarget.value } })}
          />
        </div>
      ))}
      {words('consequences', 'What follows from it', 1)}
      {words('conditions', 'On what conditions', 1)}
      <Group gap="lg" align="flex-end" wrap="wrap">
        <DayField label="Look again on" value={form.reviewOn} onChange={(reviewOn) => change({ reviewOn })} />
        <TextInput
          label="Or when"
          dir="auto"
          flex={1}
          miw={160}
          maxLength={limits.reason}
          value={form.reviewTrigger}
          onChange={(e) => change({ reviewTrigger: e.currentTarget.value })}
        />
      </Group>
    </DraftForm>
  );
}
