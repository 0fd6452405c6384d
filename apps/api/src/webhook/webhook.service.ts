import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Clock, daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import { Egress } from '../platform/egress/egress';
import type { Viewer } from '../platform/graphql/context';
import { atMost } from '../platform/text';
import { Access } from '../workspace/access';

@ObjectType({ description: 'An address that is called when something is urgent.' })
export class Webhook {
  @Field(() => ID) id!: string;
  @Field({ description: 'Only the host: the rest of the address may be a secret.' }) host!: string;
  @Field({ description: 'json, or text for services that show what they get.' }) format!: string;
  @Field({ description: 'Called for everybody of the workspace, and not for one person alone.' }) forAll!: boolean;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Since when it does not answer.' }) failingSince!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Since when it is no longer called, after failing for three days.' })
  disabledAt!: Date | null;
}

@ObjectType()
export class CreatedWebhook {
  @Field(() => Webhook) webhook!: Webhook;
  @Field({ description: 'What the signatures are made with; shown once.' }) secret!: string;
}

/** A webhook with what calling it needs. */
interface Target {
  id: string;
  url: string;
  secret: string;
  format: 'json' | 'text';
}

/** What is sent to it. */
export interface Call {
  /** Stays through every retry, so that a receiver can tell a repetition. */
  id: string;
  type: 'urgent' | 'test';
  title: string;
  text: string;
  link: string;
  data: Record<string, unknown>;
}

const mostPerPerson = 3;
const mostPerWorkspace = 10;
const daysOfFailing = 3;
const columns = `id, substring(url from '^https?://([^/?#]+)') as host, format, person_id is null as "forAll", created_at as "createdAt",
  failing_since as "failingSince", disabled_at as "disabledAt"`;

/** Addresses outside that are called when something is urgent: one's own, and for admins those of the workspace. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly egress: Egress,
  ) {}

  /** The caller's own webhooks, or the workspace's. */
  async list(viewer: Viewer, workspaceId: string, forAll: boolean): Promise<Webhook[]> {
    await this.access.requireInWorkspace(this.db, viewer, forAll ? 'mail.oversee' : 'workspace.read', workspaceId);
    return select<Webhook>(
      this.db,
      `select ${columns} from webhook where workspace_id = $1 and person_id is not distinct from $2 order by created_at, id`,
      [workspaceId, forAll ? null : viewer.personId],
    );
  }

  /** Makes a webhook; its secret is told this once. */
  async create(viewer: Viewer, input: { workspaceId: string; url: string; format: string; forAll: boolean }): Promise<CreatedWebhook> {
    const { workspaceId, forAll } = input;
    const known = await this.list(viewer, workspaceId, forAll);
    if (known.length >= (forAll ? mostPerWorkspace : mostPerPerson))
      throw new Refusal('BAD_INPUT', { field: 'url', reason: 'There are enough addresses here: take one away first.' });
    const url = atMost(input.url.trim(), 'the address', 2_000);
    const fault = this.egress.faultIn(url);
    if (fault) throw new Refusal('BAD_INPUT', { field: 'url', reason: fault });
    if (input.format !== 'json' && input.format !== 'text')
      throw new Refusal('BAD_INPUT', { field: 'format', reason: 'Choose JSON or text.' });
    const href = new URL(url).href;
    const secret = `whsec_${randomBytes(24).toString('base64')}`;
    const [webhook] = await select<Webhook>(
      this.db,
      `insert into webhook (workspace_id, person_id, url, secret, format, created_by_id, created_at) values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
      [workspaceId, forAll ? null : viewer.personId, href, secret, input.format, viewer.personId, this.clock.now()],
    );
    if (!webhook) throw new Refusal('INTERNAL');
    return { webhook, secret };
  }

  /** Takes a webhook away. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.requireOwn(viewer, id);
    await this.db.query('delete from webhook where id = $1', [id]);
  }

  /** Calls a webhook so that its owner sees it work; brings one back that was given up. Says only whether it was taken. */
  async test(viewer: Viewer, id: string): Promise<boolean> {
    const target = await this.requireOwn(viewer, id);
    const [link, text] = ['', 'This is a test. When something is urgent, it looks like this.'];
    return this.call(target, {
      id: `test-${id}-${this.clock.now().getTime()}`,
      type: 'test',
      title: 'Baton: a test',
      text,
      link,
      data: {},
    });
  }

  /** Whether anything is called when something is urgent to this person. */
  async has(personId: string): Promise<boolean> {
    return (await this.targetsOf(personId, null)).length > 0;
  }

  /** Calls everything that is meant for this person; answers whether anybody took it. */
  async callAll(personId: string, workspaceId: string, call: Call): Promise<boolean> {
    const targets = await this.targetsOf(personId, workspaceId);
    const taken = await Promise.all(targets.map((target) => this.call(target, call)));
    return taken.includes(true);
  }

  private targetsOf(personId: string, workspaceId: string | null): Promise<Target[]> {
    return select<Target>(
      this.db,
      `select h.id, h.url, h.secret, h.format from webhook h
       join membership m on m.workspace_id = h.workspace_id and m.person_id = $1 and (h.person_id = $1 or h.person_id is null and m.role <> 'guest')
       where h.disabled_at is null and ($2::uuid is null or h.workspace_id = $2)`,
      [personId, workspaceId],
    );
  }

  /** One call, signed by the Standard Webhooks rules: `v1,` and the HMAC of id, time and body. */
  private async call({ id: webhookId, url, secret, format }: Target, { id, type, title, text, link, data }: Call): Promise<boolean> {
    const now = this.clock.now();
    const seconds = Math.floor(now.getTime() / 1_000);
    const body =
      format === 'json'
        ? JSON.stringify({ id, type, at: now.toISOString(), title, text, link, ...data })
        : [text, link].filter(Boolean).join('\n');
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
    const shown: Record<string, string> = { Title: ascii(title), Priority: 'urgent', ...(link && { Click: link }) };
    const headers = {
      'content-type': format === 'json' ? 'application/json' : 'text/plain; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${signature}`,
      ...(format === 'text' && shown),
    };
    const taken = await this.egress.post({ url, headers, body }).then(
      (status) => status >= 200 && status < 300,
      () => false,
    );
    await this.note(webhookId, taken, now);
    return taken;
  }

  /** Keeps since when it fails; after three days of that it is given up, and its owner reads so. */
  private async note(id: string, taken: boolean, now: Date): Promise<void> {
    if (taken) await this.db.query('update webhook set failing_since = null, disabled_at = null where id = $1', [id]);
    else
      await this.db.query(
        `update webhook set failing_since = coalesce(failing_since, $2),
           disabled_at = case when failing_since < $3 then coalesce(disabled_at, $2) else disabled_at end where id = $1`,
        [id, now, daysAfter(now, -daysOfFailing)],
      );
  }

  private async requireOwn(viewer: Viewer, id: string): Promise<Target> {
    const [row] = await select<Target & { workspace_id: string; person_id: string | null }>(
      this.db,
      'select id, url, secret, format, workspace_id, person_id from webhook where id = $1',
      [id],
    );
    if (!row || (row.person_id !== null && row.person_id !== viewer.personId)) throw new Refusal('NOT_FOUND');
    await this.access.requireInWorkspace(this.db, viewer, row.person_id === null ? 'mail.oversee' : 'workspace.read', row.workspace_id);
    return row;
  }
}

/** Header values are plain letters; what is not is left out, the body has it. */
const ascii = (text: string) => text.replace(/[^\x20-\x7e]/g, '').trim() || 'Baton';
