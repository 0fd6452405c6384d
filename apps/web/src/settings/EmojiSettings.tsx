import { useMutation } from '@apollo/client/react';
import { Alert, Button, FileButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { emojiNamePattern, limits, may } from '@baton/domain';
import { EmojiImage } from '../emoji/EmojiImage';
import { useEmoji } from '../emoji/useEmoji';
import css from '../emoji/Emoji.module.css';
import { SendProblem, sendFile } from '../file/send';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor, sentenceOf } from '../ui/refusals';

const RemoveEmojiDocument = graphql(`
  mutation RemoveEmoji($emojiId: ID!) {
    removeEmoji(emojiId: $emojiId)
  }
`);

/** The workspace's own emoji: what there is, one more, one less. */
export function EmojiSettings() {
  const { me, workspace } = useViewer();
  const { all, refetch, error } = useEmoji();
  const [remove, removing] = useMutation(RemoveEmojiDocument);
  const [sure, setSure] = useState<string | null>(null);
  const actor = { personId: me.id, role: workspace.myRole };
  const problem = error ?? removing.error;
  return (
    <Stack gap="lg" maw={560}>
      <div>
        <Title order={2} size="h3" mb={4}>
          Our own emoji
        </Title>
        <Text c="dimmed">In reactions, and in texts by their name between colons. PNG, GIF or WebP, at most 128 KB.</Text>
      </div>
      {may(actor, 'emoji.create') && <AddEmoji workspaceId={workspace.id} onAdded={() => void refetch()} />}
      {problem && <Alert color="orange">{sentenceFor(problem)}</Alert>}
      {all.length === 0 && <Text c="dimmed">There is none yet. The first one is often the team's sign.</Text>}
      <ul className={css.list} aria-label="Our own emoji">
        {all.map(({ id, name, url, byId, byName }) => (
          <li key={id} className={css.tile}>
            <EmojiImage name={name} url={url} size={32} />
            <div className={css.tileWords}>
              <Text fw={500}>:{name}:</Text>
              <Text size="xs" c="dimmed">
                from <bdi>{byName}</bdi>
              </Text>
            </div>
            {may(actor, 'emoji.remove', { byId }) &&
              (sure === id ? (
                <Group gap="xs">
                  <Text size="xs">Where it was used, its name stays.</Text>
                  <Button
                    size="compact-sm"
                    color="red"
                    variant="light"
                    loading={removing.loading}
                    onClick={() =>
                      void remove({ variables: { emojiId: id } }).then(
                        () => refetch(),
                        () => undefined,
                      )
                    }
                  >
                    Remove
                  </Button>
                  <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setSure(null)}>
                    Keep
                  </Button>
                </Group>
              ) : (
                <Button size="compact-sm" variant="subtle" color="gray" aria-label={`Remove :${name}:`} onClick={() => setSure(id)}>
                  Remove
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** A name that could be typed, made of a file's. */
const proposeName = (file: File) =>
  file.name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_+-]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 32);

function AddEmoji({ workspaceId, onAdded }: { workspaceId: string; onAdded: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState('');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const choose = (chosen: File | null) => {
    setFault(null);
    setFile(chosen);
    URL.revokeObjectURL(preview);
    setPreview(chosen ? URL.createObjectURL(chosen) : '');
    if (chosen && name === '') setName(proposeName(chosen));
  };
  const send = async () => {
    if (!file) return setFault('Choose a picture.');
    if (file.size > limits.emojiBytes) return setFault('Choose a picture of at most 128 KB.');
    if (!emojiNamePattern.test(name)) return setFault('Name it with 2 to 32 small letters, digits, - or _, a letter first.');
    setBusy(true);
    try {
      await sendFile(`/emoji/${workspaceId}`, { name, content: file }).arrived;
      choose(null);
      setName('');
      onAdded();
    } catch (error) {
      setFault(error instanceof SendProblem ? sentenceOf(error.refusal) : 'This picture could not be sent.');
    } finally {
      setBusy(false);
    }
    return undefined;
  };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        void send();
      }}
    >
      <Group align="flex-end" gap="sm">
        <FileButton accept="image/png,image/gif,image/webp" onChange={choose}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              {...(preview && { leftSection: <img className={css.image} src={preview} alt="" width={20} height={20} /> })}
            >
              {file ? 'Another picture' : 'Choose a picture'}
            </Button>
          )}
        </FileButton>
        <TextInput
          label="Name"
          placeholder="party"
          leftSection=":"
          rightSection=":"
          w={200}
          value={name}
          onChange={(e) => setName(e.currentTarget.value.toLowerCase())}
        />
        <Button type="submit" loading={busy}>
          Add
        </Button>
      </Group>
      {fault && (
        <Alert color="orange" variant="light" role="alert" mt="xs">
          {fault}
        </Alert>
      )}
    </form>
  );
}
