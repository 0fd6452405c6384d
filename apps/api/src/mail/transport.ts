import { Injectable } from '@nestjs/common';
import nodemailer from 'nodemailer';
import { AddressRefused, PassingFault } from '../delivery/channel';
import { Settings } from '../platform/config/settings';
import { Addresses } from './addresses';
import { isRefusedForGood, type SmtpFault } from './fault';

/** A mail as it is handed over. */
export interface OutgoingMail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  messageId: string;
  /** Where the other server says that it could not deliver; empty for mail that nobody may answer automatically. */
  bounceTo: string;
  replyTo?: string | null;
  inReplyTo?: string | null;
  headers: Record<string, string>;
}

/** Hands mail over by SMTP, one connection for each: a server that hangs holds up nothing else. */
@Injectable()
export class MailTransport {
  /** Milliseconds after which a server that says nothing is given up; `whole` also ends one that says a word now and then. */
  patience = { connect: 10_000, silence: 30_000, whole: 45_000 };

  constructor(
    private readonly settings: Settings,
    private readonly addresses: Addresses,
  ) {}

  /** Whether there is a server to hand mail to. */
  get on() {
    return this.settings.SMTP_URL !== undefined;
  }

  /** Resolves when the server took the mail; throws PassingFault or AddressRefused with the server's own words. */
  async send(mail: OutgoingMail): Promise<void> {
    if (!this.settings.SMTP_URL) throw new PassingFault('No mail server is set.');
    const { connect, silence, whole } = this.patience;
    const transport = nodemailer.createTransport({
      url: this.settings.SMTP_URL,
      connectionTimeout: connect,
      greetingTimeout: connect,
      socketTimeout: silence,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const { to, subject, text, html, messageId, bounceTo, replyTo, inReplyTo, headers } = mail;
    try {
      await transport.sendMail({
        from: this.addresses.from,
        to,
        subject,
        text,
        ...(html && { html }),
        messageId,
        ...(replyTo && { replyTo }),
        ...(inReplyTo && { inReplyTo, references: inReplyTo }),
        headers,
        envelope: { from: bounceTo, to: to.address },
        signal: AbortSignal.timeout(whole),
      });
    } catch (error) {
      const fault = error as SmtpFault & Error;
      const words = fault.response ?? fault.message;
      throw isRefusedForGood(fault) ? new AddressRefused(words, { cause: error }) : new PassingFault(words, { cause: error });
    } finally {
      transport.close();
    }
  }
}
