import { useQuery } from '@apollo/client/react';
import { Alert } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { type Calendar, type QuietDay, type Status, assumedCalendar, withQuietDays } from '@baton/domain';
import { graphql } from '../gql';
import { OverlapFinder } from '../rhythm/OverlapFinder';
import { PeopleBands, type RhythmPerson } from '../rhythm/PeopleBands';
import { useViewer } from '../session/viewer';
import { PageHeader } from '../shell/PageHeader';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { sentenceFor } from '../ui/refusals';

const PeopleDocument = graphql(`
  query People($workspaceId: ID!) {
    members(workspaceId: $workspaceId) {
      person {
        id
        name
        zone
        calendar
        status
        placeholder
      }
    }
  }
`);

function calendarWith(calendar: Calendar | null | undefined, zone: string, quiet: QuietDay[] | undefined): Calendar | null {
  if (calendar) return withQuietDays(calendar, quiet);
  return quiet?.length ? withQuietDays(assumedCalendar(zone), quiet) : null;
}

/** Who works when, in the reader's own time, and when several of them do. */
export function People() {
  const { me, workspace } = useViewer();
  const now = useNow();
  const { data, error } = useQuery(PeopleDocument, { variables: { workspaceId: workspace.id }, fetchPolicy: 'cache-and-network' });
  const quiet = workspace.quietDays as QuietDay[] | undefined;
  const people = useMemo<RhythmPerson[]>(
    () =>
      data?.members.map(({ person }) => ({
        ...person,
        calendar: calendarWith(person.calendar as Calendar | null | undefined, person.zone, quiet),
        status: (person.status as Status | null | undefined) ?? null,
      })) ?? [],
    [data, quiet],
  );
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? 'somebody who left';
  return (
    <>
      <PageHeader
        title={<h1 style={{ all: 'unset' }}>People</h1>}
        context={
          <Link to="/settings/rhythm" style={{ color: 'var(--accent)' }}>
            My rhythm
          </Link>
        }
      />
      <div style={{ flex: 1, overflowY: 'auto', padding: '8px 20px 48px' }}>
        {error && !data && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {data && (
          <>
            <PeopleBands people={people} readerZone={readerZone()} now={now} meId={me.id} nameOf={nameOf} />
            <div style={{ height: 32 }} />
            <OverlapFinder people={people} readerZone={readerZone()} now={now} meId={me.id} />
          </>
        )}
      </div>
    </>
  );
}
