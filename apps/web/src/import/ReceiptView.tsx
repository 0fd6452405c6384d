import { useQuery } from '@apollo/client/react';
import { Alert, Group, Select, Text } from '@mantine/core';
import type { ImportLoss, ImportReceipt, ImportedPerson } from '@baton/importers';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import css from './ImportPage.module.css';

const PeopleToMatchDocument = graphql(`
  query PeopleToMatch($workspaceId: ID!) {
    members(workspaceId: $workspaceId) {
      person {
        id
        name
      }
    }
  }
`);

/** Whom a person of the file is taken for. */
export interface PersonChoice {
  foreignId: string;
  personId: string | null;
  placeholder: boolean;
}

const part = (count: number, words: string) => (count > 0 ? ` (${count} ${words})` : '');

/** What an import brings, in counts; who the people are; and by name what cannot be kept. */
export function ReceiptView({
  receipt,
  choices,
  onChoose,
}: {
  receipt: ImportReceipt;
  choices?: PersonChoice[];
  onChoose?: (choices: PersonChoice[]) => void;
}) {
  const { counts, writes } = receipt;
  const facts: [string, string][] = [
    ['Columns', `${counts.lists}${part(counts.listsArchived, 'archived')}`],
    ['Tasks', `${counts.tasks}${part(counts.tasksArchived, 'archived')}`],
    ['Done', `${counts.tasksDone}`],
    ['Notes', `${counts.comments}`],
    ['Checklists', `${counts.checklists}`],
    ['Steps', `${counts.items}${part(counts.itemsDone, 'done')}`],
    ['Labels', `${counts.labels}`],
    ['Attachments as links', `${counts.attachments}`],
  ];
  return (
    <>
      <dl className={css.counts}>
        {facts.map(([name, value]) => (
          <div key={name} className={css.count}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" mb="md">
        {writes.created} new, {writes.updated} updated, {writes.unchanged} unchanged.
        {writes.keptYours > 0 && ` ${writes.keptYours} values that somebody changed here stay as they are.`}
        {writes.noLongerInFile > 0 && ` ${writes.noLongerInFile} things are no longer in the file; they stay.`}
      </Text>
      {counts.commentsMissing > 0 && (
        <Alert color="orange" mb="md">
          {counts.commentsMissing} {counts.commentsMissing === 1 ? 'comment is' : 'comments are'} not in the file: Trello's export holds the
          newest 1,000 actions only.
        </Alert>
      )}
      {receipt.people.length > 0 && (
        <section aria-label="People">
          <Text fw={600}>People in the file</Text>
          {receipt.people.map((person) => (
            <PersonLine key={person.foreignId} person={person} choices={choices} onChoose={onChoose} />
          ))}
        </section>
      )}
      <Losses title="Kept in another shape" losses={receipt.adapted} />
      <Losses title="Cannot be kept" losses={receipt.losses} />
    </>
  );
}

function PersonLine({
  person,
  choices = [],
  onChoose,
}: {
  person: ImportedPerson;
  choices: PersonChoice[] | undefined;
  onChoose: ((choices: PersonChoice[]) => void) | undefined;
}) {
  const { workspace } = useViewer();
  const { data } = useQuery(PeopleToMatchDocument, { variables: { workspaceId: workspace.id } });
  const uses = Object.entries(person.uses).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
  const value = person.taken.personId ?? (person.taken.as === 'placeholder' ? 'placeholder' : 'nobody');
  const options = [
    { value: 'placeholder', label: 'A placeholder, to be claimed' },
    { value: 'nobody', label: 'Nobody' },
    ...(data?.members ?? []).map((m) => ({ value: m.person.id, label: m.person.name })),
  ];
  const choose = (next: string | null) =>
    onChoose?.([
      ...choices.filter((choice) => choice.foreignId !== person.foreignId),
      {
        foreignId: person.foreignId,
        personId: next === 'placeholder' || next === 'nobody' ? null : next,
        placeholder: next === 'placeholder',
      },
    ]);
  return (
    <Group justify="space-between" my={4}>
      <div>
        <Text dir="auto">{person.name}</Text>
        <Text size="xs" c="dimmed">
          {uses.join(', ') || 'named nowhere'}
        </Text>
      </div>
      {onChoose && (
        <Select
          size="xs"
          w={240}
          aria-label={`Who ${person.name} is here`}
          data={options}
          value={value}
          allowDeselect={false}
          searchable
          onChange={choose}
        />
      )}
    </Group>
  );
}

function Losses({ title, losses }: { title: string; losses: readonly ImportLoss[] }) {
  if (losses.length === 0) return null;
  return (
    <section aria-label={title}>
      <Text fw={600} mt="md">
        {title}
      </Text>
      <ul className={css.list}>
        {losses.map(({ what, count, names }) => (
          <li key={what}>
            {count} {what}
            {names.length > 0 && (
              <Text span size="xs" c="dimmed" dir="auto">
                {' '}
                {names.slice(0, 5).join(', ')}
                {names.length > 5 && ' and more'}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
