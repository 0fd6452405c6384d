import { type Calendar, type Slot, addDays, defaultSlots, faultInSlots, localDay, slotsOn, timeAt, zoneOn } from '@baton/domain';
import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import { dayInWords } from '../time/words';
import { Part } from './Part';
import { tidyTime } from './typed';
import { type SaveCalendar, useSaving } from './useSaving';
import { namesInWords } from './words';
import css from './Form.module.css';

const parts = [
  { value: 'start', label: 'When I begin' },
  { value: 'middle', label: 'In the middle of my work' },
  { value: 'end', label: '90 minutes before I stop' },
  { value: 'time', label: 'At a time' },
];
const isPart = (slot: Slot) => slot === 'start' || slot === 'middle' || slot === 'end';
const most = 4;

/** The next day on which something is delivered, and its times in words. */
function nextTimes(calendar: Calendar, today: string): string {
  for (let day = today, i = 0; i < 14; i++, day = addDays(day, 1)) {
    const times = slotsOn(calendar, day).filter((at) => localDay(calendar, at) === day);
    if (times.length > 0) return `${dayInWords(day, today)} at ${namesInWords(times.map((at) => timeAt(zoneOn(calendar, day), at)))}`;
  }
  return 'not in the next two weeks';
}

/** When Baton may speak to me on a working day: one to four times. What blocks somebody comes within minutes, and only in working hours. */
export function SlotsField({ calendar, today, save }: { calendar: Calendar; today: string; save: SaveCalendar }) {
  const { saving, say, run } = useSaving();
  const kept = calendar.slots ?? defaultSlots;
  const [draft, setDraft] = useState<Slot[] | null>(null);
  const shown = draft ?? [...kept];
  const tidied = shown.map((slot) => (isPart(slot) ? slot : tidyTime(slot)));
  const fault = faultInSlots(tidied);
  const set = (slots: Slot[]) => {
    setDraft(slots);
    say(null);
  };
  const submit = async (slots: Slot[] | undefined) => {
    const wrong = slots && faultInSlots(slots);
    if (wrong) return say(wrong);
    const change = ({ slots: _, ...old }: Calendar): Calendar => (slots ? { ...old, slots } : old);
    if (await run(() => save(change))) setDraft(null);
  };
  return (
    <Part
      title="Deliveries"
      hint="Everything for you comes at these times of your working day, as one message each. Only what blocks a colleague comes sooner, and only while you work."
      saving={saving}
    >
      <form
        className={css.part}
        onSubmit={(e) => {
          e.preventDefault();
          void submit(tidied);
        }}
      >
        {shown.map((slot, i) => (
          <Group key={i} gap="xs" align="flex-end" wrap="nowrap">
            <Select
              aria-label={`Delivery ${i + 1}`}
              data={parts}
              allowDeselect={false}
              value={isPart(slot) ? slot : 'time'}
              onChange={(value) => set(shown.with(i, value === 'time' ? '' : (value ?? 'start')))}
            />
            {!isPart(slot) && (
              <TextInput
                aria-label={`Time of delivery ${i + 1}`}
                placeholder="14:30"
                maxLength={5}
                w={90}
                value={slot}
                onChange={(e) => set(shown.with(i, e.currentTarget.value))}
              />
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove delivery ${i + 1}`}
              disabled={shown.length === 1}
              onClick={() => set(shown.toSpliced(i, 1))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </Group>
        ))}
        <p className={css.hint} role="status">
          {fault ?? `Next: ${nextTimes({ ...calendar, slots: tidied }, today)}.`}
        </p>
        <Group gap="xs">
          <Button type="submit" variant="default" loading={saving.busy} disabled={draft === null}>
            Save
          </Button>
          {shown.length < most && (
            <Button variant="subtle" color="gray" onClick={() => set([...shown, ''])}>
              Add a delivery
            </Button>
          )}
          {calendar.slots && (
            <Button variant="subtle" color="gray" onClick={() => void submit(undefined)}>
              The usual three
            </Button>
          )}
        </Group>
      </form>
    </Part>
  );
}
