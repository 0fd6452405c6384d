import { Injectable } from '@nestjs/common';
import {
  type AskedCheckIn,
  type CheckInAnswer,
  type CheckInPrefill,
  type CheckInsOfBoard,
  type Day,
  Refusal,
  addDays,
  canTakePart,
  checkInPeriods,
  checkInTemplates,
  dayAt,
  limits,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands, type LockedBoard } from '../board/command';
import { Clock } from '../platform/clock';
import { findOrThrow, select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { atMost, requireText } from '../platform/text';
import { pick } from '../task/task.service';
import { Access } from '../workspace/access';
import { CheckIn } from './check-in.entity';
import type { CreateCheckInInput, EditCheckInInput } from './check-in.inputs';
import { answeredDays, answersWhere, checkInsWhere } from './check-in.store';
import { askedAt } from './asked';
import { prefillFor } from './prefill';

const recentDays = 5;
const longestOffset = 720;

type Setting = Pick<CheckIn, 'title' | 'questions' | 'period' | 'weekday' | 'offsetMinutes' | 'tasks' | 'participantIds'>;

/** Check-ins of boards: setting them up, and reading what was answered. When somebody is asked is derived, never written. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly commands: Commands,
  ) {}

  /** All check-ins of a board with the days that have answers, and the answers of the last days. */
  async list(viewer: Viewer, boardId: string): Promise<CheckInsOfBoard> {
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    const from = addDays(dayAt('UTC', this.clock.now().getTime()), -recentDays);
    const [checkIns, days, recent] = await Promise.all([
      checkInsWhere(this.db, 'c.board_id = $1', [boardId]),
      answeredDays(this.db, boardId),
      answersWhere(this.db, `c.board_id = $1 and a."on" >= $2`, [boardId, from]),
    ]);
    return { checkIns, days, recent };
  }

  /** What everybody said on one day, and for somebody who takes part what their own answer begins with. */
  async day(viewer: Viewer, checkInId: string, on: Day): Promise<{ answers: CheckInAnswer[]; prefill: CheckInPrefill | null }> {
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { checkInId });
    const [checkIn] = await checkInsWhere(this.db, 'c.id = $1', [checkInId]);
    if (!checkIn) throw new Refusal('NOT_FOUND');
    const asks = checkIn.tasks && checkIn.participantIds.includes(viewer.personId);
    return {
      answers: await answersWhere(this.db, `a.check_in_id = $1 and a."on" = $2`, [checkInId, on]),
      prefill: asks ? await prefillFor(this.db, checkIn, on, viewer.personId) : null,
    };
  }

  /** What waits for the caller's answer now, on all boards of a workspace that they may read. */
  async mine(viewer: Viewer, workspaceId: string): Promise<AskedCheckIn[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const asked = await askedAt(this.db, this.clock.now(), { personId: viewer.personId, workspaceId });
    return asked.map(({ personId: _, workspaceId: _w, ...rest }) => rest);
  }

  /** Begins a check-in. Nobody is asked before its first day, and nobody on days that are not theirs. */
  create(viewer: Viewer, input: CreateCheckInInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'check-in.edit', target: { boardId: input.boardId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [count] = await select<{ n: number }>(tx, 'select count(*)::int as n from check_in where board_id = $1', [board.id]);
      if ((count?.n ?? 0) >= limits.checkInsPerBoard)
        throw new Refusal('BAD_INPUT', {
          reason: `A board has at most ${limits.checkInsPerBoard} check-ins: start one of the stopped ones again.`,
        });
      if (!checkInTemplates.includes(input.template))
        throw new Refusal('BAD_INPUT', { field: 'template', reason: 'Choose a template from the list.' });
      const setting = await this.sound(tx, board, { ...input, offsetMinutes: input.offset });
      const today = dayAt(board.zone, board.now.getTime());
      const startsOn = input.startsOn ?? addDays(today, 1);
      if (startsOn < today) throw new Refusal('BAD_INPUT', { field: 'startsOn', reason: 'Begin today or later.' });
      const facts = { workspaceId: board.workspaceId, boardId: board.id, createdById: viewer.personId, createdAt: board.now };
      await tx.insert(CheckIn, { id: input.id, template: input.template, ...setting, startsOn, stoppedAt: null, ...facts });
      return {
        kind: 'check-in.edited',
        changes: [{ type: 'check-in', id: input.id, fields: {} }],
        // Taken back, it is stopped before it asked anybody.
        undo: [{ table: 'check_in', id: input.id, before: { stoppedAt: board.now }, after: { stoppedAt: null } }],
      };
    });
  }

  /** Changes, stops or starts a check-in again. What was answered stays. */
  edit(viewer: Viewer, input: EditCheckInInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'check-in.edit', target: { checkInId: input.checkInId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const checkIn = await findOrThrow(tx, CheckIn, input.checkInId);
      const { title, questions, period, weekday, tasks, participantIds, offset } = input;
      const wished = { title, questions, period, weekday, tasks, participantIds, offsetMinutes: offset };
      const given = Object.fromEntries(Object.entries(wished).filter(([, value]) => value != null)) as Partial<Setting>;
      const setting = await this.sound(tx, board, { ...pick(checkIn, Object.keys(wished)), ...given } as Setting);
      const edit: Partial<CheckIn> = { ...pick(setting, Object.keys(given)) };
      if (input.stopped === true && checkIn.stoppedAt === null) edit.stoppedAt = board.now;
      if (input.stopped === false && checkIn.stoppedAt !== null) {
        edit.stoppedAt = null;
        edit.startsOn = addDays(dayAt(board.zone, board.now.getTime()), 1);
      }
      if (Object.keys(edit).length > 0) await tx.update(CheckIn, checkIn.id, edit);
      return {
        kind: 'check-in.edited',
        changes: [{ type: 'check-in', id: checkIn.id, fields: {} }],
        undo: [{ table: 'check_in', id: checkIn.id, before: pick(checkIn, Object.keys(edit)), after: { ...edit } }],
      };
    });
  }

  private async sound(tx: EntityManager, board: LockedBoard, wished: Setting): Promise<Setting> {
    const questions = wished.questions
      .map((question) => atMost(question.trim(), 'a question', limits.reason))
      .filter((question) => question !== '');
    if (questions.length > limits.checkInQuestions)
      throw new Refusal('BAD_INPUT', {
        field: 'questions',
        reason: `Ask at most ${limits.checkInQuestions} questions: a check-in takes two minutes.`,
      });
    if (questions.length === 0 && !wished.tasks) throw new Refusal('BAD_INPUT', { field: 'questions', reason: 'Write a question.' });
    if (new Set(questions).size < questions.length)
      throw new Refusal('BAD_INPUT', { field: 'questions', reason: 'Ask each question once.' });
    if (!checkInPeriods.includes(wished.period))
      throw new Refusal('BAD_INPUT', { field: 'period', reason: 'Choose every week, every two weeks or every month.' });
    if (!Number.isInteger(wished.weekday) || wished.weekday < 1 || wished.weekday > 7)
      throw new Refusal('BAD_INPUT', { field: 'weekday', reason: 'Choose a day from Monday to Sunday.' });
    if (!Number.isInteger(wished.offsetMinutes) || wished.offsetMinutes < 0 || wished.offsetMinutes > longestOffset)
      throw new Refusal('BAD_INPUT', { field: 'offset', reason: 'People are asked at most twelve hours into their day.' });
    const participantIds = [...new Set(wished.participantIds)];
    await requireParticipants(tx, board, participantIds);
    const { period, weekday, offsetMinutes, tasks } = wished;
    return { title: requireText(wished.title, 'a title', limits.name), questions, period, weekday, offsetMinutes, tasks, participantIds };
  }
}

/** Refuses unless each of them is a member or commenter of the workspace: guests and viewers read along. */
async function requireParticipants(tx: EntityManager, board: LockedBoard, ids: readonly string[]) {
  if (ids.length === 0) throw new Refusal('BAD_INPUT', { field: 'participantIds', reason: 'Choose who is asked.' });
  const rows = await select<{ role: Parameters<typeof canTakePart>[0] }>(
    tx,
    'select role from membership where workspace_id = $1 and person_id = any($2)',
    [board.workspaceId, ids],
  );
  if (rows.length < ids.length) throw new Refusal('NOT_FOUND', { reason: 'This person is not on the board: invite them first.' });
  if (rows.some(({ role }) => !canTakePart(role)))
    throw new Refusal('BAD_INPUT', { field: 'participantIds', reason: 'Guests and viewers read along; they are not asked.' });
}
