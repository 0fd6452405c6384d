import { type Wall, instantOf, wallAt } from './zone';

/** A calendar day, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;
/** A time of day, `HH:MM`; the end of a shift may be past 24:00. */
export type Time = string;

const msPerDay = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / msPerDay;
export const dayOfNumber = (number: number): Day => new Date(number * msPerDay).toISOString().slice(0, 10);
export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);
/** Whole days from one to the other. */
export const daysBetween = (from: Day, to: Day) => dayNumber(to) - dayNumber(from);
/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day) => weekdayOfNumber(dayNumber(day));
export const weekdayOfNumber = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;
/** Minutes since midnight; more than 1,440 for a shift that ends the next day. */
export const minutesOf = (time: Time) => Number(time.slice(0, -3)) * 60 + Number(time.slice(-2));
export const timeOfMinutes = (minutes: number): Time =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A day and minutes into it as a wall clock reading. */
export const wallOf = (day: Day, minutes = 0): Wall => dayNumber(day) * msPerDay + minutes * 60_000;
/** The calendar day of an instant in a zone. */
export const dayAt = (zone: string, instant: number): Day => dayOfNumber(Math.floor(wallAt(zone, instant) / msPerDay));
/** The time of day of an instant in a zone. */
export const timeAt = (zone: string, instant: number): Time =>
  timeOfMinutes(Math.floor((((wallAt(zone, instant) % msPerDay) + msPerDay) % msPerDay) / 60_000));
/** The first instant of a day; where midnight is skipped, the first that there is. */
export const startOfDay = (zone: string, day: Day) => instantOf(zone, wallOf(day), 'later');
