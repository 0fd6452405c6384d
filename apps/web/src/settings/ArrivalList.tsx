import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { Link } from 'react-router-dom';
import { graphql } from '../gql';
import { instantInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import css from './MailPage.module.css';

const ArrivalsDocument = graphql(`
  query MailArrivals($workspaceId: ID!, $before: DateTime) {
    mailArrivals(workspaceId: $workspaceId, before: $before) {
      key
      sender
      recipient
      outcome
      why
      taskKey
      at
    }
  }
`);

/** What became of a mail that came in, in words. */
const outcomeWords: Record<string, string> = {
  answered: 'became the answer to an ask',
  commented: 'became a comment',
  created: 'became a task',
  automatic: 'written by a machine, not posted',
  bounced: 'says that a mail of ours could not be delivered',
  unknown: 'to an address that is unknown or ended; its sender was told',
  refused: 'not kept; its sender was told why',
  empty: 'without words of its own',
};

/** What came in by mail in the last 90 days and what became of it, newest first. */
export function ArrivalList({ workspaceId }: { workspaceId: string }) {
  const { data, error, fetchMore } = useQuery(ArrivalsDocument, { variables: { workspaceId }, fetchPolicy: 'cache-and-network' });
  const mails = data?.mailArrivals ?? [];
  const more = () =>
    fetchMore({
      variables: { before: mails.at(-1)?.at },
      updateQuery: (before, { fetchMoreResult }) => ({ mailArrivals: [...before.mailArrivals, ...fetchMoreResult.mailArrivals] }),
    });
  return (
    <section aria-labelledby="mail-arrivals">
      <Title order={2} size="h3" mb="xs" id="mail-arrivals">
        What came in
      </Title>
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
      {data && mails.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing came in during the last 90 days.
        </Text>
      )}
      <ul className={css.list}>
        {mails.map(({ key, sender, recipient, outcome, why, taskKey, at }) => (
          <li key={key} className={css.row}>
            <div className={css.words}>
              <Text fw={500} dir="auto">
                {sender}
              </Text>
              <Text size="xs" c="dimmed">
                {instantInWords(String(at))} · to {recipient}
              </Text>
              <Text size="xs">
                {outcomeWords[outcome] ?? outcome}
                {why && ` (${why})`}
              </Text>
            </div>
            {taskKey && (
              <Text size="sm" component={Link} to={`/t/${taskKey}`}>
                {taskKey}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {mails.length > 0 && mails.length % 50 === 0 && (
        <Group mt="sm">
          <Button variant="default" size="xs" onClick={() => void more()}>
            Older ones
          </Button>
        </Group>
      )}
    </section>
  );
}
