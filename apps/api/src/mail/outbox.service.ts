import { Injectable } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Refusal, limits } from '@baton/domain';
import { DataSource } from 'typeorm';
import { AddressRefused } from '../delivery/channel';
import { Clock, daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import { Jobs } from '../platform/jobs/jobs';
import { Access } from '../workspace/access';
import { MailTransport, type OutgoingMail } from './transport';

@ObjectType({ description: 'A mail that was handed over, or is kept because no mail server is set.' })
export class OutboxMail {
  @Field(() => ID) id!: string;
  @Field() recipient!: string;
  @Field() subject!: string;
  @Field({ description: 'kept, sent, failed or refused' }) state!: string;
  @Field(() => String, { nullable: true, description: "The mail server's words." }) why!: string | null;
  @Field(() => Int) tries!: number;
  @Field() at!: Date;
  @Field(() => String, { nullable: true, description: 'Only of kept ones, without the secrets of their links.' }) html!: string | null;
  @Field(() => String, { nullable: true }) body!: string | null;
}

/** A mail with what the outbox notes of it. */
export interface NotedMail {
  id: string;
  workspaceId: string | null;
  personId: string | null;
  mail: OutgoingMail;
  /** The same mail without secrets, for the outbox when nothing is sent. */
  shown: { html: string; body: string };
}

const columns = 'id, recipient, subject, state, why, tries, at';
const page = 50;

/** Sends mail and notes how that went; without a mail server it keeps them, readable for admins. */
@Injectable()
export class Outbox {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly transport: MailTransport,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'mail:sweep', cron: '23 3 * * *', run: () => this.sweep() });
  }

  /** Hands a mail over; throws PassingFault or AddressRefused after noting it. */
  async hand(noted: NotedMail): Promise<void> {
    if (!this.transport.on) return this.note(noted, 'kept', null);
    try {
      await this.transport.send(noted.mail);
    } catch (error) {
      await this.note(noted, error instanceof AddressRefused ? 'refused' : 'failed', (error as Error).message);
      throw error;
    }
    await this.note(noted, 'sent', null);
  }

  /** Mails of a workspace, newest first. */
  async list(viewer: Viewer, workspaceId: string, before: Date | null): Promise<OutboxMail[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'mail.oversee', workspaceId);
    return select<OutboxMail>(
      this.db,
      `select ${columns}, null as html, null as body from mail_out where workspace_id = $1 and ($2::timestamptz is null or at < $2)
       order by at desc, id limit ${page}`,
      [workspaceId, before],
    );
  }

  /** One mail with what it says. */
  async one(viewer: Viewer, workspaceId: string, id: string): Promise<OutboxMail> {
    await this.access.requireInWorkspace(this.db, viewer, 'mail.oversee', workspaceId);
    const [mail] = await select<OutboxMail>(this.db, `select ${columns}, html, body from mail_out where workspace_id = $1 and id = $2`, [
      workspaceId,
      id,
    ]);
    if (!mail) throw new Refusal('NOT_FOUND');
    return mail;
  }

  private async note({ id, workspaceId, personId, mail, shown }: NotedMail, state: string, why: string | null): Promise<void> {
    const kept = state === 'kept';
    await this.db.query(
      `insert into mail_out (id, workspace_id, person_id, recipient, subject, state, why, html, body, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (id) do update set state = $6, why = $7, subject = $5, recipient = $4, html = $8, body = $9, tries = mail_out.tries + 1, at = $10`,
      [
        id,
        workspaceId,
        personId,
        mail.to.address,
        mail.subject,
        state,
        why?.slice(0, 500) ?? null,
        kept ? shown.html : null,
        kept ? shown.body : null,
        this.clock.now(),
      ],
    );
  }

  /** Mails are noted for 30 days, and what answers were given for 90; secrets go 60 days after they ended. */
  private async sweep() {
    const now = this.clock.now();
    await this.db.query('delete from mail_out where at < $1', [daysAfter(now, -limits.trashDays)]);
    await this.db.query('delete from mail_in where at < $1', [daysAfter(now, -90)]);
    await this.db.query('delete from mail_notice where at < $1', [daysAfter(now, -90)]);
    await this.db.query('delete from mail_token where expires_at < $1', [daysAfter(now, -60)]);
  }
}
