import type { DeliveryClass } from '../brief';
import type { Cause } from './cause';
import type { Hold, HoldReason } from './hold';
import type { GoneReason } from './relevance';

/** What became of something that was to be told to somebody, for both sides to read (L6). Instants as ISO text. */
export interface DeliveryEntry {
  id: string;
  cause: Cause;
  class: DeliveryClass;
  boardId: string;
  taskId: string | null;
  taskKey: string | null;
  title: string;
  personId: string;
  personName: string;
  /** The zone that the receiver is in. */
  zone: string;
  byId: string | null;
  byName: string | null;
  at: string;
  /** Why it was or is held, and until when, as the receiver's calendar says it. */
  hold: { why: HoldReason; until: string | null };
  state: 'held' | 'due' | 'sent' | 'dropped' | 'folded';
  /** By what it went; `app` is the page alone. */
  channel: 'app' | 'mail' | 'push' | 'webhook' | null;
  endedAt: string | null;
  endedWhy: GoneReason | 'failed' | null;
  /** Who stands in for the receiver, and got it too. */
  coveredByName: string | null;
  /** For whom the receiver stands in. */
  coversName: string | null;
}

const kinds: Record<string, string> = {
  ask: 'Ask',
  handoff: 'Handoff',
  owner: 'Change of owner',
  deadline: 'Deadline',
  waits: 'Blocker',
  check: 'Day to look again',
  due: 'Reminder',
  overdue: 'Reminder',
  mention: 'Mention',
  update: 'Update',
  blocked: 'Blocker',
  decision: 'Decision',
  urgent: 'Urgent',
  was: 'Urgent',
};

/** What is told, as a list names it: "Ask", "Reminder". */
export const kindOfCause = (cause: Cause): string => {
  if (cause === 'ask-answered' || cause === 'ask-outcome') return 'Answer';
  return kinds[cause.split('-')[0] ?? ''] ?? 'Notice';
};

/** Words for an instant, in the place and the manner of whoever reads; given by the page. */
export type SayTime = (at: number) => string;

const heldWords: Record<HoldReason, (until: string) => string> = {
  now: (until) => `Delivered ${until}`,
  hours: (until) => `Held: outside working hours until ${until}`,
  leave: (until) => `Held: away until ${until}`,
  back: (until) => `Held: back from leave, catching up until ${until}`,
  focus: (until) => `Held: in focus time until ${until}`,
  slot: (until) => `Held until the next delivery, ${until}`,
  morning: (until) => `Held until the first delivery of the day, ${until}`,
  never: () => 'Not delivered by itself: it is in the catch-up',
};

/** Why something is or was held, in one sentence. */
export const holdSentence = ({ why, until }: Hold, say: SayTime): string =>
  until === null && why !== 'never' ? 'Held: no working hours in the next 120 days' : heldWords[why](until === null ? '' : say(until));

const channelWords = { app: 'on the page', mail: 'by mail', push: 'by push', webhook: 'by the urgent gateway' } as const;
const goneWords: Record<GoneReason | 'failed', string> = {
  handled: 'Not sent: it was dealt with before',
  withdrawn: 'Not sent: it was taken back before',
  'changed back': 'Not sent: it was changed back before',
  'told better': 'Not sent: something newer says it',
  deleted: 'Not sent: it was deleted or put away before',
  'somebody else': 'Not sent: it is with somebody else by now',
  left: 'Not sent: not a member of this board any more',
  over: 'Not sent: it was over before',
  failed: 'Could not be handed over; it is on the page',
};

/** What became of it, in one or two sentences. */
export function entrySentence(entry: DeliveryEntry, say: SayTime): string {
  const until = entry.hold.until === null ? null : Date.parse(entry.hold.until);
  const covered = entry.coveredByName ? `. ${entry.coveredByName} covers and was told` : '';
  const ended = entry.endedAt === null ? '' : say(Date.parse(entry.endedAt));
  switch (entry.state) {
    case 'held':
      return `${holdSentence({ why: entry.hold.why, until }, say)}${covered}`;
    case 'due':
      return `Due since ${until === null ? '' : say(until)}, on its way${covered}`;
    case 'sent':
      return entry.endedWhy === 'failed' ? goneWords.failed : `Delivered ${ended} ${channelWords[entry.channel ?? 'app']}${covered}`;
    case 'folded':
      return `Not sent: away for whole days, so it is in the catch-up${covered}`;
    case 'dropped':
      return entry.endedWhy ? goneWords[entry.endedWhy] : 'Not sent';
  }
}

/** What was sent on one day by one way, for the report of sends outside hours. */
export interface ReportRow {
  day: string;
  channel: string;
  class: DeliveryClass;
  sent: number;
  outside: number;
}

/** The report of one month, for admins. */
export interface DeliveryReport {
  month: string;
  rows: ReportRow[];
  /** Messages that could not be handed over and are tried again, or were given up. */
  trying: number;
  failed: number;
  /** When the worker last came round; null for never. */
  lastTick: string | null;
}

/** The report as a table that spreadsheets read. */
export const reportCsv = ({ rows }: Pick<DeliveryReport, 'rows'>): string =>
  [
    'day,channel,class,sent,outside working hours',
    ...rows.map((row) => [row.day, row.channel, row.class, row.sent, row.outside].join(',')),
  ].join('\r\n') + '\r\n';

/** What is due for somebody now, by the same holding as everything else, and when the next delivery comes. */
export interface DueNumber {
  due: number;
  next: string | null;
}
