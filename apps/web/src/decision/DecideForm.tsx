import { Alert, Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type Decision, currentStance, limits, objectors } from '@baton/domain';
import { useSharedDraft } from '../task/useSharedDraft';
import { DateField } from '../time/DateField';
import type { TakeStep } from './useStep';
import css from './Decision.module.css';

interface DecideFormProps {
  decision: Decision;
  step: 'decide' | 'record';
  nameOf: (id: string) => string;
  take: TakeStep;
  onDone: () => void;
}

/** The outcome, as its decider writes it: what, why, and an answer to everybody who objected. */
export function DecideForm({ decision, step, nameOf, take, onDone }: DecideFormProps) {
  const { text: because, write, done } = useSharedDraft(`outcome:${decision.id}`);
  const [choice, setChoice] = useState(decision.recommendation);
  const [consequences, setConsequences] = useState('');
  const [conditions, setConditions] = useState('');
  const [reviewOn, setReviewOn] = useState(decision.reviewOn);
  const [reviewTrigger, setReviewTrigger] = useState(decision.reviewTrigger);
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    const written = Object.entries(answers).map(([personId, text]) => ({ personId, text }));
    const outcome = { choice, because, consequences, conditions, reviewOn, reviewTrigger, answers: written };
    const refused = await take(step, { outcome });
    if (refused) return setFault(refused);
    done(because);
    onDone();
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) void send();
    if (e.key === 'Escape') onDone();
  };
  return (
    <form className={css.form} aria-label="The outcome" onSubmit={(e) => (e.preventDefault(), void send())} onKeyDown={onKeyDown}>
      <Stack gap="sm">
        <Textarea
          label="What is decided"
          autosize
          minRows={1}
          dir="auto"
          autoFocus
          value={choice}
          onChange={(e) => setChoice(e.currentTarget.value)}
        />
        <Textarea label="Because" autosize minRows={2} dir="auto" value={because} onChange={(e) => write(e.currentTarget.value)} />
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
              value={answers[id] ?? ''}
              onChange={(e) => setAnswers({ ...answers, [id]: e.currentTarget.value })}
            />
          </div>
        ))}
        <Textarea
          label="What follows from it"
          autosize
          minRows={1}
          dir="auto"
          value={consequences}
          onChange={(e) => setConsequences(e.currentTarget.value)}
        />
        <Textarea
          label="On what conditions"
          autosize
          minRows={1}
          dir="auto"
          value={conditions}
          onChange={(e) => setConditions(e.currentTarget.value)}
        />
        <Group gap="lg" align="flex-end" wrap="wrap">
          <div>
            <Text size="sm" fw={500}>
              Look again on
            </Text>
            <DateField
              label="Look again on"
              withTime={false}
              value={reviewOn ? { day: reviewOn, time: null } : null}
              onChange={(due) => setReviewOn(due?.day ?? null)}
            />
          </div>
          <TextInput
            label="Or when"
            dir="auto"
            flex={1}
            miw={160}
            maxLength={limits.reason}
            value={reviewTrigger}
            onChange={(e) => setReviewTrigger(e.currentTarget.value)}
          />
        </Group>
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit">{step === 'record' ? 'Put on record' : 'Decide'}</Button>
          <Button variant="subtle" color="gray" onClick={onDone}>
            Close
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
