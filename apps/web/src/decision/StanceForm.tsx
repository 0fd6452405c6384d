import { Alert, Button, Group, Radio, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Decision, type StanceKind, stanceKinds } from '@baton/domain';
import { changedParts } from './changes';
import { DraftForm } from './DraftForm';
import { useFormDraft } from './useFormDraft';
import type { TakeStep } from './useStep';
import { stanceWords } from './words';

const labels: Record<StanceKind, string> = {
  agree: 'A few words, if you like',
  concern: 'What concerns you',
  object: 'Why you object',
  abstain: 'A few words, if you like',
  'need information': 'What you need to know',
};
const begin: { stance: StanceKind; text: string; resolves: string } = { stance: 'agree', text: '', resolves: '' };

interface StanceFormProps {
  decision: Decision;
  nameOf: (id: string) => string;
  take: TakeStep;
  onDone: () => void;
}

/** What the reader thinks of a proposal: one choice, and its reason. Arrow keys choose, Ctrl+Enter gives it. */
export function StanceForm({ decision, nameOf, take, onDone }: StanceFormProps) {
  const { form, change, done } = useFormDraft(`stance:${decision.id}`, begin);
  const { stance, text, resolves } = form;
  // The version that the reader has read: a later one is shown to them before they speak of it.
  const [read, setRead] = useState(decision.version);
  return (
    <DraftForm
      label="What you think"
      verb={stanceWords[stance].verb}
      onSend={() => take('stance', { stance, text, resolves, version: read })}
      onSent={done}
      onClose={onDone}
    >
      {read < decision.version && <Later decision={decision} since={read} nameOf={nameOf} onRead={() => setRead(decision.version)} />}
      <Radio.Group label="What you think of it" value={stance} onChange={(value) => change({ stance: value as StanceKind })}>
        <Group gap="md" mt={6}>
          {stanceKinds.map((kind) => (
            <Radio key={kind} value={kind} label={stanceWords[kind].verb} autoFocus={kind === stance} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={labels[stance]}
        autosize
        minRows={2}
        dir="auto"
        value={text}
        onChange={(e) => change({ text: e.currentTarget.value })}
      />
      {stance === 'object' && (
        <Textarea
          label="What would resolve it"
          autosize
          minRows={1}
          dir="auto"
          value={resolves}
          onChange={(e) => change({ resolves: e.currentTarget.value })}
        />
      )}
    </DraftForm>
  );
}

/** Says that the proposal changed while the reader wrote, and what. */
function Later({
  decision,
  since,
  nameOf,
  onRead,
}: {
  decision: Decision;
  since: number;
  nameOf: (id: string) => string;
  onRead: () => void;
}) {
  const names = decision.versions.flatMap(({ version }, i) =>
    version > since ? changedParts(decision, i, nameOf).map(({ name }) => name) : [],
  );
  const parts = new Intl.ListFormat('en-GB').format([...new Set(names)]);
  return (
    <Alert color="orange" variant="light" role="alert">
      <Text size="sm">
        It was changed while you wrote: version {decision.version}
        {parts && `, another ${parts}`}. Your words are kept.
      </Text>
      <Button size="compact-sm" variant="light" mt={4} onClick={onRead}>
        I have read it
      </Button>
    </Alert>
  );
}
