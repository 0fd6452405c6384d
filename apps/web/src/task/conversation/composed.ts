import { type BoardSnapshot, type CommentKind, type Health, type Tone, dayAt } from '@baton/domain';
import { type AskDraft, emptyAsk } from './askDraft';
import { timeOfDraft } from './askPeople';

/** What a comment is besides its text, while it is being written. */
export interface Form {
  kind: CommentKind;
  tone: Tone | null;
  headline: string;
  health: Health;
  ask: AskDraft;
  blocker: 'person' | 'decision' | 'outside';
  who: string;
  checkOn: string;
}

/** A form as it begins, or as a draft left it. */
export function formOf(kept: Record<string, unknown> | undefined, zone: string, begin: { kind: CommentKind; askee: string | null }): Form {
  const fresh: Form = {
    kind: begin.kind,
    tone: null,
    headline: '',
    health: 'on track',
    ask: { ...emptyAsk, personIds: begin.askee ? [begin.askee] : [] },
    blocker: 'person',
    who: '',
    checkOn: dayAt(zone, Date.now() + 3 * 86_400_000),
  };
  const left = (kept ?? {}) as Partial<Form>;
  return { ...fresh, ...left, ask: { ...fresh.ask, ...left.ask }, ...(begin.kind !== 'note' && { kind: begin.kind }) };
}

export const asksSomebody = ({ kind, blocker }: Form) => kind === 'ask' || (kind === 'blocker' && blocker === 'person');

/** What is kept with a draft; nothing as long as nobody has written a word. */
export const worthKeeping = (text: string, form: Form): Record<string, unknown> =>
  text.trim() === '' && form.headline.trim() === '' ? {} : { ...form };

/** Whether nobody gets on until it is answered. */
export const isBlocking = ({ kind, ask }: Form) => kind === 'blocker' || ask.blocking;

/** What an ask would be sent with now. */
export const timeOf = (form: Form, board: BoardSnapshot, meId: string) =>
  timeOfDraft(form.ask, board, meId, { now: Date.now(), blocking: isBlocking(form) });

/** What is still missing before it can be sent, as a sentence; null for nothing. */
export function faultIn(
  text: string,
  form: Form,
  { filesOnTheirWay, feasible }: { filesOnTheirWay: boolean; feasible: boolean },
): string | null {
  if (filesOnTheirWay) return 'A file is still on its way. Send when it has arrived, or stop it.';
  if (asksSomebody(form) && form.ask.personIds.length === 0) return 'Choose whom you ask.';
  if (asksSomebody(form) && !feasible && form.ask.instead === 'notice' && form.ask.shortNotice.trim() === '')
    return 'Say why it cannot wait.';
  if (form.kind === 'update') return form.headline.trim() === '' ? 'Write a headline.' : null;
  return text.trim() === '' ? 'Write something first.' : null;
}

/** The comment as the server takes it. */
export function postOf(
  form: Form,
  { taskId, text, replyToId }: { taskId: string; text: string; replyToId: string | null },
  time: ReturnType<typeof timeOfDraft>,
) {
  const { kind, tone, headline, health, ask, blocker, who, checkOn } = form;
  return {
    id: crypto.randomUUID(),
    taskId,
    kind,
    text,
    replyToId,
    tone: kind === 'note' ? tone : null,
    ...(kind === 'update' && { headline, health }),
    ...(asksSomebody(form) && {
      ask: {
        ids: ask.pool ? [crypto.randomUUID()] : ask.personIds.map(() => crypto.randomUUID()),
        personIds: ask.personIds,
        pool: ask.pool,
        want: ask.want,
        blocking: isBlocking(form),
        ifNoReply: ask.ifNoReply,
        respondBy: time.at === null ? null : new Date(time.at).toISOString(),
        shortNotice: time.feasible || ask.instead === 'next' ? null : ask.shortNotice,
      },
    }),
    ...(kind === 'blocker' && { blocker: { kind: blocker, ...(blocker === 'outside' && { who, checkOn }) } }),
  };
}

/** The people that a text mentions, by their id or their name. */
export const mentionedIn = (text: string, people: BoardSnapshot['people']) =>
  people.filter(({ id, name }) => text.includes(id) || text.includes(`@${name}`)).map(({ id }) => id);
