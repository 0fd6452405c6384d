import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group, MultiSelect, SegmentedControl, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type BoardSnapshot, type Health, type StatusDraft, healths, limits } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { useDraft } from '../task/draft';
import { MarkdownEditor } from '../task/MarkdownEditor';
import { useNow } from '../time/useNow';
import { instantInWords } from '../time/words';
import { sentenceFor, sentenceOf } from '../ui/refusals';

const StatusDraftDocument = graphql(`
  query StatusDraft($boardId: ID!) {
    statusDraft(boardId: $boardId)
  }
`);

/** A status update: the log writes the draft, a person makes it theirs. What was typed before stays. */
export function StatusForm({ board, onClose }: { board: BoardSnapshot; onClose: () => void }) {
  const { me } = useViewer();
  const { data, error } = useQuery(StatusDraftDocument, { variables: { boardId: board.id }, fetchPolicy: 'network-only' });
  const draft = data?.statusDraft as StatusDraft | undefined;
  if (error) return <Alert color="orange">{sentenceFor(error)}</Alert>;
  return draft ? <Form board={board} draft={draft} meId={me.id} onClose={onClose} /> : <Skeleton h={240} />;
}

const asked = (board: BoardSnapshot, meId: string) =>
  board.people.filter(({ id, removed, placeholder, role }) => id !== meId && !removed && !placeholder && role !== 'viewer');

function Form({ board, draft, meId, onClose }: { board: BoardSnapshot; draft: StatusDraft; meId: string; onClose: () => void }) {
  const { run } = useCommand();
  const now = useNow();
  const text = useDraft(`status.${board.id}.text`);
  const headline = useDraft(`status.${board.id}.headline`);
  const [health, setHealth] = useState<Health>(draft.health);
  const people = asked(board, meId);
  const [readerIds, setReaderIds] = useState(() => people.map(({ id }) => id));
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const said = { headline: headline.draft?.text ?? draft.headline, text: text.draft?.text ?? draft.text };
  useEffect(() => document.getElementById('status-headline')?.focus(), []);
  const publish = async () => {
    setBusy(true);
    const input = { id: crypto.randomUUID(), boardId: board.id, health, ...said, readerIds, toSeq: draft.toSeq };
    const { refusal } = await run({
      boardId: board.id,
      operation: 'publishStatus',
      input,
      words: `Published: ${said.headline}`,
      undo: 'toast',
    });
    setBusy(false);
    if (refusal) return setFault(sentenceOf(refusal));
    text.done();
    headline.done();
    return onClose();
  };
  return (
    <Stack gap="sm" component="form" onSubmit={(e) => (e.preventDefault(), void publish())} aria-label="Status update">
      <Text size="sm" c="dimmed">
        Written from what happened {draft.since ? `since ${instantInWords(draft.since, new Date(now))}` : 'so far'}. Change what you like.
      </Text>
      <SegmentedControl
        size="xs"
        aria-label="How it is"
        value={health}
        onChange={(value) => setHealth(value as Health)}
        data={[...healths]}
        style={{ alignSelf: 'flex-start' }}
      />
      <TextInput
        id="status-headline"
        label="In one line"
        dir="auto"
        maxLength={limits.headline}
        value={said.headline}
        onChange={(e) => headline.write(e.currentTarget.value)}
      />
      <MarkdownEditor
        label="What there is to say"
        value={said.text}
        onChange={(next) => text.write(next)}
        onSave={() => void publish()}
        onCancel={onClose}
        minRows={8}
      />
      <MultiSelect
        label="Whose word you ask"
        description="Nobody owes an answer. It says who has not given one yet."
        searchable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={readerIds}
        onChange={setReaderIds}
      />
      {fault && (
        <Alert color="orange" variant="light" role="alert">
          {fault}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" loading={busy} disabled={!said.headline.trim()}>
          Publish
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
        {(text.draft ?? headline.draft) && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              text.done();
              headline.done();
            }}
          >
            Write it from the log again
          </Button>
        )}
      </Group>
    </Stack>
  );
}
