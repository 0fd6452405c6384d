import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { Suspense, useState } from 'react';
import { type Due, parseDue } from './dates';
import { dayOf, dueInWords } from './words';
import { lazily } from '../ui/lazily';

const Calendar = lazily(() => import('./Calendar').then((m) => ({ default: m.Calendar })));

interface DateFieldProps {
  label: string;
  value: Due | null;
  onChange: (due: Due | null) => void;
  disabled?: boolean;
  /** A button only, for toolbars. */
  compact?: boolean;
  withTime?: boolean;
}

/** A day, with a time where it matters: typed in words or picked from a calendar. */
export function DateField({ label, value, onChange, disabled = false, compact = false, withTime = true }: DateFieldProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const today = dayOf(new Date());
  const parsed = parseDue(text, today);
  const pick = (due: Due | null) => {
    onChange(due && !withTime ? { ...due, time: null } : due);
    setText('');
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal>
      <Group gap={4} wrap="nowrap">
        <Popover.Target>
          <Button
            size={compact ? 'compact-sm' : 'xs'}
            variant="default"
            disabled={disabled}
            leftSection={<IconCalendar size={14} stroke={1.5} />}
            aria-label={value ? `${label}: ${dueInWords(value.day, value.time, today)}` : label}
            onClick={() => setOpen(!open)}
          >
            {value ? dueInWords(value.day, value.time, today) : compact ? label : 'none'}
          </Button>
        </Popover.Target>
        {value && !disabled && (
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Clear ${label.toLowerCase()}`} onClick={() => pick(null)}>
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        )}
      </Group>
      <Popover.Dropdown>
        <form
          onSubmit={(e) => {
            e.preventDefault();
            e.stopPropagation();
            if (parsed) pick(parsed);
          }}
        >
          <Stack gap="xs">
            <TextInput
              size="xs"
              aria-label={`${label}, in words`}
              placeholder={withTime ? 'fri 17:00, 20 nov, in 3 days' : 'fri, 20 nov, in 3 days'}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
              data-autofocus
            />
            <Text size="xs" c="dimmed" role="status">
              {text === ''
                ? 'Type a date, or pick one.'
                : parsed
                  ? `Enter sets ${dueInWords(parsed.day, parsed.time, today)}`
                  : 'Write it like fri, tomorrow 17:00 or 20 nov.'}
            </Text>
            <Suspense fallback={<div style={{ width: 252, height: 264 }} />}>
              <Calendar value={value?.day ?? null} onPick={(day) => pick({ day, time: value?.time ?? null })} />
            </Suspense>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
