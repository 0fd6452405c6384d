import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, daysAfter } from '../../platform/clock';
import { select } from '../../platform/database/database';
import { log } from '../../platform/log';
import { Addresses } from '../addresses';
import { inOneLine } from '../render/letter';
import { MailTransport } from '../transport';
import type { IncomingMail } from './incoming';

/** What a sender is told. */
export interface Notice {
  /** Names the occasion: the same one is told once. */
  reason: string;
  sentences: string[];
  /** What they wrote, when it was not kept, so that it is not lost. */
  text?: string;
}

const perDay = 3;

/** Tells a sender, once, what became of a mail. Never answers machines or lists, and says itself that a machine writes (RFC 3834). */
@Injectable()
export class NoticeService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
    private readonly transport: MailTransport,
  ) {}

  /**
   * Sends the notice unless it was sent within so many days, or the address got three of them today: nobody can be flooded through us. It is
   * claimed before it is sent, so that a crash can lose it but never repeat it. Answers whether it was sent.
   */
  async tell(mail: IncomingMail, { reason, sentences, text }: Notice, days = 90): Promise<boolean> {
    if (mail.automatic || mail.from === '' || !this.transport.on) return false;
    const now = this.clock.now();
    const claimed = await select(
      this.db,
      `insert into mail_notice (address, reason, at) select $1, $2, $3
       where (select count(*) from mail_notice where address = $1 and at > $4) < ${perDay}
       on conflict (address, reason) do update set at = $3 where mail_notice.at <= $5 returning address`,
      [mail.from, reason, now, daysAfter(now, -1), daysAfter(now, -days)],
    );
    if (claimed.length === 0) return false;
    const quote = (text ?? '')
      .slice(0, 20_000)
      .split('\n')
      .map((line) => `> ${line}`);
    const lines = [...sentences, ...(text ? ['', 'You wrote:', '', ...quote] : [])];
    try {
      await this.transport.send({
        to: { name: mail.fromName, address: mail.from },
        subject: inOneLine(/^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject || 'your mail'}`, 140),
        text: `${lines.join('\n')}\n`,
        messageId: `<notice.${randomUUID()}@${this.addresses.domain}>`,
        inReplyTo: mail.messageId,
        bounceTo: '',
        headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', Precedence: 'auto_reply' },
      });
    } catch (err) {
      log.warn({ err }, 'a notice about a mail that came in could not be sent');
      return false;
    }
    return true;
  }
}
