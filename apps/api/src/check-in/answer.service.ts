import { Injectable } from '@nestjs/common';
import {
  type CheckIn,
  type CheckInAnswer,
  type CheckInStanding,
  type NamedTask,
  Refusal,
  assumedCalendar,
  checkInAt,
  checkInDays,
  limits,
  mayCheckIn,
} from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Commands, type LockedBoard } from '../board/command';
import { CommentService } from '../conversation/comment.service';
import type { Event } from '../platform/events/event.entity';
import { nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { atMost, requireText } from '../platform/text';
import { commandIdOf } from '../platform/token';
import type { AnswerCheckInInput, StuckInput } from './check-in.inputs';
import { answersWhere, checkInsWhere, namedTasks, writeAnswer } from './check-in.store';
import { alreadyStuck } from './prefill';

/** Answers to check-ins: once a day per person, while their own day lasts. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly commands: Commands,
    private readonly comments: CommentService,
  ) {}

  /** Writes the caller's answer, or that they pass. What they are stuck with becomes a blocker on its task, in the same transaction. */
  answer(viewer: Viewer, input: AnswerCheckInInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'check-in.answer', target: { checkInId: input.checkInId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [checkIn] = await checkInsWhere(tx, 'c.id = $1', [input.checkInId]);
      if (!checkIn) throw new Refusal('NOT_FOUND');
      const [before] = await answersWhere(tx, 'a.check_in_id = $1 and a."on" = $2 and a.person_id = $3', [
        checkIn.id,
        input.on,
        viewer.personId,
      ]);
      const calendar = (await calendarsOf(tx, [viewer.personId])).get(viewer.personId) ?? assumedCalendar(board.zone);
      const person = { id: viewer.personId, calendar, answer: before ?? null };
      requireOpen(checkIn, input, viewer, checkInAt(checkIn, input.on, person, board.now.getTime()));
      const now = board.now.toISOString();
      const base = { checkInId: checkIn.id, on: input.on, personId: viewer.personId, at: before?.at ?? now, editedAt: before ? now : null };
      const said: Said = input.pass ? nothing : await this.said(tx, viewer, board, checkIn, input, before);
      await writeAnswer(tx, { ...base, ...said, passed: input.pass });
      if (!input.pass) await this.block(tx, viewer, board, input, before);
      return { kind: 'check-in.answered', changes: [{ type: 'check-in', id: checkIn.id, fields: { on: input.on } }] };
    });
  }

  private async said(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    checkIn: CheckIn,
    input: AnswerCheckInInput,
    before: CheckInAnswer | undefined,
  ): Promise<Said> {
    const known = new Set([...checkIn.questions, ...(before?.words.map(({ question }) => question) ?? [])]);
    if (input.words.some(({ question }) => !known.has(question)))
      throw new Refusal('CONFLICT', { reason: 'The questions changed meanwhile. Look at them again; what you wrote is kept.' });
    const words = input.words
      .map(({ question, text }) => ({ question, text: atMost(text.trim(), 'the answer', limits.comment) }))
      .filter(({ text }) => text !== '');
    const ids = checkIn.tasks ? [...input.finishedIds, ...input.movingIds, ...input.stuck.map(({ taskId }) => taskId)] : [];
    if (new Set(ids).size < ids.length) throw new Refusal('BAD_INPUT', { reason: 'A task is finished, moving or stuck: name it once.' });
    if (ids.length > limits.checkInTasks) throw new Refusal('BAD_INPUT', { reason: `Name at most ${limits.checkInTasks} tasks.` });
    if (words.length + ids.length === 0) throw new Refusal('BAD_INPUT', { field: 'words', reason: 'Write something, or pass.' });
    const tasks = await namedTasks(tx, board.id, ids);
    const named = (taskId: string): NamedTask => {
      const task = tasks.get(taskId);
      if (!task)
        throw new Refusal('NOT_FOUND', { reason: 'One of these tasks is not on this board any more. Take it out and send again.' });
      return task;
    };
    if (!checkIn.tasks) return { ...nothing, words };
    const said = await alreadyStuck(tx, board.id, viewer.personId, ids);
    const stuck = input.stuck.map(({ taskId, text }) => {
      const task = named(taskId);
      if (text.trim() === '' && !said.has(taskId))
        throw new Refusal('BAD_INPUT', { field: 'stuck', reason: `Say what stands in the way of ${board.key}-${task.number}.` });
      return { ...task, text: atMost(text.trim(), 'what stands in the way', limits.comment) };
    });
    return { words, finished: input.finishedIds.map(named), moving: input.movingIds.map(named), stuck };
  }

  /** Each thing that somebody is stuck with is a blocker of its own, with its own entry in the log; what was said before is not said again. */
  private async block(tx: EntityManager, viewer: Viewer, board: LockedBoard, input: AnswerCheckInInput, before: CheckInAnswer | undefined) {
    for (const stuck of input.stuck) {
      const text = stuck.text.trim();
      if (text === '' || before?.stuck.some((one) => one.taskId === stuck.taskId && one.text === text)) continue;
      const { seq } = await nextSeq(tx, board.id);
      const idOf = (what: string) => commandIdOf(`${input.commandId} ${what} ${stuck.taskId}`);
      const changes = await this.comments.write(tx, viewer, board, {
        id: idOf('comment'),
        taskId: stuck.taskId,
        kind: 'blocker',
        text,
        ...unblocking(stuck, idOf('ask')),
      });
      const facts = { boardId: board.id, workspaceId: board.workspaceId, seq, at: board.now, actorId: viewer.personId, commandHash: '' };
      await record(tx, { ...facts, kind: 'comment.posted', commandId: idOf('command'), changes, taskIds: [stuck.taskId] });
    }
  }
}

type Said = Pick<CheckInAnswer, 'words' | 'finished' | 'moving' | 'stuck'>;
const nothing: Said = { words: [], finished: [], moving: [], stuck: [] };

/** What would unblock it: a colleague, who is asked, or somebody outside, with whom the owner checks back. */
function unblocking({ personId, outside, checkOn }: StuckInput, askId: string) {
  if (personId)
    return {
      blocker: { kind: 'person' as const },
      ask: {
        ids: [askId],
        personIds: [personId],
        pool: false,
        want: 'answer' as const,
        blocking: true,
        ifNoReply: { kind: 'wait' as const },
      },
    };
  return {
    blocker: { kind: 'outside' as const, who: requireText(outside ?? '', 'who could unblock it', limits.name), checkOn: checkOn ?? null },
  };
}

function requireOpen(checkIn: CheckIn, input: AnswerCheckInInput, viewer: Viewer, standing: CheckInStanding) {
  if (!checkIn.participantIds.includes(viewer.personId))
    throw new Refusal('FORBIDDEN', { reason: 'You read along here: others are asked.' });
  const step = input.pass ? 'pass' : 'answer';
  if (checkInDays(checkIn, input.on, input.on).length === 0 && standing.state !== 'answered' && standing.state !== 'passed')
    throw new Refusal('CONFLICT', { state: 'closed', reason: `${checkIn.title} does not take place on this day any more. ${kept}` });
  if (mayCheckIn(standing, step)) return;
  throw new Refusal('CONFLICT', { state: standing.state, reason: reasonOf(standing, step) });
}

const kept = 'What you wrote is kept for the next one.';
function reasonOf({ state, open, times }: CheckInStanding, step: 'answer' | 'pass'): string {
  if (state === 'away') return 'You do not work on this day, so nothing is asked of you.';
  if (state === 'coming') return 'You are not asked yet.';
  if (open && step === 'pass') return 'You have answered already.';
  return times ? `This one ended with your working day. ${kept}` : `This check-in was stopped before you were asked. ${kept}`;
}
