import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { instantInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import { ArrivalList } from './ArrivalList';
import { OutboxLetter } from './OutboxLetter';
import css from './MailPage.module.css';
import { PagedList } from './PagedList';
import { Webhooks } from './Webhooks';

const MailDocument = graphql(`
  query MailPage($workspaceId: ID!) {
    mailState(workspaceId: $workspaceId) {
      on
      from
      inbound
      visit {
        at
        trouble
        troubleSince
      }
      refused {
        personId
        name
        email
        refusedAt
        refusedWhy
      }
    }
  }
`);
const OutboxDocument = graphql(`
  query Outbox($workspaceId: ID!, $before: DateTime) {
    outbox(workspaceId: $workspaceId, before: $before) {
      id
      recipient
      subject
      state
      why
      tries
      at
    }
  }
`);
const MendDocument = graphql(`
  mutation TryAddressAgain($workspaceId: ID!, $personId: ID!) {
    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {
      personId
      refusedAt
    }
  }
`);

/** What became of a mail, in words. */
const stateWords: Record<string, string> = {
  kept: 'kept here, not sent',
  sent: 'handed over',
  failed: 'not handed over yet',
  refused: 'address refused',
};

/** For admins: whether mail goes out and comes in, addresses that were refused, and what was sent or is kept. */
export function MailPage() {
  const { workspace } = useViewer();
  const workspaceId = workspace.id;
  const { data, error, refetch } = useQuery(MailDocument, { variables: { workspaceId }, fetchPolicy: 'cache-and-network' });
  const [mend, mending] = useMutation(MendDocument);
  const problem = error ?? mending.error;
  const state = data?.mailState;
  return (
    <Stack gap="xl" pb="xl">
      {problem && <Alert color="orange">{sentenceFor(problem)}</Alert>}
      {state && (
        <section>
          <Title order={2} size="h3" mb="xs">
            Mail
          </Title>
          {state.on ? (
            <Text size="sm">Mail goes out as {state.from}.</Text>
          ) : (
            <div className={css.note}>
              <Text size="sm" fw={600}>
                Mail is off
              </Text>
              <Text size="sm">
                Baton works without it. Mails are kept below, where you can read them, and are not sent. To send mail, set SMTP_URL and
                MAIL_FROM; the operations page of the documentation says how.
              </Text>
            </div>
          )}
          <Text size="sm" mt="xs">
            {state.inbound
              ? `Answers by mail come back to ${state.inbound}.`
              : 'Answers by mail are not read. To read them, set INBOUND_PORT or IMAP_URL.'}
          </Text>
          {state.visit?.trouble && (
            <Alert color="orange" variant="light" mt="xs" role="alert">
              Since {instantInWords(String(state.visit.troubleSince))}: {state.visit.trouble}
            </Alert>
          )}
          {state.visit && !state.visit.trouble && (
            <Text size="xs" c="dimmed">
              The mailbox was read {instantInWords(String(state.visit.at))}.
            </Text>
          )}
        </section>
      )}
      {state && state.refused.length > 0 && (
        <section>
          <Title order={2} size="h3" mb="xs">
            Addresses that were refused
          </Title>
          <ul className={css.list}>
            {state.refused.map((one) => (
              <li key={one.personId} className={css.row}>
                <div className={css.words}>
                  <Text fw={500} dir="auto">
                    {one.name}
                  </Text>
                  <Text size="sm">{one.email}</Text>
                  <Text size="xs" c="dimmed">
                    {instantInWords(String(one.refusedAt))}: {one.refusedWhy}
                  </Text>
                </div>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Try the address of ${one.name} again`}
                  onClick={() =>
                    void mend({ variables: { workspaceId, personId: one.personId } }).then(
                      () => refetch(),
                      () => undefined,
                    )
                  }
                >
                  Try it again
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Webhooks forAll />
      <OutboxList workspaceId={workspaceId} />
      <ArrivalList workspaceId={workspaceId} />
    </Stack>
  );
}

/** What was handed over or is kept, newest first; kept ones can be read. */
function OutboxList({ workspaceId }: { workspaceId: string }) {
  const { data, error, fetchMore } = useQuery(OutboxDocument, { variables: { workspaceId }, fetchPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<string | null>(null);
  const mails = data?.outbox ?? [];
  const older = () =>
    fetchMore({
      variables: { before: mails.at(-1)?.at },
      updateQuery: (before, { fetchMoreResult }) => ({ outbox: [...before.outbox, ...fetchMoreResult.outbox] }),
    });
  return (
    <PagedList heading="Outbox" empty="Nothing was written in the last 30 days." count={data?.outbox.length} error={error} onOlder={older}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <div className={css.row}>
            <div className={css.words}>
              <Text fw={500} dir="auto">
                {mail.subject}
              </Text>
              <Text size="xs" c="dimmed">
                {mail.recipient} · {instantInWords(String(mail.at))} · {stateWords[mail.state] ?? mail.state}
                {mail.tries > 1 && `, ${mail.tries} tries`}
              </Text>
              {mail.why && <Text size="xs">{mail.why}</Text>}
            </div>
            {mail.state === 'kept' && (
              <Button
                size="xs"
                variant="default"
                aria-expanded={open === mail.id}
                aria-label={`${open === mail.id ? 'Close' : 'Read'} the mail to ${mail.recipient}: ${mail.subject}`}
                onClick={() => setOpen(open === mail.id ? null : mail.id)}
              >
                {open === mail.id ? 'Close' : 'Read'}
              </Button>
            )}
          </div>
          {open === mail.id && <OutboxLetter workspaceId={workspaceId} id={mail.id} />}
        </li>
      ))}
    </PagedList>
  );
}
