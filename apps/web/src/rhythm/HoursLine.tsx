import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { type Calendar, assumedCalendar, dayAt, moveToZone } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { readerZone } from '../time/deadlineWords';
import { useSaveCalendar } from './calendar';
import { placeOf } from './words';
import css from './HoursLine.module.css';

const travelKey = 'baton.travel';
interface Travel {
  zone: string;
  sessions: number;
  asked: boolean;
}

/** How often this browser was found in another zone than the person's; counted once per session, asked about once. */
function noteTravel(zone: string, stored: string): Travel | null {
  if (zone === stored) {
    localStorage.removeItem(travelKey);
    return null;
  }
  const known = JSON.parse(localStorage.getItem(travelKey) ?? 'null') as Travel | null;
  const before: Travel = known?.zone === zone ? known : { zone, sessions: 0, asked: false };
  if (sessionStorage.getItem(travelKey) === zone) return before;
  sessionStorage.setItem(travelKey, zone);
  const next = { ...before, sessions: before.sessions + 1 };
  localStorage.setItem(travelKey, JSON.stringify(next));
  return next;
}

/** One quiet line: whether the assumed hours are right, or whether somebody travels. Never asked in the way of work. */
export function HoursLine() {
  const { me } = useViewer();
  const save = useSaveCalendar();
  const zone = readerZone();
  const [travel] = useState(() => (me.calendarConfirmed ? noteTravel(zone, me.zone) : null));
  const [away, setAway] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const calendar = (me.calendar as Calendar | null | undefined) ?? null;
  const keep = async (next: Calendar) => setProblem(await save({ calendar: next }));

  if (away) return null;
  if (!me.calendarConfirmed)
    return (
      <aside className={css.line} aria-label="Your hours">
        <Text size="sm">
          Do you work Monday to Friday, 09:00 to 17:00 in {placeOf(zone)}? Until you say so, others see these hours as assumed.
        </Text>
        <Group gap={4}>
          <Button size="compact-sm" onClick={() => void keep(assumedCalendar(zone))}>
            Yes, that is right
          </Button>
          <Button size="compact-sm" variant="default" component={Link} to="/settings/rhythm">
            Change
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAway(true)}>
            Later
          </Button>
        </Group>
        {problem && <Text size="xs">{problem}</Text>}
      </aside>
    );
  if (!calendar || !travel || travel.sessions < 2 || travel.asked) return null;
  const answered = () => {
    localStorage.setItem(travelKey, JSON.stringify({ ...travel, asked: true }));
    setAway(true);
  };
  return (
    <aside className={css.line} aria-label="Your time zone">
      <Text size="sm">This browser is in {placeOf(zone)}. Do your hours move there from today?</Text>
      <Group gap={4}>
        <Button
          size="compact-sm"
          onClick={() => {
            void keep(moveToZone(calendar, zone, dayAt(zone, Date.now())));
            answered();
          }}
        >
          Move my hours to {placeOf(zone)}
        </Button>
        <Button size="compact-sm" variant="default" component={Link} to="/settings/rhythm" onClick={answered}>
          Until a day
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={answered}>
          Stay in {placeOf(me.zone)}
        </Button>
      </Group>
    </aside>
  );
}
