import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { type Status, dayAt, startOfDay, addDays, instantOf, minutesOf, wallOf } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { parseDue } from '../time/dates';
import { momentInWords, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { sentenceFor } from '../ui/refusals';

const SetStatusDocument = graphql(`
  mutation SetStatus($input: SetStatusInput!) {
    setStatus(input: $input) {
      id
      status
    }
  }
`);

/** A few words beside one's name until a time; they change nothing else. */
export function StatusField() {
  const { me } = useViewer();
  const now = useNow();
  const status = me.status as Status | null | undefined;
  const [emoji, setEmoji] = useState(status?.emoji ?? '');
  const [text, setText] = useState(status?.text ?? '');
  const [until, setUntil] = useState('');
  const [set, { loading, error }] = useMutation(SetStatusDocument);
  const zone = readerZone();
  const parsed = until ? parseDue(until, dayAt(zone, now)) : null;
  const instant = parsed
    ? parsed.time
      ? instantOf(zone, wallOf(parsed.day, minutesOf(parsed.time)), 'later')
      : startOfDay(zone, addDays(parsed.day, 1))
    : null;
  const send = (next: Status | null) =>
    void set({ variables: { input: { commandId: crypto.randomUUID(), status: next } } }).catch(() => undefined);
  return (
    <section aria-label="Status">
      <Title order={3} size="h4" mb={4}>
        Status
      </Title>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          send({ emoji, text, until: instant === null ? null : new Date(instant).toISOString() });
        }}
      >
        <Group align="flex-end" gap="xs">
          <TextInput size="xs" w={64} label="Emoji" value={emoji} maxLength={8} onChange={(e) => setEmoji(e.currentTarget.value)} />
          <TextInput
            size="xs"
            label="What others read"
            placeholder="Writing the annual report"
            value={text}
            maxLength={140}
            onChange={(e) => setText(e.currentTarget.value)}
            dir="auto"
          />
          <TextInput
            size="xs"
            label="Until"
            placeholder={status?.until ? momentInWords(Date.parse(status.until), zone, now) : 'fri 17:00'}
            value={until}
            onChange={(e) => setUntil(e.currentTarget.value)}
            error={until !== '' && !parsed ? 'Write it like fri 17:00.' : undefined}
          />
          <Button size="xs" type="submit" loading={loading} disabled={until !== '' && !parsed}>
            Set status
          </Button>
          {status && (
            <Button size="xs" variant="subtle" color="gray" onClick={() => send(null)}>
              Take it away
            </Button>
          )}
        </Group>
      </form>
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
    </section>
  );
}
