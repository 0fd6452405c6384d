import { type Brief, type BriefLine, type BriefSection, briefSections, dayAt, dayNumber, timeAt, weekday } from '@baton/domain';

/** A way to act on a line from within the mail. */
export interface LetterLink {
  label: string;
  url: string;
}

/** One line of a mail, ready to be set. */
export interface LetterLine {
  /** Such as WEB-42, or the name of the board for what belongs to no task. */
  key: string;
  title: string;
  boardName: string;
  url: string;
  text: string;
  /** "by Sat 28 Nov 18:00", or empty. */
  by: string;
  reason: string;
  answers: LetterLink[];
  /** Opens a mail that answers this line. */
  reply: LetterLink | null;
}

/** What a mail says, whichever way it is set. */
export interface Letter {
  subject: string;
  /** What mail programs show beside the subject. */
  preview: string;
  title: string;
  /** Stands above everything that an answer quotes; null when answers are not read. */
  marker: string | null;
  groups: { heading: string; lines: LetterLine[] }[];
  /** What needs nothing of the reader. */
  quiet: string[];
  foot: { sentences: string[]; links: LetterLink[] };
}

/** The secrets of one line, as addresses that are ready to use. */
export interface LineLinks {
  answers: Partial<Record<BriefLine['answers'][number], string>>;
  /** The address that takes an answer to this line, or null. */
  replyTo: string | null;
}

export interface LetterScene {
  lines: readonly BriefLine[];
  digest: Brief | null;
  zone: string;
  now: number;
  /** The address of Baton, without a slash at its end. */
  origin: string;
  linksOf: (line: BriefLine) => LineLinks;
  unsubscribe: string;
}

const headings: Record<BriefSection, string> = {
  move: 'Your move',
  decided: 'Decided',
  changed: 'Changed commitments',
  answers: 'Answers to you',
  updates: 'Updates',
};
const answerLabels = { seen: 'Seen', agree: 'Agree', object: 'Object', done: 'Done' } as const;
/** The line above which an answer is written; it is looked for in what comes back. */
export const marker = '– – – Answer above this line – – –';
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An instant by its date: a mail may be read on another day, so "today" would be wrong in it. */
export function dateInWords(instant: number, zone: string, now: number): string {
  const day = dayAt(zone, instant);
  const at = new Date(dayNumber(day) * 86_400_000);
  const year = day.slice(0, 4) === dayAt(zone, now).slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  return `${weekdays[weekday(day) - 1] ?? ''} ${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ''}${year} ${timeAt(zone, instant)}`;
}

/** Until when something is owed: midnight belongs to the day that it ends. */
function byInWords(instant: number, zone: string, now: number): string {
  const midnight = timeAt(zone, instant) === '00:00';
  return `by ${midnight ? dateInWords(instant - 60_000, zone, now).replace(/23:59$/, '24:00') : dateInWords(instant, zone, now)}`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** At most so many letters as people see them, on one line. */
export function inOneLine(text: string, most: number): string {
  const flat = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const letters = [...segmenter.segment(flat)];
  return letters.length <= most
    ? flat
    : `${letters
        .slice(0, most - 1)
        .map(({ segment }) => segment)
        .join('')
        .trimEnd()}…`;
}

const nameOf = (line: BriefLine) => (line.taskKey ? `${line.taskKey} ${line.taskTitle ?? ''}`.trim() : line.boardName);
const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

/** The one task that all lines are about, or null. */
export function onlyTask(lines: readonly BriefLine[]): BriefLine | null {
  const [first] = lines;
  return first?.taskId && lines.every(({ taskId }) => taskId === first.taskId) ? first : null;
}

/** What matters first: by section, and what is owed by its time. */
export function inOrder(lines: readonly BriefLine[]): BriefLine[] {
  const place = (line: BriefLine) => briefSections.indexOf(line.section);
  const time = ({ by, at }: BriefLine) => by ?? at;
  return lines.toSorted((a, b) => place(a) - place(b) || (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
}

/**
 * The subject. A mail about one task has the task's own, always the same, because mail programs keep a thread together by it; any other says
 * how much waits, and what comes first.
 */
export function subjectOf(lines: readonly BriefLine[], digest: boolean): string {
  const task = digest ? null : onlyTask(lines);
  if (task) return inOneLine(`[${task.boardName}] ${nameOf(task)}`, 140);
  return inOneLine(`Baton: ${headlineOf(lines)}`, 140);
}

/** How much there is, as the heading says it. */
function countOf(lines: readonly BriefLine[]): string {
  const moves = lines.filter(({ section }) => section === 'move').length;
  if (moves > 0) return many(moves, 'thing waits for you', 'things wait for you');
  return `${many(lines.length, 'thing', 'things')} to know`;
}

function headlineOf(lines: readonly BriefLine[]): string {
  const moves = lines.filter(({ section }) => section === 'move');
  const said = moves.length > 0 ? moves : lines;
  const [first] = said;
  return first ? `${countOf(lines)}${said.length > 1 ? ', first' : ':'} ${nameOf(first)}` : countOf(lines);
}

/** Where a line is read in full. */
function placeOf({ object, boardKey, taskKey, number }: BriefLine): string {
  if (object === 'decision' && number) return `/b/${boardKey}/d/${number}`;
  return taskKey ? `/t/${taskKey}` : `/b/${boardKey}`;
}

function lineOf(line: BriefLine, scene: LetterScene, subject: string): LetterLine {
  const { answers, replyTo } = scene.linksOf(line);
  return {
    key: line.taskKey ?? line.boardName,
    title: line.taskTitle ?? '',
    boardName: line.boardName,
    url: `${scene.origin}${placeOf(line)}`,
    text: line.text,
    by: line.by ? byInWords(Date.parse(line.by), scene.zone, scene.now) : '',
    reason: line.reason,
    answers: line.answers.flatMap((answer) => {
      const url = answers[answer];
      return url ? [{ label: answerLabels[answer], url }] : [];
    }),
    reply: replyTo ? { label: 'Answer by mail', url: `mailto:${replyTo}?subject=${encodeURIComponent(`Re: ${subject}`)}` } : null,
  };
}

const quietLimit = 12;
function quietLines(digest: Brief | null): string[] {
  if (!digest) return [];
  const { others, moreUpdates } = digest;
  const said = moreUpdates > 0 ? [`${many(moreUpdates, 'more update is', 'more updates are')} in Catch-up.`] : [];
  if (others.length === 0) return said;
  const named = others.slice(0, quietLimit).map(({ taskKey, title, events }) => `${taskKey} ${inOneLine(title, 60)} (${events})`);
  const rest = others.length - named.length;
  return [
    ...said,
    `${many(others.length, 'other task', 'other tasks')} had activity. Nothing there needs you.`,
    ...named,
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

/** How an answer to this mail is taken, in one sentence. */
function answerHint(lines: readonly BriefLine[], readable: boolean): string {
  const [first] = lines;
  if (!readable || !first) return 'Answers to this mail are not read: open the task to answer.';
  if (onlyTask(lines)) return `Answer this mail to answer on ${first.taskKey ?? 'the task'}.`;
  return `Answer this mail to answer the first point${first.taskKey ? ` (${first.taskKey})` : ''}; the others have a link of their own.`;
}

/** Puts a mail together: complete, in order, each line with its reason. Pure, so that what is sent can be tested and looked at. */
export function letterOf(scene: LetterScene): Letter {
  const lines = inOrder(scene.lines);
  const subject = subjectOf(lines, scene.digest !== null);
  const task = scene.digest ? null : onlyTask(lines);
  const [first] = lines;
  const readable = !!first && scene.linksOf(first).replyTo !== null;
  const groups = briefSections
    .map((section) => ({
      heading: headings[section],
      lines: lines.filter((line) => line.section === section).map((line) => lineOf(line, scene, task ? subject : `${nameOf(line)}`)),
    }))
    .filter((group) => group.lines.length > 0);
  return {
    subject,
    preview: inOneLine(lines.map(({ text }) => text).join(' · '), 160),
    title: task ? (task.taskTitle ?? subject) : countOf(lines),
    marker: readable ? marker : null,
    groups,
    quiet: quietLines(scene.digest),
    foot: {
      sentences: [
        ...(scene.digest ? ['That is everything.'] : []),
        answerHint(lines, readable),
        lines.some((line) => line.class === 'urgent')
          ? 'This could not wait, so it came at once.'
          : 'Baton writes to you only in your working hours.',
      ],
      links: [
        { label: 'How Baton reaches me', url: `${scene.origin}/settings/reach` },
        { label: 'No more mail', url: scene.unsubscribe },
      ],
    },
  };
}
