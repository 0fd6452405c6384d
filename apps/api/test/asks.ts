import { randomUUID } from 'node:crypto';
import type { Ask, AskStep, Conversation, Interval, Leave } from '@baton/domain';
import type { Somebody, TestBoard } from './world';

export const conversationOf = (who: Somebody, taskId: string) =>
  who.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId });
export const say = (who: Somebody, taskId: string, text: string, more: Record<string, unknown> = {}) =>
  who.command('postComment', 'PostCommentInput', { id: randomUUID(), taskId, kind: 'note', text, ...more });
export const step = (who: Somebody, askId: string, name: AskStep, more: Record<string, unknown> = {}) =>
  who.command('stepAsk', 'StepAskInput', { askId, step: name, ...more });

/** An ask as a comment carries it: one id per person, or one for a pool. */
export const wish = (people: Somebody[], more: Record<string, unknown> = {}) => ({
  ids: more['pool'] ? [randomUUID()] : people.map(() => randomUUID()),
  personIds: people.map(({ id }) => id),
  pool: false,
  want: 'answer',
  blocking: false,
  ifNoReply: { kind: 'wait' },
  ...more,
});

/** Alice asks Bob. */
export async function anAsk(board: TestBoard, taskId: string, more: Record<string, unknown> = {}): Promise<Ask> {
  const ask = wish([board.bob], more);
  await say(board.alice, taskId, 'Which colour?', { kind: 'ask', ask });
  return oneAsk(board.alice, taskId, ask.ids[0] ?? '');
}

/** An ask by its id. */
export async function oneAsk(who: Somebody, taskId: string, id: string): Promise<Ask> {
  const found = (await conversationOf(who, taskId)).asks.find((ask) => ask.id === id);
  if (!found) throw new Error('there is no such ask');
  return found;
}

/** Somebody says when they work, and in which zone. */
export const setCalendar = (who: Somebody, change: Record<string, unknown>) =>
  who.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), ...change } });
/** The same hours on some days of the week. */
export const hoursOn = (days: number[], from: string, to: string): Record<number, Interval[]> =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? [[from, to]] : []]));
export const leaveOf = (from: string, to: string, delegateId: string | null = null): Leave => ({
  id: `${from} ${to}`,
  fromDay: from,
  fromTime: null,
  toDay: to,
  toTime: null,
  delegateId,
  note: '',
  returnBuffer: 0,
});
export const inZone = (zone: string) => [{ from: '1970-01-01', zone }];
