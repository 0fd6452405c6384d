import { Injectable } from '@nestjs/common';
import {
  type Decision,
  type DecisionStanding,
  addDays,
  boundOf,
  currentStance,
  decisionAt,
  decisionName,
  decisionNotices,
  dueSoonFrom,
  goneOfDecision,
  instantWords,
  isInForce,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { decisionsWhere } from '../decision/decision.store';
import { sceneOf } from '../decision/settling';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Sql } from '../platform/sql';
import type { Item, NewItem } from './item.store';
import { type LineSource, LineWriter, type Said } from './line.writer';

const itemOf = (decision: Decision, personId: string, cause: NewItem['cause'], key: string, at: Date): NewItem => ({
  workspaceId: decision.workspaceId,
  boardId: decision.boardId,
  taskId: null,
  personId,
  cause,
  objectId: decision.id,
  key,
  byId: null,
  at,
  seq: 0,
});

/** What is told of decisions: from the log, from the clock, and in which words. */
@Injectable()
export class DecisionSource implements LineSource {
  readonly object = 'decision';

  constructor(
    private readonly db: DataSource,
    lines: LineWriter,
  ) {
    lines.register(this);
  }

  /** What some events of one board tell of decisions. */
  async happened(tx: EntityManager, events: readonly Event[]): Promise<NewItem[]> {
    const told = events.flatMap((event) => event.changes.flatMap(({ type, id }) => (type === 'decision' ? [{ event, id }] : [])));
    if (told.length === 0) return [];
    const decisions = await decisionsWhere(tx, 'd.id = any($1)', [told.map(({ id }) => id)]);
    const owners = await select<{ id: string; owner_id: string }>(
      tx,
      `select distinct l.decision_id as id, t.owner_id from decision_task l join task t on t.id = l.task_id
       where l.decision_id = any($1) and t.owner_id is not null and t.done_at is null and t.deleted_at is null`,
      [decisions.map(({ id }) => id)],
    );
    return told.flatMap(({ event, id }) => {
      const decision = decisions.find((one) => one.id === id);
      if (!decision) return [];
      // What the clock did is recorded in the name of whoever decides, who is to hear of it all the same.
      const byId = event.commandHash === '' ? null : event.actorId;
      const own = owners.filter((row) => row.id === id).map((row) => row.owner_id);
      return decisionNotices(event.kind, decision, event.at.toISOString(), own)
        .filter(({ personId }) => personId !== byId)
        .map(({ personId, cause }) => ({
          ...itemOf(decision, personId, cause, `${event.boardId}:${event.seq}:${id}:${cause}`, event.at),
          byId,
          seq: event.seq,
        }));
    });
  }

  /** What the clock brings: the last day of those who said nothing yet (D4), and the day on which it is asked whether it is still right (D10). */
  async due(now: Date): Promise<NewItem[]> {
    const decisions = await decisionsWhere(
      this.db,
      `d.state = 'open' or (d.state in ('decided', 'adopted') and d.review_on <= ($1::timestamptz)::date + 1)`,
      [now],
    );
    const standings = await this.standings(this.db, decisions, now);
    return decisions.flatMap((decision) => {
      const one = standings.get(decision.id);
      if (!one) return [];
      if (one.standing.state === 'open' && one.standing.closing && one.standing.closesAt !== null) {
        const at = dueSoonFrom(one.scene.calendarOf(decision.proposerId), one.standing.closesAt) ?? now.getTime();
        const silent = decision.contributors.filter(({ personId }) => currentStance(decision, personId) === null);
        return silent.map(({ personId }) =>
          itemOf(
            decision,
            personId,
            'decision-closing',
            `closing:${decision.id}:${decision.version}`,
            new Date(Math.min(at, now.getTime())),
          ),
        );
      }
      if (!isInForce(one.standing.state) || !one.standing.reviewDue || decision.reviewOn === null) return [];
      const at = new Date(boundOf({ on: addDays(decision.reviewOn, -1), time: null, zone: one.scene.zone }));
      return [
        itemOf(decision, decision.deciderId ?? decision.proposerId, 'decision-review', `review:${decision.id}:${decision.reviewOn}`, at),
      ];
    });
  }

  /** What each of these items says now. */
  async tell(
    sql: Sql,
    items: readonly Item[],
    now: Date,
  ): Promise<Map<string, Said | { gone: 'deleted' } | { gone: NonNullable<ReturnType<typeof goneOfDecision>> }>> {
    const decisions = await decisionsWhere(sql, 'd.id = any($1)', [items.map(({ objectId }) => objectId)]);
    const standings = await this.standings(sql, decisions, now);
    const zones = await select<{ id: string; zone: string }>(sql, 'select id, zone from person where id = any($1)', [
      items.map(({ personId }) => personId),
    ]);
    const zoneOf = new Map(zones.map(({ id, zone }) => [id, zone]));
    return new Map(
      items.map((item) => {
        const decision = decisions.find(({ id }) => id === item.objectId);
        const standing = decision && standings.get(decision.id)?.standing;
        if (!decision || !standing) return [item.id, { gone: 'deleted' as const }];
        const gone = goneOfDecision(decision, standing, item);
        return [item.id, gone ? { gone } : saidOf(decision, standing, zoneOf.get(item.personId) ?? 'UTC', now.getTime(), item)];
      }),
    );
  }

  private async standings(sql: Sql, decisions: readonly Decision[], now: Date) {
    const found = new Map<string, { standing: DecisionStanding; scene: Awaited<ReturnType<typeof sceneOf>> }>();
    for (const boardId of new Set(decisions.map((decision) => decision.boardId))) {
      const own = decisions.filter((decision) => decision.boardId === boardId);
      const scene = await sceneOf(sql, boardId, own);
      for (const decision of own) found.set(decision.id, { standing: decisionAt(decision, scene, now.getTime()), scene });
    }
    return found;
  }
}

function saidOf(decision: Decision, standing: DecisionStanding, zone: string, now: number, { cause }: Item): Said {
  const name = decisionName(decision.number);
  const closes = standing.closesAt === null ? null : new Date(standing.closesAt).toISOString();
  const decideBy = standing.decideBy === null ? null : new Date(standing.decideBy).toISOString();
  const outcome = decision.outcome ? `${decision.outcome.choice}, because ${decision.outcome.because}` : decision.question;
  const told = cause === 'decision-affects' || cause === 'decision-outcome';
  return {
    number: decision.number,
    words: `${name} ${told ? outcome : decision.question}`,
    when: closes ? instantWords(Date.parse(closes), zone, now) : '',
    until: cause === 'decision-yours' ? decideBy : told || cause === 'decision-review' || cause === 'decision-changed' ? null : closes,
  };
}
