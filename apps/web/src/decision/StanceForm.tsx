import { Alert, Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type Decision, type StanceKind, stanceKinds } from '@baton/domain';
import { useSharedDraft } from '../task/useSharedDraft';
import type { TakeStep } from './useStep';
import { stanceWords } from './words';
import css from './Decision.module.css';

const labels: Record<StanceKind, string> = {
  agree: 'A few words, if you like',
  concern: 'What concerns you',
  object: 'Why you object',
  abstain: 'A few words, if you like',
  'need information': 'What you need to know',
};

/** What the reader thinks of a proposal: one choice, and its reason. Arrow keys choose, Ctrl+Enter gives it. */
export function StanceForm({ decision, take, onDone }: { decision: Decision; take: TakeStep; onDone: () => void }) {
  const { text, write, done } = useSharedDraft(`stance:${decision.id}`);
  const [stance, setStance] = useState<StanceKind>('agree');
  const [resolves, setResolves] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    const refused = await take('stance', { stance, text, resolves, version: decision.version });
    if (refused) return setFault(refused);
    done(text);
    onDone();
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) void send();
    if (e.key === 'Escape') onDone();
  };
  return (
    <form className={css.form} aria-label="What you think" onSubmit={(e) => (e.preventDefault(), void send())} onKeyDown={onKeyDown}>
      <Stack gap="sm">
        <Radio.Group label="What you think of it" value={stance} onChange={(value) => setStance(value as StanceKind)}>
          <Group gap="md" mt={6}>
            {stanceKinds.map((kind, i) => (
              <Radio key={kind} value={kind} label={stanceWords[kind].verb} autoFocus={i === 0} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea label={labels[stance]} autosize minRows={2} dir="auto" value={text} onChange={(e) => write(e.currentTarget.value)} />
        {stance === 'object' && (
          <Textarea
            label="What would resolve it"
            autosize
            minRows={1}
            dir="auto"
            value={resolves}
            onChange={(e) => setResolves(e.currentTarget.value)}
          />
        )}
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit">{stanceWords[stance].verb}</Button>
          <Button variant="subtle" color="gray" onClick={onDone}>
            Close
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
