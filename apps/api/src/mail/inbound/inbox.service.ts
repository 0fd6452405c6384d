import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock';
import { select } from '../../platform/database/database';
import { refusalOf } from '../../platform/graphql/errors';
import { Addresses } from '../addresses';
import { ReachService } from '../reach.service';
import { findToken, looksLikeToken } from '../token.store';
import type { Arrival, Handled } from './arrival';
import { type IncomingMail, readMail } from './incoming';
import { IntakeService } from './intake.service';
import { NoticeService } from './notice.service';
import { ReplyService } from './reply.service';

/** At most so many of our addresses are served by one mail. */
const addressesLimit = 10;

/** Takes mail in: each address of ours that a mail names is answered for, once per Message-ID. */
@Injectable()
export class InboxService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
    private readonly reach: ReachService,
    private readonly replies: ReplyService,
    private readonly intake: IntakeService,
    private readonly notices: NoticeService,
  ) {}

  /**
   * Handles a mail completely before it returns: whoever passed it on may forget it then. Throws when it should be passed on again, which is
   * safe at any point. `recipients` are those of the envelope; where there is none, those that the mail names.
   */
  async take(raw: Buffer, recipients: readonly string[] | null, envelopeFrom: string | null): Promise<Handled[]> {
    const mail = await readMail(raw, envelopeFrom);
    const ours = [...new Set((recipients ?? mail.to).map((address) => address.toLowerCase()))].filter((a) => this.addresses.tagOf(a));
    const handled: Handled[] = [];
    for (const address of ours.slice(0, addressesLimit)) handled.push(await this.once(mail, address));
    return handled;
  }

  private async once(mail: IncomingMail, address: string): Promise<Handled> {
    const key = createHash('sha256').update(`${mail.id}\n${address}`).digest('base64url');
    const [known] = await select<Handled>(
      this.db,
      'select outcome, why, person_id as "personId", task_id as "taskId" from mail_in where key = $1',
      [key],
    );
    if (known) return known;
    const handled = await this.handle({ mail, address, idOf: (part) => uuidOf(`${key} ${part}`) });
    await this.db.query(
      `insert into mail_in (key, sender, recipient, outcome, why, person_id, task_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (key) do nothing`,
      [
        key,
        mail.from,
        masked(address),
        handled.outcome,
        handled.why ?? null,
        handled.personId ?? null,
        handled.taskId ?? null,
        this.clock.now(),
      ],
    );
    return handled;
  }

  private async handle(arrival: Arrival): Promise<Handled> {
    const { mail, address } = arrival;
    const tag = this.addresses.tagOf(address) ?? '';
    const bounce = await findToken(this.db, tag, 'bounce', this.clock.now());
    if (bounce) return this.bounced(mail, bounce);
    if (mail.automatic) return { outcome: 'automatic', why: mail.automatic };
    try {
      return (await this.replies.take(arrival, tag)) ?? (await this.intake.take(arrival, tag)) ?? (await this.unknown(mail, tag));
    } catch (error) {
      return this.refused(arrival, error);
    }
  }

  /** A mail server says later that it could not deliver. Only a failure of the address that lasts marks it. */
  private async bounced({ failure }: IncomingMail, { personId, email }: { personId: string; email: string | null }): Promise<Handled> {
    const lasting = failure && /^5\.(?:1\.\d+|2\.1)$/.test(failure.status);
    if (lasting && email) await this.reach.refuse(personId, email, failure.why);
    return { outcome: 'bounced', personId, ...(failure && { why: failure.why }) };
  }

  private async unknown(mail: IncomingMail, tag: string): Promise<Handled> {
    await this.notices.tell(mail, {
      reason: `unknown:${looksLikeToken(tag) ? uuidOf(tag) : tag.slice(0, 60)}`,
      sentences: [
        'The address that you wrote to is not known here, or no longer: your mail was not kept. Please open the task in Baton to answer.',
      ],
    });
    return { outcome: 'unknown' };
  }

  /** What the rules refuse is told to the sender with their own words; anything else is our trouble, and the mail is to come again. */
  private async refused({ mail, address }: Arrival, error: unknown): Promise<Handled> {
    if (!(error instanceof Refusal)) throw error;
    const { code, details } = refusalOf(error);
    const reason =
      code === 'BAD_INPUT' || code === 'CONFLICT' || code === 'TOO_LARGE'
        ? error.message
        : 'You may not write there: you are not on this board any more, or you may only read it.';
    await this.notices.tell(mail, {
      reason: `refused:${uuidOf(mail.id + address)}`,
      sentences: [`Your mail was not kept. ${reason}`],
      text: mail.text,
    });
    return { outcome: 'refused', why: `${code} ${String(details['reason'] ?? '')}`.trim() };
  }
}

/** A uuid that follows from a text (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An address without its secret. */
const masked = (address: string) => address.replace(/\+[a-z2-7]{32}@/, '+…@');
