import { Injectable } from '@nestjs/common';
import {
  type Afterword,
  type Decision,
  type DecisionScene,
  assumedCalendar,
  closingOf,
  decideByOf,
  decisionAt,
  decisionName,
  isInForce,
  settledState,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { asksWhere } from '../conversation/ask.store';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { nextSeq, record } from '../platform/events/log';
import { Jobs } from '../platform/jobs/jobs';
import type { Sql } from '../platform/sql';
import { commandIdOf } from '../platform/token';
import { normsOn } from '../task/task.service';
import { decisionChanges, decisionsWhere, writeDecision } from './decision.store';
import { heardOf } from './fields';
import { seal } from './seal';

/** Calendars, house rules and answers that the rules of decisions of one board ask for. */
export async function sceneOf(
  sql: Sql,
  boardId: string,
  decisions: readonly Decision[],
  others: readonly string[] = [],
): Promise<DecisionScene> {
  const people = decisions.flatMap((d) => [d.proposerId, d.deciderId ?? d.proposerId, ...d.contributors.map(({ personId }) => personId)]);
  const calendars = await calendarsOf(sql, [...people, ...others]);
  const askIds = decisions.flatMap(({ stances }) => stances.flatMap(({ askId }) => askId ?? []));
  const asks = askIds.length > 0 ? await asksWhere(sql, 'a.id = any($1)', [askIds]) : [];
  const answered = new Map(asks.map((ask) => [ask.id, ask.closed?.at ?? null]));
  const [board] = await select<{ zone: string }>(sql, 'select zone from board where id = $1', [boardId]);
  return {
    calendarOf: (id) => calendars.get(id) ?? assumedCalendar(board?.zone ?? 'UTC'),
    norms: await normsOn(sql as EntityManager, boardId),
    zone: board?.zone ?? 'UTC',
    answeredAt: (id) => answered.get(id) ?? null,
  };
}

/** What the clock did to an open decision, written down: what it became, with effect from the close of input (D1b). */
function settled(decision: Decision, scene: DecisionScene): Decision {
  const closes = closingOf(decision, scene);
  const state = settledState(decision, scene, closes);
  const closesAt = new Date(closes).toISOString();
  if (state !== 'adopted') return { ...decision, state, closesAt, decideBy: new Date(decideByOf(decision, scene, closes)).toISOString() };
  return {
    ...decision,
    state,
    closesAt,
    outcome: {
      as: 'adopted',
      choice: decision.recommendation,
      because: decision.because,
      consequences: '',
      conditions: '',
      reviewOn: decision.reviewOn,
      reviewTrigger: decision.reviewTrigger,
      nextTaskIds: [],
      decidedById: decision.deciderId ?? decision.proposerId,
      decidedAt: closesAt,
      ...heardOf(decision, scene, closes),
      answers: [],
    },
  };
}

/** Writes a decision that has just come into force: sealed, and what it replaces is replaced. Answers the boards' other decisions that changed. */
export async function putInForce(tx: EntityManager, decision: Decision, by: { personId: string; now: Date }): Promise<Decision[]> {
  await writeDecision(tx, decision);
  await seal(tx, decision, by.now);
  const replaced = [decision.reopensId, decision.supersedesId].filter((id) => id !== null);
  const olds = replaced.length > 0 ? await decisionsWhere(tx, 'd.id = any($1) and d.board_id = $2', [replaced, decision.boardId]) : [];
  const changed: Decision[] = [];
  for (const old of olds.filter(({ state }) => isInForce(state))) {
    const afterword: Afterword = {
      ...{ kind: 'superseded', at: by.now.toISOString(), byId: by.personId, text: decisionName(decision.number) },
      ...{ path: null, digest: null, decisionId: decision.id, reviewOn: null },
    };
    const next: Decision = { ...old, state: 'superseded', supersededById: decision.id, afterwards: [...old.afterwards, afterword] };
    await writeDecision(tx, next);
    await seal(tx, next, by.now);
    changed.push(next);
  }
  return changed;
}

/**
 * Writes down what the clock did. Whoever notices first does it, a reader or the job, once; what is true does not wait for it: `decisionAt`
 * says the same before and after.
 */
@Injectable()
export class Settling {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'decision:settle', cron: '* * * * *', run: () => this.settleAll().then(() => undefined) });
  }

  /** Settles what is due on every board; answers how many decisions changed. */
  async settleAll(): Promise<number> {
    const boards = await select<{ board_id: string }>(this.db, `select distinct board_id from decision where state = 'open'`);
    let changed = 0;
    for (const { board_id: id } of boards) changed += await this.settleBoard(id);
    return changed;
  }

  /** Settles what is due on a board. */
  async settleBoard(boardId: string): Promise<number> {
    const open = await decisionsWhere(this.db, `d.board_id = $1 and d.state = 'open'`, [boardId], 'd.number');
    if (open.length === 0) return 0;
    const scene = await sceneOf(this.db, boardId, open);
    const due = open.filter((decision) => decisionAt(decision, scene, this.clock.now().getTime()).unsettled);
    let changed = 0;
    for (const { id } of due) changed += await this.db.transaction((tx) => this.settleOne(tx, boardId, id));
    return changed;
  }

  private async settleOne(tx: EntityManager, boardId: string, id: string): Promise<number> {
    // The board's row first, as every command takes it: whoever comes second sees that it is done.
    await tx.query('select 1 from board where id = $1 for update', [boardId]);
    const [decision] = await decisionsWhere(tx, `d.id = $1 and d.state = 'open'`, [id]);
    const now = this.clock.now();
    const scene = decision && (await sceneOf(tx, boardId, [decision]));
    if (!decision || !scene || !decisionAt(decision, scene, now.getTime()).unsettled) return 0;
    const { seq } = await nextSeq(tx, boardId);
    const next = settled(decision, scene);
    const actorId = next.deciderId ?? next.proposerId;
    const replaced = next.state === 'adopted' ? await putInForce(tx, next, { personId: actorId, now }) : [];
    if (next.state !== 'adopted') await writeDecision(tx, next);
    const changes = [...(await decisionChanges(tx, next)), ...(await Promise.all(replaced.map((old) => decisionChanges(tx, old)))).flat()];
    await record(tx, {
      ...{ boardId, workspaceId: next.workspaceId, seq, at: now, actorId, commandHash: '' },
      commandId: commandIdOf(`settle ${next.id} ${next.version} ${next.closesAt ?? ''}`),
      kind: next.state === 'adopted' ? 'decision.settled' : 'decision.closed',
      changes,
      taskIds: next.taskIds,
    });
    return 1;
  }
}
