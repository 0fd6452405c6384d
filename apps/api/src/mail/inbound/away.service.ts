import { Injectable } from '@nestjs/common';
import { standingAt, zoneNow } from '@baton/domain';
import { DataSource } from 'typeorm';
import { calendarsOf } from '../../account/calendars';
import { Clock } from '../../platform/clock';
import { select } from '../../platform/database/database';
import { dateInWords } from '../render/letter';
import type { IncomingMail } from './incoming';
import { NoticeService } from './notice.service';

/** One answer per sender in seven days (RFC 5230, 4.2). */
const quietDays = 7;

/** Says to whoever writes by mail that the one they write to is away, until when, and who covers: what the composer says to those in the page. */
@Injectable()
export class AwayService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: NoticeService,
  ) {}

  /** Answers for those of the others who are on leave now; lists and machines never come this far. */
  async answer(mail: IncomingMail, { personId, others }: { personId: string; others: string[] }): Promise<void> {
    const now = this.clock.now().getTime();
    const ids = others.filter((id) => id !== personId);
    for (const [id, calendar] of await calendarsOf(this.db, ids)) {
      const standing = standingAt(calendar, now);
      if (standing.kind !== 'away') continue;
      const { delegateId } = standing.leave;
      const names = await select<{ id: string; name: string }>(this.db, 'select id, name from person where id = any($1)', [
        [id, ...(delegateId ? [delegateId] : [])],
      ]);
      const nameOf = (one: string | null) => names.find((row) => row.id === one)?.name;
      const zone = zoneNow(calendar, now);
      const until = standing.next === null ? '' : ` until ${dateInWords(standing.next, zone, now)} (${zone.replaceAll('_', ' ')})`;
      const covers = nameOf(delegateId);
      await this.notices.tell(
        mail,
        {
          reason: `away:${id}`,
          sentences: [
            `${nameOf(id) ?? 'Whoever you wrote to'} is away${until}.${covers ? ` ${covers} covers.` : ''} Your mail is kept in Baton and waits there.`,
          ],
        },
        quietDays,
      );
    }
  }
}
