import { Injectable } from '@nestjs/common';
import { type GoneReason, instantWords } from '@baton/domain';
import { DataSource } from 'typeorm';
import { type Asked, askedAt } from '../check-in/asked';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import type { Item, NewItem } from './item.store';
import { type LineSource, LineWriter, type Said } from './line.writer';

type Told = Said | { gone: GoneReason };

const keyOf = ({ checkInId, on }: Pick<Asked, 'checkInId' | 'on'>) => `check-in:${checkInId}:${on}`;

/** Check-ins are told once, in the next slot after somebody is asked, while their day lasts; nobody is reminded (2.12). */
@Injectable()
export class CheckInSource implements LineSource {
  readonly object = 'check-in';

  constructor(
    private readonly db: DataSource,
    lines: LineWriter,
  ) {
    lines.register(this);
  }

  /** Who is asked by now. */
  async due(now: Date): Promise<NewItem[]> {
    return (await askedAt(this.db, now)).map((asked) => ({
      workspaceId: asked.workspaceId,
      boardId: asked.boardId,
      taskId: null,
      personId: asked.personId,
      cause: 'check-in',
      objectId: asked.checkInId,
      key: keyOf(asked),
      byId: null,
      at: new Date(asked.askedAt),
      seq: 0,
    }));
  }

  /** What each of these items says now: the title, and until when one can answer. What was answered, passed or is over says nothing. */
  async tell(sql: Sql, items: readonly Item[], now: Date): Promise<Map<string, Told>> {
    const asked = await askedAt(sql, now);
    const answered = await select<{ key: string; person_id: string }>(
      sql,
      `select 'check-in:' || check_in_id || ':' || "on" as key, person_id from check_in_answer where check_in_id = any($1)`,
      [items.map(({ objectId }) => objectId)],
    );
    const zones = await select<{ id: string; zone: string }>(sql, 'select id, zone from person where id = any($1)', [
      items.map(({ personId }) => personId),
    ]);
    return new Map(
      items.map((item): [string, Told] => {
        // Nobody answers a check-in for somebody else.
        if (item.coversId !== null) return [item.id, { gone: 'somebody else' }];
        if (answered.some(({ key, person_id }) => key === item.key && person_id === item.personId)) return [item.id, { gone: 'handled' }];
        const one = asked.find((each) => keyOf(each) === item.key && each.personId === item.personId);
        if (!one) return [item.id, { gone: 'over' }];
        const zone = zones.find(({ id }) => id === item.personId)?.zone ?? 'UTC';
        return [item.id, { words: one.title, when: instantWords(Date.parse(one.closesAt), zone, now.getTime()), until: one.closesAt }];
      }),
    );
  }
}
