import { Injectable } from '@nestjs/common';

/** The only place that asks the machine for the time; tests give another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

const minute = 60_000;
/** An instant some minutes after another; negative minutes go back. */
export const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * minute);
/** An instant some periods of 24 hours after another; for expiry, not for calendars. */
export const daysAfter = (instant: Date, days: number) => minutesAfter(instant, days * 24 * 60);
