import { Injectable } from '@nestjs/common';
import { type Brief, type BriefLine, causeOf } from '@baton/domain';
import { DataSource } from 'typeorm';
import { CatchUpService } from '../catch-up/catch-up.service';
import { select } from '../platform/database/database';
import { daysAfter } from '../platform/clock';
import type { Message } from './channel';
import { itemsWhere } from './item.store';
import { lastDigestOf } from './message.store';

/** A digest goes back so far at most, such as the first one, or when mail was off for long: the rest is in the catch-up. */
const longestDays = 14;

/** The same thing, whoever tells it: a task's changes are one, everything else is known by its object. */
const thingOf = ({ section, objectId, taskId }: Pick<BriefLine, 'section' | 'objectId' | 'taskId'>) =>
  `${section === 'changed' ? 'changed' : 'other'} ${section === 'changed' && taskId ? taskId : objectId}`;

/** What the first message of a day says: its own lines, and the digest besides. */
interface Told {
  lines: BriefLine[];
  digest: Brief;
}

/** The morning's digest: what the catch-up would tell since the last one (C3). What the message says itself, or one since then did, is not said again. */
@Injectable()
export class Digest {
  constructor(
    private readonly db: DataSource,
    private readonly catchUp: CatchUpService,
  ) {}

  /** The digest of the first message of a working day, of all workspaces of its receiver, with the lines that the message says itself. */
  async of({ personId, slot }: Pick<Message, 'personId' | 'slot'>, told: readonly BriefLine[], at: Date): Promise<Told> {
    const since = later(await lastDigestOf(this.db, personId), daysAfter(slot, -longestDays));
    const between = await itemsWhere(
      this.db,
      `i.person_id = $1 and i.state = 'sent' and i.message_id in (select id from message where person_id = $1 and sent_at > $2 and slot < $3)`,
      [personId, since, slot],
    );
    const workspaces = await select<{ id: string; joinedAt: Date }>(
      this.db,
      `select m.workspace_id as id, m.joined_at as "joinedAt" from membership m where m.person_id = $1 and m.role <> 'guest' order by m.joined_at, m.workspace_id`,
      [personId],
    );
    const briefs: Brief[] = [];
    for (const { id, joinedAt } of workspaces) briefs.push(await this.catchUp.briefOf(this.db, personId, id, later(joinedAt, since), at));
    const now = new Set(told.map(thingOf));
    const before = new Map<string, number>();
    for (const item of between) {
      const thing = thingOf({ ...item, section: causeOf(item.cause).section });
      before.set(thing, Math.max(item.seq, before.get(thing) ?? 0));
    }
    const isNew = (line: BriefLine) => !now.has(thingOf(line)) && (line.seq === 0 || line.seq > (before.get(thingOf(line)) ?? 0));
    const digest = {
      lines: briefs.flatMap(({ lines }) => lines).filter(isNew),
      moreUpdates: briefs.reduce((sum, { moreUpdates }) => sum + moreUpdates, 0),
      others: briefs.flatMap(({ others }) => others),
      events: briefs.reduce((sum, { events }) => sum + events, 0),
    };
    return { lines: told.filter((line) => !isInMove(line, digest.lines)), digest };
  }
}

/** A task that is the reader's move now is told in that line, with its owner and its deadline: its changes are no lines besides. */
const isInMove = ({ section, object, taskId, seq }: BriefLine, lines: readonly BriefLine[]) =>
  section === 'changed' &&
  object === 'task' &&
  lines.some((move) => move.key === `task:${taskId}` && move.section === 'move' && move.seq >= seq);

const later = (a: Date | null, b: Date) => (a !== null && a > b ? a : b);
