import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { select } from '../../platform/database/database';
import type { Viewer } from '../../platform/graphql/context';
import { Access } from '../../workspace/access';

@ObjectType({ description: 'A mail that came in, and what became of it.' })
export class MailArrival {
  @Field(() => ID) key!: string;
  @Field() sender!: string;
  @Field({ description: 'Without the secret of the address.' }) recipient!: string;
  @Field({ description: 'answered, commented, created, automatic, bounced, unknown, refused or empty' }) outcome!: string;
  @Field(() => String, { nullable: true }) why!: string | null;
  @Field(() => String, { nullable: true, description: 'The task that it was about or made.' }) taskKey!: string | null;
  @Field() at!: Date;
}

@ObjectType({ description: 'How the last visit to the mailbox went.' })
export class MailVisit {
  @Field() at!: Date;
  @Field(() => String, { nullable: true, description: 'What stands in the way, in words; null when the visit went well.' }) trouble!:
    string | null;
  @Field(() => Date, { nullable: true }) troubleSince!: Date | null;
}

const page = 50;

/** What came in by mail and what became of it, for whoever sees to the mail of a workspace. */
@Injectable()
export class MailArrivals {
  constructor(
    private readonly db: DataSource,
    private readonly access: Access,
  ) {}

  /**
   * Mails about tasks of a workspace or by its members, newest first. Those of strangers, which belong to no workspace, are shown where the
   * server has one workspace alone.
   */
  async list(viewer: Viewer, workspaceId: string, before: Date | null): Promise<MailArrival[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'mail.oversee', workspaceId);
    return select<MailArrival>(
      this.db,
      `select m.key, m.sender, m.recipient, m.outcome, m.why, m.at, b.key || '-' || t.number as "taskKey"
       from mail_in m left join task t on t.id = m.task_id left join board b on b.id = t.board_id
       where ($2::timestamptz is null or m.at < $2) and case
         when t.id is not null then b.workspace_id = $1
         when m.person_id is not null then exists (select 1 from membership where workspace_id = $1 and person_id = m.person_id)
         else (select count(*) from workspace) = 1 end
       order by m.at desc, m.key limit ${page}`,
      [workspaceId, before],
    );
  }

  /** The last visit to the mailbox; null when there was none. */
  async visit(): Promise<MailVisit | null> {
    const [visit] = await select<MailVisit>(this.db, 'select at, trouble, trouble_since as "troubleSince" from mail_visit');
    return visit ?? null;
  }

  /** Notes how a visit went; of a trouble it stays known since when. */
  async noteVisit(at: Date, trouble: string | null): Promise<void> {
    await this.db.query(
      `insert into mail_visit (at, trouble, trouble_since) values ($1, $2, case when $2::text is null then null else $1::timestamptz end)
       on conflict (only_row) do update set at = $1, trouble = $2,
         trouble_since = case when $2::text is null then null else coalesce(mail_visit.trouble_since, $1) end`,
      [at, trouble],
    );
  }
}
