import { type Leave, type LeaveScope, addDays, dayOff, faultInLeave } from '@baton/domain';
import { Button, Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Entries, Part } from './Part';
import { isTimeOfDay, tidyTime } from './typed';
import { type SaveCalendar, useSaving } from './useSaving';
import { leaveInWords } from './words';
import css from './Form.module.css';

interface LeaveListProps {
  leave: readonly Leave[];
  today: string;
  /** Who can cover. */
  people: readonly { id: string; name: string }[];
  save: SaveCalendar;
  /** Leads to what falls into a time off, once it is saved. */
  onAdded?: ((leaveId: string) => void) | undefined;
}

interface LeaveDraft {
  fromDay: string;
  fromTime: string;
  toDay: string;
  toTime: string;
  delegateId: string | null;
  note: string;
  returnBuffer: number | string;
  scope: LeaveScope[];
}

const emptyDraft: LeaveDraft = {
  fromDay: '',
  fromTime: '',
  toDay: '',
  toTime: '',
  delegateId: null,
  note: '',
  returnBuffer: 2,
  scope: ['asks'],
};

/** Time off as it was typed, or a sentence that says what is wrong with it. */
function readLeave(draft: LeaveDraft): Omit<Leave, 'id'> | string {
  if (!draft.fromDay) return 'Choose the first day off.';
  const [fromTime, toTime] = [tidyTime(draft.fromTime), tidyTime(draft.toTime)];
  if ([fromTime, toTime].some((time) => time !== '' && !isTimeOfDay(time))) return 'Write times like 09:00 and 17:30, or leave them empty.';
  const leave = {
    fromDay: draft.fromDay,
    fromTime: fromTime || null,
    toDay: draft.toDay || draft.fromDay,
    toTime: toTime || null,
    delegateId: draft.delegateId,
    note: draft.note.trim(),
    ...(draft.delegateId !== null && { scope: draft.scope }),
    returnBuffer: draft.returnBuffer === '' ? 2 : Number(draft.returnBuffer),
  };
  return faultInLeave(leave) ?? leave;
}

/** Time off, now and to come. Why is never asked. */
export function LeaveList({ leave, today, people, save, onAdded }: LeaveListProps) {
  const { saving, say, run } = useSaving();
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? 'somebody';
  // What ended last week is past; yesterday's stays in sight for those whose day is not over.
  const coming = leave.filter(({ toDay }) => toDay >= addDays(today, -1)).toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  return (
    <Part title="Time off" hint="Others see until when you are away and who covers, never why." saving={saving}>
      <Entries
        noun="time off"
        empty="No time off ahead."
        busy={saving.busy}
        entries={coming.map((entry) => ({ key: entry.id, words: leaveInWords(entry, today, nameOf), note: entry.note }))}
        {...(onAdded && { onOpen: onAdded, openLabel: 'What falls into it' })}
        onRemove={(key) => void run(() => save((old) => ({ ...old, leave: old.leave.filter(({ id }) => id !== key) })))}
      />
      <div className={css.buttons}>
        <Button
          variant="default"
          loading={saving.busy}
          disabled={coming.some(({ fromDay, toDay, fromTime }) => fromDay <= today && today <= toDay && !fromTime)}
          onClick={() => {
            const off = dayOff(crypto.randomUUID(), today);
            void run(() => save((old) => ({ ...old, leave: [...old.leave, off] }))).then((saved) => saved && onAdded?.(off.id));
          }}
        >
          Away today
        </Button>
        <span className={css.hint}>The whole of today, also when it has begun. What is due today is not late.</span>
      </div>
      <AddLeave
        people={people}
        busy={saving.busy}
        onAdd={async (draft) => {
          const read = readLeave(draft);
          if (typeof read === 'string') {
            say(read);
            return false;
          }
          const added = { id: crypto.randomUUID(), ...read };
          const saved = await run(() => save((old) => ({ ...old, leave: [...old.leave, added] })));
          if (saved) onAdded?.(added.id);
          return saved;
        }}
      />
    </Part>
  );
}

interface AddLeaveProps extends Pick<LeaveListProps, 'people'> {
  busy: boolean;
  /** Gives true when it was added. */
  onAdd: (draft: LeaveDraft) => Promise<boolean>;
}

function AddLeave({ people, busy, onAdd }: AddLeaveProps) {
  const [draft, setDraft] = useState(emptyDraft);
  const set = (field: 'fromDay' | 'fromTime' | 'toDay' | 'toTime' | 'note') => (e: { currentTarget: { value: string } }) =>
    setDraft({ ...draft, [field]: e.currentTarget.value });
  return (
    <form
      className={css.adding}
      aria-label="Add time off"
      onSubmit={(e) => {
        e.preventDefault();
        void onAdd(draft).then((added) => added && setDraft((now) => (now === draft ? emptyDraft : now)));
      }}
    >
      <div className={css.fields}>
        <TextInput type="date" label="First day off" value={draft.fromDay} onChange={set('fromDay')} />
        <TextInput label="From, if not all day" placeholder="13:00" maxLength={5} value={draft.fromTime} onChange={set('fromTime')} />
      </div>
      <div className={css.fields}>
        <TextInput type="date" label="Last day off" min={draft.fromDay} value={draft.toDay} onChange={set('toDay')} />
        <TextInput label="To, if not all day" placeholder="12:00" maxLength={5} value={draft.toTime} onChange={set('toTime')} />
      </div>
      <Select
        label="Who covers"
        placeholder="Nobody"
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.delegateId}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Nobody covers' }}
        nothingFoundMessage="Nobody of that name."
        onChange={(delegateId) => setDraft({ ...draft, delegateId })}
      />
      {draft.delegateId !== null && (
        <Checkbox.Group
          label="What they answer for"
          description="Your own tasks stay yours: hand over those that cannot wait."
          value={draft.scope}
          onChange={(scope) => setDraft({ ...draft, scope: scope as LeaveScope[] })}
        >
          <Group gap="md" mt={4}>
            <Checkbox value="asks" label="Asks" />
            <Checkbox value="decisions" label="Decisions" />
          </Group>
        </Checkbox.Group>
      )}
      <TextInput label="Note for others" description="Optional." value={draft.note} maxLength={300} dir="auto" onChange={set('note')} />
      <NumberInput
        label="Quiet hours after the return"
        description="Working hours in which only catch-up is shown."
        min={0}
        max={40}
        value={draft.returnBuffer}
        onChange={(returnBuffer) => setDraft({ ...draft, returnBuffer })}
      />
      <div>
        <Button type="submit" variant="default" loading={busy}>
          Add time off
        </Button>
      </div>
    </form>
  );
}
