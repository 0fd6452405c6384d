import { Button, Group, Text } from '@mantine/core';
import { type Calendar, addDays, localDay } from '@baton/domain';
import { DateField } from '../time/DateField';
import { useNow } from '../time/useNow';
import { readerZone } from '../time/deadlineWords';
import { latersFor, startOfWork } from './words';
import css from './Row.module.css';

interface LaterFormProps {
  calendar: Calendar;
  onLater: (at: number) => void;
  onClose: () => void;
}

/** When a line is shown again. It changes one's own list and nothing else (Q6). */
export function LaterForm({ calendar, onLater, onClose }: LaterFormProps) {
  const now = useNow();
  const zone = readerZone();
  const tomorrow = addDays(localDay(calendar, now), 1);
  return (
    <div
      className={css.inPlace}
      role="group"
      aria-label="Show it again"
      onKeyDown={(e) => e.key === 'Escape' && (e.stopPropagation(), onClose())}
    >
      <Text size="sm">Only your list changes. What was promised stays, and nobody is told.</Text>
      <Group gap={6}>
        {latersFor(calendar, zone, now).map(({ label, at }) => (
          <Button key={label} size="compact-sm" variant="default" onClick={() => onLater(at)}>
            {label}
          </Button>
        ))}
        <DateField
          label="On another day"
          compact
          withTime={false}
          value={null}
          onChange={(due) => due && onLater(startOfWork(calendar, due.day > tomorrow ? due.day : tomorrow, zone))}
        />
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </Group>
    </div>
  );
}
