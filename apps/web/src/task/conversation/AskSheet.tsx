import { Checkbox, Group, MultiSelect, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { type AskWant, type BoardPerson, type BoardSnapshot, dayAt } from '@baton/domain';
import { useViewer } from '../../session/viewer';
import { DateField } from '../../time/DateField';
import { readerZone } from '../../time/deadlineWords';
import type { AskDraft } from './askDraft';
import { askable } from './askPeople';
import css from './Conversation.module.css';

interface AskSheetProps {
  board: BoardSnapshot;
  draft: AskDraft;
  onChange: (next: AskDraft) => void;
  blocker?: boolean;
}

/** Who, what is wanted, by when, and what silence will mean. */
export function AskSheet({ board, draft, onChange, blocker = false }: AskSheetProps) {
  const { me } = useViewer();
  const people = askable(board, me.id);
  const put = (change: Partial<AskDraft>) => onChange({ ...draft, ...change });
  return (
    <Stack gap="xs" className={css.sheet} role="group" aria-label="The ask">
      <MultiSelect
        label="Whom you ask"
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.personIds}
        onChange={(personIds) => put({ personIds, pool: personIds.length > 1 && draft.pool })}
        searchable
        nothingFoundMessage="Nobody of that name."
        comboboxProps={{ withinPortal: true }}
      />
      {draft.personIds.length > 1 && (
        <Checkbox label="One of them is enough" checked={draft.pool} onChange={(e) => put({ pool: e.currentTarget.checked })} />
      )}
      <div>
        <Text size="sm" fw={500} id="ask-want">
          What you want
        </Text>
        <SegmentedControl
          aria-labelledby="ask-want"
          size="xs"
          fullWidth
          className={css.wants}
          value={draft.want}
          onChange={(want) => put({ want: want as AskWant })}
          data={[
            { value: 'answer', label: 'Answer' },
            { value: 'review', label: 'Review' },
            { value: 'approval', label: 'Approval' },
            { value: 'acknowledgement', label: 'Acknowledge' },
          ]}
        />
      </div>
      <Group gap="xs" align="flex-end" wrap="wrap">
        <Select
          label="By when"
          w={250}
          allowDeselect={false}
          value={draft.at ? 'at' : 'norm'}
          onChange={(value) => put({ at: value === 'at' ? { day: dayAt(readerZone(), Date.now()), time: '17:00' } : null })}
          data={[
            { value: 'norm', label: draft.blocking || blocker ? 'House rules: working hours' : 'House rules: working day' },
            { value: 'at', label: 'A time that I name' },
          ]}
        />
        {draft.at && <DateField label="A time that I name" value={draft.at} onChange={(at) => put({ at })} />}
      </Group>
      {!blocker && (
        <Checkbox label="My work waits for this" checked={draft.blocking} onChange={(e) => put({ blocking: e.currentTarget.checked })} />
      )}
      <Silence draft={draft} put={put} people={people} />
    </Stack>
  );
}

function Silence({ draft, put, people }: { draft: AskDraft; put: (change: Partial<AskDraft>) => void; people: BoardPerson[] }) {
  const { ifNoReply } = draft;
  const others = people.filter(({ id }) => !draft.personIds.includes(id));
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <Select
        label="If nobody replies"
        w={250}
        allowDeselect={false}
        value={ifNoReply.kind}
        onChange={(kind) =>
          put({
            ifNoReply:
              kind === 'proceed' ? { kind, text: '' } : kind === 'other' ? { kind, personId: others[0]?.id ?? '' } : { kind: 'wait' },
          })
        }
        data={[
          { value: 'wait', label: 'I keep waiting' },
          { value: 'proceed', label: 'I will go ahead with' },
          ...(others.length > 0 ? [{ value: 'other', label: 'I will ask' }] : []),
        ]}
      />
      {ifNoReply.kind === 'proceed' && (
        <TextInput
          aria-label="What you will go ahead with"
          placeholder="What you will do"
          dir="auto"
          flex={1}
          miw={160}
          value={ifNoReply.text}
          onChange={(e) => put({ ifNoReply: { kind: 'proceed', text: e.currentTarget.value } })}
        />
      )}
      {ifNoReply.kind === 'other' && (
        <Select
          aria-label="Whom you will ask then"
          allowDeselect={false}
          searchable
          flex={1}
          miw={160}
          value={ifNoReply.personId}
          onChange={(personId) => put({ ifNoReply: { kind: 'other', personId: personId ?? '' } })}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Group>
  );
}
