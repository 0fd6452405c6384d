import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { type DeliveryEntry, type DueNumber, entrySentence, kindOfCause, may, offsetAt } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { sentenceFor } from '../ui/refusals';
import { OutsideReport } from './OutsideReport';
import css from './DeliveriesPage.module.css';

const DeliveriesDocument = graphql(`
  query Deliveries($workspaceId: ID!) {
    deliveriesToMe(workspaceId: $workspaceId)
    deliveriesByMe(workspaceId: $workspaceId)
    dueNumber(workspaceId: $workspaceId)
  }
`);

/** What Baton tells me, and what it tells others of what I did: when, why not at once, and what became of it. */
export function DeliveriesPage() {
  const { me, workspace } = useViewer();
  const [side, setSide] = useState<'to' | 'by'>('to');
  const { data, error } = useQuery(DeliveriesDocument, { variables: { workspaceId: workspace.id }, fetchPolicy: 'cache-and-network' });
  const now = useNow();
  const entries = (side === 'to' ? data?.deliveriesToMe : data?.deliveriesByMe) as DeliveryEntry[] | undefined;
  return (
    <Stack gap="lg" pb="xl">
      <div>
        <Title order={2} size="h3">
          Deliveries
        </Title>
        <Text size="sm" c="dimmed">
          Whoever writes at night wakes nobody: what is for you waits until you work, and both of you can read why.
        </Text>
        {data && <DueLine number={data.dueNumber as DueNumber} now={now} />}
      </div>
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
      <SegmentedControl
        aria-label="Which deliveries"
        w="fit-content"
        value={side}
        onChange={(value) => setSide(value === 'by' ? 'by' : 'to')}
        data={[
          { value: 'to', label: 'For me' },
          { value: 'by', label: 'From me' },
        ]}
      />
      {entries?.length === 0 && (
        <Text size="sm">{side === 'to' ? 'Nothing was for you so far.' : 'Nothing that you did had to be told to others so far.'}</Text>
      )}
      {entries && entries.length > 0 && (
        <ul className={css.list} aria-label={side === 'to' ? 'Deliveries for me' : 'Deliveries from me'}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} side={side} now={now} />
          ))}
        </ul>
      )}
      {may({ personId: me.id, role: workspace.myRole }, 'workspace.edit') && <OutsideReport />}
    </Stack>
  );
}

function DueLine({ number: { due, next }, now }: { number: DueNumber; now: number }) {
  const what = due === 0 ? 'Nothing is due for you now.' : `${due} ${due === 1 ? 'thing is' : 'things are'} due for you.`;
  const when =
    next === null
      ? 'You have no working hours in the next 120 days.'
      : `Next delivery ${momentInShort(Date.parse(next), readerZone(), now)}.`;
  return (
    <Text size="sm" mt={8} title={next ?? undefined}>
      {what} {when}
    </Text>
  );
}

/** A moment in the reader's time; the receiver's beside it where their clocks differ. */
function sayTime(entry: DeliveryEntry, now: number) {
  const reader = readerZone();
  return (at: number) => {
    const mine = momentInShort(at, reader, now);
    return offsetAt(entry.zone, at) === offsetAt(reader, at) ? mine : `${momentInShort(at, entry.zone, now)} their time, ${mine} yours`;
  };
}

function EntryRow({ entry, side, now }: { entry: DeliveryEntry; side: 'to' | 'by'; now: number }) {
  const who = side === 'by' ? ` to ${entry.personName}` : entry.byName ? ` from ${entry.byName}` : '';
  const covers = entry.coversName && side === 'to' ? `, you cover for ${entry.coversName}` : '';
  return (
    <li className={css.row} data-held={entry.state === 'held'}>
      <p className={css.what}>
        {kindOfCause(entry.cause)}
        {who}
        {covers}
        {entry.title && (
          <>
            {': '}
            {entry.taskKey ? (
              <Anchor component={Link} to={`/t/${entry.taskKey}`} dir="auto">
                {entry.taskKey} {entry.title}
              </Anchor>
            ) : (
              <span dir="auto">{entry.title}</span>
            )}
          </>
        )}
      </p>
      <p className={css.why} title={entry.hold.until ?? undefined}>
        {entrySentence(entry, sayTime(entry, now))}
      </p>
    </li>
  );
}
