import { useMutation, useQuery } from '@apollo/client/react';
import { Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { type Calendar, type OwnLadder, assumedCalendar } from '@baton/domain';
import { graphql } from '../gql';
import { useHolidays, useSaveCalendar } from '../rhythm/calendar';
import { RemindersField } from '../rhythm/RemindersField';
import { RhythmForm } from '../rhythm/RhythmForm';
import type { Urgent } from '../rhythm/UrgentField';
import { WeekPreview } from '../rhythm/WeekPreview';
import { useViewer } from '../session/viewer';
import { useNow } from '../time/useNow';
import { sentenceFor } from '../ui/refusals';
import { StatusField } from './StatusField';

const RhythmDocument = graphql(`
  query Rhythm($workspaceId: ID!) {
    me {
      id
      urgent
    }
    members(workspaceId: $workspaceId) {
      person {
        id
        name
      }
    }
    myReminders
    holidayRegions {
      code
      name
    }
  }
`);
const SetRemindersDocument = graphql(`
  mutation SetMyReminders($ladder: Json) {
    setMyReminders(ladder: $ladder)
  }
`);
const quiet: Urgent = { reachable: false, hours: 'working', how: '' };

/** When I work: hours, zones, time off, focus, holidays, and how my week looks with them. */
export function Rhythm() {
  const { me, workspace } = useViewer();
  const now = useNow();
  const navigate = useNavigate();
  const save = useSaveCalendar();
  const holidaysFor = useHolidays();
  const [setReminders] = useMutation(SetRemindersDocument);
  const { data, refetch } = useQuery(RhythmDocument, { variables: { workspaceId: workspace.id } });
  const said = me.calendar as Calendar | null | undefined;
  const calendar = useMemo(() => said ?? assumedCalendar(me.zone), [said, me.zone]);
  const people = useMemo(() => data?.members.map(({ person }) => person).filter(({ id }) => id !== me.id) ?? [], [data, me.id]);
  const saveReminders = (ladder: OwnLadder | null) =>
    setReminders({ variables: { ladder } }).then(
      () => refetch().then(() => null),
      (error: unknown) => sentenceFor(error),
    );
  if (!data) return null;
  return (
    <Stack gap="xl" pb="xl">
      <div>
        <Title order={2} size="h3">
          My rhythm
        </Title>
        <Text size="sm" c="dimmed">
          Baton counts every promise in your own working time, and nothing reaches you outside of it. Nobody sees whether you are here.
        </Text>
      </div>
      <WeekPreview calendar={calendar} now={now} />
      <StatusField />
      <RhythmForm
        calendar={calendar}
        assumed={!me.calendarConfirmed}
        urgent={(data.me?.urgent as Urgent | null | undefined) ?? quiet}
        people={people}
        now={now}
        onSave={save}
        holidaysFor={holidaysFor}
        regions={data.holidayRegions}
        onLeave={(leaveId) => void navigate(`/leave/${leaveId}`)}
      />
      <RemindersField ladder={(data.myReminders as OwnLadder | null | undefined) ?? null} onSave={saveReminders} />
    </Stack>
  );
}
