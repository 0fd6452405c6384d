import { Injectable } from '@nestjs/common';
import { type Draft, Refusal, limits } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import type { Sql } from '../platform/sql';
import { atMost } from '../platform/text';

const placePattern = /^[a-z][a-z-]{0,30}:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Forgets what was written at a place, because it was sent. */
export const forgetDraft = (sql: Sql, viewer: Viewer, place: string) =>
  sql.query('delete from draft where person_id = $1 and place = $2', [viewer.personId, place]);

/** What people have written and not sent yet: theirs alone, on every device. */
@Injectable()
export class DraftService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a text and what else its form holds; answers when. Refuses with CONFLICT and the other one when another device wrote since `base`.
   * An empty text with nothing else forgets the draft.
   */
  async save(viewer: Viewer, place: string, { text, more, base }: Omit<Draft, 'at'> & { base: Date | null }): Promise<Date> {
    atMost(text, 'the draft', limits.draft);
    if (!placePattern.test(place)) throw new Refusal('BAD_INPUT', { field: 'place', reason: 'This is no place for a draft.' });
    if (JSON.stringify(more).length > limits.draftMore)
      throw new Refusal('BAD_INPUT', { field: 'more', reason: 'This draft holds too much.' });
    const now = this.clock.now();
    if (text.trim() === '' && Object.keys(more).length === 0) {
      await this.db.query('delete from draft where person_id = $1 and place = $2 and at = $3', [viewer.personId, place, base]);
      return now;
    }
    await this.requireRoom(viewer, place);
    const taken = await select(
      this.db,
      `insert into draft (person_id, place, text, more, at) values ($1, $2, $3, $4, $5)
       on conflict (person_id, place) do update set text = excluded.text, more = excluded.more, at = excluded.at where draft.at = $6 returning at`,
      [viewer.personId, place, text, JSON.stringify(more), now, base],
    );
    if (taken.length === 0)
      throw new Refusal('CONFLICT', { reason: 'Another device wrote here meanwhile.', draft: await this.find(viewer, place) });
    return now;
  }

  /** The caller's draft at a place, or null. */
  async find(viewer: Viewer, place: string): Promise<Draft | null> {
    const [row] = await select<Omit<Draft, 'at'> & { at: Date }>(
      this.db,
      'select text, more, at from draft where person_id = $1 and place = $2',
      [viewer.personId, place],
    );
    return row ? { ...row, at: row.at.toISOString() } : null;
  }

  private async requireRoom(viewer: Viewer, place: string) {
    const [row] = await select<{ count: number }>(this.db, 'select count(*)::int from draft where person_id = $1 and place <> $2', [
      viewer.personId,
      place,
    ]);
    if ((row?.count ?? 0) >= limits.drafts)
      throw new Refusal('BAD_INPUT', { reason: 'You have a thousand drafts. Send or discard some of them first.' });
  }
}
