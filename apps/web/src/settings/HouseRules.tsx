import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { type Norms, defaultNorms, may, normsLine, normsOf } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { NormsFields } from '../ui/NormsFields';
import { sentenceFor } from '../ui/refusals';

const EditRulesDocument = graphql(`
  mutation EditRules($input: EditWorkspaceInput!) {
    editWorkspace(input: $input) {
      id
      name
      norms
      quietDays
    }
  }
`);

interface QuietDay {
  date: string;
  name: string;
}

/** How soon people answer, for every board that has no rules of its own, and the days on which nobody works. */
export function HouseRules() {
  const { me, workspace, clockRules } = useViewer();
  const [norms, setNorms] = useState((workspace.norms as Partial<Norms> | null | undefined) ?? null);
  const [days, setDays] = useState((workspace.quietDays as QuietDay[] | undefined) ?? []);
  const [day, setDay] = useState<QuietDay>({ date: '', name: '' });
  const [edit, { loading, error, data }] = useMutation(EditRulesDocument);
  const canEdit = may({ personId: me.id, role: workspace.myRole }, 'workspace.edit');
  const save = () => void edit({ variables: { input: { workspaceId: workspace.id, norms, quietDays: days } } }).catch(() => undefined);
  return (
    <Stack pb="xl">
      <div>
        <Title order={2} size="h3">
          House rules
        </Title>
        <Text size="sm" c="dimmed">
          {normsLine(normsOf(norms))}
        </Text>
      </div>
      <fieldset disabled={!canEdit} style={{ border: 0, padding: 0, margin: 0 }}>
        <NormsFields norms={norms} otherwise={defaultNorms} onChange={setNorms} />
      </fieldset>
      <section aria-label="Quiet days">
        <Title order={3} size="h4" mb={4}>
          Quiet days
        </Title>
        <Text size="sm" c="dimmed">
          Nobody works on them, such as a week in which the company is closed. They count as holidays for everybody here.
        </Text>
        {days.map((one) => (
          <Group key={one.date} gap="xs">
            <Text size="sm">
              {one.date} {one.name}
            </Text>
            {canEdit && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDays(days.filter((d) => d.date !== one.date))}>
                Remove
              </Button>
            )}
          </Group>
        ))}
        {canEdit && (
          <Group align="flex-end" gap="xs" mt="xs">
            <TextInput
              size="xs"
              type="date"
              label="Day"
              value={day.date}
              onChange={(e) => setDay({ ...day, date: e.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label="Name"
              value={day.name}
              onChange={(e) => setDay({ ...day, name: e.currentTarget.value })}
              dir="auto"
            />
            <Button
              size="xs"
              variant="default"
              disabled={!day.date || days.some((d) => d.date === day.date)}
              onClick={() => {
                setDays([...days, day].toSorted((a, b) => (a.date < b.date ? -1 : 1)));
                setDay({ date: '', name: '' });
              }}
            >
              Add the day
            </Button>
          </Group>
        )}
      </section>
      <Text size="xs" c="dimmed">
        This server follows the rules of the world’s clocks as of {clockRules}.
      </Text>
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
      {canEdit && (
        <Button w="fit-content" loading={loading} onClick={save}>
          {data && !loading ? 'Saved' : 'Save rules'}
        </Button>
      )}
    </Stack>
  );
}
