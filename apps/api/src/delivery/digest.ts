import { Injectable } from '@nestjs/common';
import type { Brief, BriefLine } from '@baton/domain';
import { DataSource } from 'typeorm';
import { CatchUpService } from '../catch-up/catch-up.service';
import { select } from '../platform/database/database';
import type { Message } from './channel';

/** The same thing, whoever tells it: a task's changes are one, everything else is known by its object. */
const thingOf = ({ section, objectId, taskId }: BriefLine) =>
  `${section === 'changed' ? 'changed' : 'other'} ${section === 'changed' && taskId ? taskId : objectId}`;

/** The morning's digest: what the catch-up would tell since the last one (C3). What the message says itself is not said again. */
@Injectable()
export class Digest {
  constructor(
    private readonly db: DataSource,
    private readonly catchUp: CatchUpService,
  ) {}

  /** The digest of the first message of a working day, of all workspaces of its receiver. */
  async of({ personId, slot }: Pick<Message, 'personId' | 'slot'>, told: readonly BriefLine[], now: Date): Promise<Brief> {
    const [last] = await select<{ at: Date | null }>(
      this.db,
      `select max(slot) as at from message where person_id = $1 and slot < $2 and sent_at is not null and class <> 'urgent'`,
      [personId, slot],
    );
    const since = last?.at ?? new Date(slot.getTime() - 86_400_000);
    const workspaces = await select<{ id: string }>(
      this.db,
      `select m.workspace_id as id from membership m where m.person_id = $1 and m.role <> 'guest' order by m.joined_at, m.workspace_id`,
      [personId],
    );
    const briefs: Brief[] = [];
    for (const { id } of workspaces) briefs.push(await this.catchUp.briefOf(this.db, personId, id, since, now));
    const known = new Set(told.map(thingOf));
    return {
      lines: briefs.flatMap(({ lines }) => lines).filter((line) => !known.has(thingOf(line))),
      moreUpdates: briefs.reduce((sum, { moreUpdates }) => sum + moreUpdates, 0),
      others: briefs.flatMap(({ others }) => others),
      events: briefs.reduce((sum, { events }) => sum + events, 0),
    };
  }
}
