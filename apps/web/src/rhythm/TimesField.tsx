import type { Interval } from '@baton/domain';
import { ActionIcon, Button, Input } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { ReactNode } from 'react';
import { tidyTime } from './typed';
import { pastMidnightInWords } from './words';
import css from './Form.module.css';

interface TimesFieldProps {
  /** Whose times: "Monday", for the names of the fields. */
  of: string;
  /** Of the day on which the work begins, where it is known. */
  weekday: number | null;
  intervals: readonly Interval[];
  onChange: (intervals: Interval[]) => void;
  /** The id of the sentence that says what is wrong. */
  describedBy?: string;
  /** A button beside the one that adds. */
  children?: ReactNode;
}

/** One or more stretches of work, typed. Times are tidied on leaving the field: 9 becomes 09:00. */
export function TimesField({ of, weekday, intervals, onChange, describedBy, children }: TimesFieldProps) {
  const set = (index: number, interval: Interval) => onChange(intervals.map((old, i) => (i === index ? interval : old)));
  const field = (index: number, side: 0 | 1) => {
    const interval = intervals[index] ?? ['', ''];
    const put = (text: string) => set(index, side === 0 ? [text, interval[1]] : [interval[0], text]);
    return (
      <Input
        withAria={false}
        className={css.timeField}
        size="xs"
        aria-label={`${of}, ${side === 0 ? 'from' : 'to'}${intervals.length > 1 ? `, stretch ${index + 1}` : ''}`}
        aria-describedby={describedBy}
        aria-invalid={describedBy !== undefined || undefined}
        placeholder={side === 0 ? '09:00' : '17:00'}
        value={interval[side]}
        maxLength={5}
        onChange={(e) => put(e.currentTarget.value)}
        onBlur={() => interval[side] !== tidyTime(interval[side]) && put(tidyTime(interval[side]))}
      />
    );
  };
  return (
    <div className={css.times}>
      {intervals.map(([, to], index) => (
        // Stretches have no identity but their place.
        <div key={index} className={css.time}>
          {field(index, 0)}
          <span>to</span>
          {field(index, 1)}
          {intervals.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove stretch ${index + 1} of ${of}`}
              onClick={() => onChange(intervals.filter((_, i) => i !== index))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          )}
          <span className={css.hint}>{pastMidnightInWords(to, weekday)}</span>
        </div>
      ))}
      <div className={css.buttons}>
        {intervals.length < 6 && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.5} />}
            aria-label={`Add a stretch to ${of}`}
            onClick={() => onChange([...intervals, ['', '']])}
          >
            Add a stretch
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
