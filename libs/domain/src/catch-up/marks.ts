import type { Brief, BriefLine } from '../brief';

/** What somebody did with a line of their own list; nobody else sees it. */
export const markKinds = ['done', 'aside', 'later'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark {
  key: string;
  mark: MarkKind;
  /** Done with what had happened until this number. */
  seq: number;
  /** Of later: when it is shown again, ISO instant. */
  until: string | null;
  line: BriefLine;
  at: string;
}

/** A catch-up as its screen shows it. Instants as ISO text. */
export interface CatchUp {
  brief: Brief;
  /** How far each board is told here, for "Caught up to here", and from where. */
  boards: { id: string; key: string; name: string; seq: number; since: number; sinceAt: string | null }[];
  /** From when it tells; null when the reader has seen nothing yet. */
  since: string | null;
  /** When the reader last did something on these boards, by their own commands; null when they did nothing since. */
  lastOwn: string | null;
  workingDays: number;
  minutes: number;
  nextDelivery: string | null;
  marks: Mark[];
}

/** Whether a line was dealt with: what happened on it later brings it back, except to the pile of what was set aside. */
export const isMarked = (line: Pick<BriefLine, 'key' | 'seq'>, mark: Mark | undefined, now: number): boolean =>
  mark !== undefined &&
  (mark.mark === 'aside' ||
    (mark.mark === 'done' && line.seq <= mark.seq) ||
    (mark.mark === 'later' && mark.until !== null && Date.parse(mark.until) > now));
