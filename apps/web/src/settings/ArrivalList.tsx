import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { Link } from 'react-router-dom';
import { graphql } from '../gql';
import { instantInWords } from '../time/words';
import css from './MailPage.module.css';
import { PagedList } from './PagedList';

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
  const older = () =>
    fetchMore({
      variables: { before: mails.at(-1)?.at },
      updateQuery: (before, { fetchMoreResult }) => ({ mailArrivals: [...before.mailArrivals, ...fetchMoreResult.mailArrivals] }),
    });
  return (
    <PagedList
      heading="What came in"
      empty="Nothing came in during the last 90 days."
      count={data?.mailArrivals.length}
      error={error}
      onOlder={older}
    >
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
    </PagedList>
  );
}
