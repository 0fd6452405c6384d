import { Alert, Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { type Decision, currentStance, limits, objectors } from '@baton/domain';
import { DateField } from '../time/DateField';
import { useFormDraft, useSending } from './useFormDraft';
import type { TakeStep } from './useStep';
import css from './Decision.module.css';

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
  const [fault, setFault] = useState<string | null>(null);
  const [send, sending] = useSending(async () => {
    const written = Object.entries(form.answers).map(([personId, text]) => ({ personId, text }));
    const refused = await take(step, { outcome: { ...form, answers: written } });
    if (refused) return setFault(refused);
    done();
    onDone();
  });
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Escape') onDone();
    if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
    // In a field of one line the browser would send the form as well.
    e.preventDefault();
    void send();
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
    <form className={css.form} aria-label="The outcome" onSubmit={(e) => (e.preventDefault(), void send())} onKeyDown={onKeyDown}>
      <Stack gap="sm">
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
          <div>
            <Text size="sm" fw={500}>
              Look again on
            </Text>
            <DateField
              label="Look again on"
              withTime={false}
              value={form.reviewOn ? { day: form.reviewOn, time: null } : null}
              onChange={(due) => change({ reviewOn: due?.day ?? null })}
            />
          </div>
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
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={sending}>
            {step === 'record' ? 'Put on record' : 'Decide'}
          </Button>
          <Button variant="subtle" color="gray" onClick={onDone}>
            Close
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
