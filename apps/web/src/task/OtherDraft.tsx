import { Alert, Button, Group, Text } from '@mantine/core';
import type { Draft } from '@baton/domain';
import { instantInWords } from '../time/words';

/** Two devices wrote at one place: nothing is lost, and the writer says what goes on. */
export function OtherDraft({ other, onChoose }: { other: Draft | null; onChoose: (what: 'mine' | 'other' | 'both') => void }) {
  if (!other) return null;
  return (
    <Alert color="orange" variant="light">
      <Text size="sm" fw={600}>
        You also wrote here on another device, {instantInWords(other.at)}
      </Text>
      <Text size="sm" dir="auto" lineClamp={4} mb="xs">
        {other.text}
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => onChoose('both')}>
          Put it below
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onChoose('other')}>
          Take that one
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChoose('mine')}>
          Keep what is here
        </Button>
      </Group>
    </Alert>
  );
}
