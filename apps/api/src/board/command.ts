import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Change, type EventKind, Refusal } from '@baton/domain';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { Clock } from '../platform/clock';
import { Event, type RowChange } from '../platform/events/event.entity';
import { nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { Access, type BoardTarget, type PlainAction, type ReachedBoard } from '../workspace/access';

/** What a command did, for the log: what readers see, and what undo needs. */
export interface Outcome {
  kind: EventKind;
  changes: Change[];
  undo?: RowChange[];
  taskIds?: string[];
  resync?: boolean;
}

export interface CommandRequest {
  commandId: string;
  action: PlainAction;
  target: BoardTarget;
  /** What the command was sent with; the same id with other content is refused. */
  input: unknown;
  /** How many task numbers it takes. */
  newTasks?: number;
}

/** The board of a running command, its counter locked until the transaction ends. */
export interface LockedBoard extends ReachedBoard {
  seq: number;
  /** The first of the task numbers that the command takes. */
  firstNumber: number;
  now: Date;
}

const hashOf = (viewer: Viewer, input: unknown) =>
  createHash('sha256')
    .update(JSON.stringify([viewer.personId, input]))
    .digest('base64url')
    .slice(0, 22);
const isRepeated = (error: unknown) =>
  error instanceof QueryFailedError &&
  (error.driverError as { code?: string; constraint?: string }).constraint === 'event_command_id_board_id_key';

/** Runs commands on boards: access first, once per command id, under the board's lock, with one event at the end. */
@Injectable()
export class Commands {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** A command sent again, after a lost answer or by two tabs at once, applies once and gets the first answer. */
  async run(viewer: Viewer, request: CommandRequest, work: (tx: EntityManager, board: LockedBoard) => Promise<Outcome>): Promise<Event> {
    const commandHash = hashOf(viewer, request.input);
    try {
      return await this.db.transaction(async (tx) => {
        const reached = await this.access.requireOnBoard(tx, viewer, request.action, request.target);
        const { seq, firstNumber } = await nextSeq(tx, reached.id, request.newTasks);
        const now = this.clock.now();
        const outcome = await work(tx, { ...reached, seq, firstNumber, now });
        const facts = { boardId: reached.id, workspaceId: reached.workspaceId, seq, at: now, actorId: viewer.personId };
        return record(tx, { ...facts, commandId: request.commandId, commandHash, ...outcome });
      });
    } catch (error) {
      const first = await this.firstAnswer(viewer, request, commandHash, error);
      if (first) return first;
      throw error;
    }
  }

  /**
   * Looks only after a failure: a repeated command fails on its own first effect or on the log's unique command id, so a fresh one,
   * which is nearly all of them, pays nothing for the check.
   */
  private async firstAnswer(viewer: Viewer, request: CommandRequest, commandHash: string, error: unknown): Promise<Event | null> {
    const first = await this.db.manager.findOne(Event, { where: { commandId: request.commandId }, order: { at: 'ASC', seq: 'ASC' } });
    if (!first) return null;
    if (first.commandHash !== commandHash || first.actorId !== viewer.personId) {
      if (isRepeated(error)) throw new Refusal('COMMAND_REUSED');
      return null;
    }
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId: first.boardId });
    return first;
  }
}
