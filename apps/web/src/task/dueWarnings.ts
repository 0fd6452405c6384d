import {
  type Calendar,
  type Deadline,
  boundOf,
  effectiveFinish,
  isSkippedTime,
  leaveAt,
  timeAt,
  workingUntil,
  zoneNow,
} from '@baton/domain';
import { momentInWords, placeOf } from '../time/deadlineWords';

export interface DueLine {
  words: string;
  warns: boolean;
}

/** What a deadline means for its owner: their own time, and whether it falls outside their hours, into their leave, or on a skipped hour. */
export function dueWarnings(deadline: Deadline, calendar: Calendar, name: string, reader: string, now: number): DueLine[] {
  const bound = boundOf(deadline);
  const zone = zoneNow(calendar, bound);
  const lines: DueLine[] = [];
  if (isSkippedTime(deadline))
    lines.push({ words: `The clocks skip that time there: using ${timeAt(deadline.zone, bound)}.`, warns: true });
  if (deadline.time !== null && zone !== reader)
    lines.push({ words: `${momentInWords(bound, zone, now)} in ${placeOf(zone)} for ${name}.`, warns: false });
  const finish = effectiveFinish(calendar, bound);
  const until = finish === null ? 'with no working hours before it' : `working on it until ${momentInWords(finish, zone, now)}`;
  if (leaveAt(calendar, bound - 1)) lines.push({ words: `Falls into time off of ${name}, ${until}.`, warns: true });
  else if (deadline.time !== null && workingUntil(calendar, bound - 1) === null)
    lines.push({ words: `Outside the hours of ${name}, ${until}.`, warns: true });
  else if (finish === null) lines.push({ words: `${name} has no working hours before it.`, warns: true });
  else if (finish < now) lines.push({ words: `${name} has no working hours left before it.`, warns: true });
  else if (deadline.time === null) lines.push({ words: `${name}: ${until}.`, warns: false });
  return lines;
}
