import type { CheckIn, CheckInPeriod } from '@baton/domain';
import { weekdayName } from '../rhythm/words';

export const periodNames: Record<CheckInPeriod, string> = { week: 'Every week', 'two weeks': 'Every two weeks', month: 'Every month' };

const lengths: Record<number, string> = {
  0: 'when their day begins',
  30: 'half an hour into their day',
  60: 'an hour into their day',
  120: 'two hours into their day',
  240: 'four hours into their day',
  360: 'six hours into their day',
};
/** How far into a day somebody is asked, to choose from. */
export const offsets = Object.entries(lengths).map(([value, label]) => ({ value, label }));

export const offsetInWords = (minutes: number) =>
  lengths[minutes] ?? `${minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`} into their day`;

/** "Every Monday, an hour into their day"; "on the first Wednesday of a month". */
export function rhythmInWords({ period, weekday, offset }: Pick<CheckIn, 'period' | 'weekday' | 'offset'>): string {
  const day = weekdayName(weekday);
  const when = period === 'week' ? `Every ${day}` : period === 'two weeks' ? `Every other ${day}` : `On the first ${day} of a month`;
  return `${when}, ${offsetInWords(offset)}`;
}

/** The address of a board's check-ins, or of one day of one. */
export const checkInsPath = (boardKey: string) => `/b/${boardKey}/check-ins`;
export const checkInPath = (boardKey: string, checkInId: string, on: string) => `${checkInsPath(boardKey)}/${checkInId}/${on}`;
