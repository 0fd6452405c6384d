import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, CopyButton, Group, SegmentedControl, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { instantInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import css from './MailPage.module.css';

const WebhooksDocument = graphql(`
  query Webhooks($workspaceId: ID!, $forAll: Boolean!) {
    webhooks(workspaceId: $workspaceId, forAll: $forAll) {
      id
      host
      format
      createdAt
      failingSince
      disabledAt
    }
  }
`);
const CreateDocument = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      secret
      webhook {
        id
      }
    }
  }
`);
const RemoveDocument = graphql(`
  mutation RemoveWebhook($id: ID!) {
    removeWebhook(id: $id)
  }
`);
const TestDocument = graphql(`
  mutation TestWebhook($id: ID!) {
    testWebhook(id: $id)
  }
`);

interface Hook {
  id: string;
  host: string;
  format: string;
  createdAt: unknown;
  failingSince?: unknown;
  disabledAt?: unknown;
}

/** How a webhook stands, in words. */
function standing({ disabledAt, failingSince, createdAt }: Hook): string {
  if (disabledAt) return `given up ${instantInWords(String(disabledAt))}: it did not answer for three days. Test it to bring it back.`;
  if (failingSince) return `does not answer since ${instantInWords(String(failingSince))}; it is tried again`;
  return `made ${instantInWords(String(createdAt))}`;
}

/** Addresses that are called when something is urgent: one's own, or those of the whole workspace. */
export function Webhooks({ forAll }: { forAll: boolean }) {
  const { workspace } = useViewer();
  const workspaceId = workspace.id;
  const { data, error, refetch } = useQuery(WebhooksDocument, { variables: { workspaceId, forAll }, fetchPolicy: 'cache-and-network' });
  const [remove, removing] = useMutation(RemoveDocument);
  const [test] = useMutation(TestDocument);
  const [tested, setTested] = useState<{ id: string; taken: boolean } | null>(null);
  const problem = error ?? removing.error;
  const tryIt = (id: string) =>
    void test({ variables: { id } }).then(
      ({ data: answer }) => {
        setTested({ id, taken: answer?.testWebhook ?? false });
        return refetch();
      },
      () => setTested({ id, taken: false }),
    );
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        {forAll ? 'Webhooks for what is urgent' : 'My webhooks for what is urgent'}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {forAll
          ? 'Called when something is urgent to anybody of the workspace: a pager, a chat, a gateway to telephones.'
          : 'Called when something is urgent to you, such as ntfy, a pager or a gateway to your telephone. Nothing else is ever sent there.'}
      </Text>
      {problem && <Alert color="orange">{sentenceFor(problem)}</Alert>}
      <ul className={css.list} aria-label={forAll ? 'Webhooks of the workspace' : 'My webhooks'}>
        {data?.webhooks.map((hook) => (
          <li key={hook.id} className={css.row}>
            <div className={css.words}>
              <Text size="sm" fw={500}>
                {hook.host}
              </Text>
              <Text size="xs" c="dimmed">
                {hook.format === 'json' ? 'JSON' : 'Text'} · {standing(hook)}
              </Text>
              <Text size="xs" role="status">
                {tested?.id === hook.id &&
                  (tested.taken ? 'It took the test.' : 'It did not take the test: check the address and what listens there.')}
              </Text>
            </div>
            <Group gap={6}>
              <Button size="xs" variant="default" aria-label={`Test the webhook at ${hook.host}`} onClick={() => tryIt(hook.id)}>
                Test
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={`Take the webhook at ${hook.host} away`}
                onClick={() =>
                  void remove({ variables: { id: hook.id } }).then(
                    () => refetch(),
                    () => undefined,
                  )
                }
              >
                Take away
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <NewWebhook workspaceId={workspaceId} forAll={forAll} onMade={() => void refetch()} />
    </section>
  );
}

/** A new address, and once its secret. What was typed stays when it is refused. */
function NewWebhook({ workspaceId, forAll, onMade }: { workspaceId: string; forAll: boolean; onMade: () => void }) {
  const [url, setUrl] = useState('');
  const [format, setFormat] = useState('json');
  const [create, { data, error, loading }] = useMutation(CreateDocument);
  const secret = data?.createWebhook.secret;
  const make = () =>
    void create({ variables: { input: { workspaceId, url, format, forAll } } }).then(
      () => {
        setUrl('');
        onMade();
      },
      () => undefined,
    );
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        make();
      }}
    >
      <Group align="flex-end" mt="sm">
        <TextInput
          label="Address to call"
          placeholder="https://"
          value={url}
          onChange={(e) => setUrl(e.currentTarget.value)}
          maxLength={2_000}
          flex="1 1 240px"
          required
        />
        <SegmentedControl
          aria-label="What it is sent"
          value={format}
          onChange={setFormat}
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'text', label: 'Text' },
          ]}
        />
        <Button type="submit" variant="default" loading={loading} disabled={!url.trim()}>
          Add
        </Button>
      </Group>
      {error && (
        <Text size="sm" mt={4} className={css.late} role="alert">
          {sentenceFor(error)}
        </Text>
      )}
      {secret && !error && (
        <Group align="flex-end" wrap="nowrap" mt="sm">
          <TextInput label="Its secret, to check signatures with. It is not shown again." value={secret} readOnly flex={1} />
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
    </form>
  );
}
