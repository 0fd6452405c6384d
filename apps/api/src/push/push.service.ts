import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal } from '@baton/domain';
import { DataSource } from 'typeorm';
import webpush from 'web-push';
import { Addresses } from '../mail/addresses';
import { Clock } from '../platform/clock';
import { changed, select } from '../platform/database/database';
import { Egress } from '../platform/egress/egress';
import type { Viewer } from '../platform/graphql/context';
import { requireText } from '../platform/text';

@ObjectType({ description: 'A browser that its person allowed to show messages.' })
export class PushDevice {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() createdAt!: Date;
}

/** What a browser gives to be reached. */
export interface Subscription {
  endpoint: string;
  p256dh: string;
  auth: string;
  name: string;
}

/** What is shown. */
export interface Note {
  title: string;
  body: string;
  url: string;
  /** The same one replaces what came before under it, so that a repetition is seen once. */
  tag: string;
}

const mostDevices = 20;
/** A browser that is off gets a message for this long; later it would come at a time that nobody chose. */
const keptSeconds = 4 * 60 * 60;
const keyPattern = /^[\w-]+={0,2}$/;

/** Browsers that may show messages, and how to reach them (RFC 8030, 8291, 8292). */
@Injectable()
export class PushService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly egress: Egress,
    private readonly addresses: Addresses,
  ) {}

  /** The keys by which push services know this Baton; made once, by whichever process asks first. */
  async keys(): Promise<{ publicKey: string; privateKey: string }> {
    const known = () =>
      select<{ publicKey: string; privateKey: string }>(
        this.db,
        'select public_key as "publicKey", private_key as "privateKey" from push_key',
      );
    const [keys] = await known();
    if (keys) return keys;
    const made = webpush.generateVAPIDKeys();
    await this.db.query('insert into push_key (public_key, private_key) values ($1, $2) on conflict do nothing', [
      made.publicKey,
      made.privateKey,
    ]);
    const [kept] = await known();
    return kept ?? made;
  }

  /** The caller's own browsers. */
  devices(viewer: Viewer): Promise<PushDevice[]> {
    return select<PushDevice>(
      this.db,
      'select id, name, created_at as "createdAt" from push_device where person_id = $1 order by created_at, id',
      [viewer.personId],
    );
  }

  /** Keeps a browser; one that is known, perhaps by somebody else who used it, is the caller's from now on. */
  async add(viewer: Viewer, { endpoint, p256dh, auth, name }: Subscription): Promise<PushDevice> {
    const fault = endpoint.length > 2_000 ? 'The address of the push service is too long.' : this.egress.faultIn(endpoint);
    if (fault || !keyPattern.test(p256dh) || !keyPattern.test(auth) || p256dh.length > 200 || auth.length > 100)
      throw new Refusal('BAD_INPUT', { field: 'endpoint', reason: fault ?? 'The browser gave keys that cannot be used.' });
    const others = await this.devices(viewer);
    if (others.length >= mostDevices) throw new Refusal('BAD_INPUT', { reason: 'There are enough browsers here: take one away first.' });
    const [device] = await select<PushDevice>(
      this.db,
      `insert into push_device (person_id, endpoint, p256dh, auth, name, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (endpoint) do update set person_id = $1, p256dh = $3, auth = $4, name = $5, created_at = $6
       returning id, name, created_at as "createdAt"`,
      [viewer.personId, endpoint, p256dh, auth, requireText(name, 'a name for the browser', 120), this.clock.now()],
    );
    if (!device) throw new Refusal('INTERNAL');
    return device;
  }

  /** Takes one of the caller's browsers away. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    const gone = await changed(this.db, 'delete from push_device where id = $1 and person_id = $2 returning id', [id, viewer.personId]);
    if (gone.length === 0) throw new Refusal('NOT_FOUND');
  }

  /** Whether there is any browser to show something in. */
  async has(personId: string): Promise<boolean> {
    return (await select(this.db, 'select 1 from push_device where person_id = $1 limit 1', [personId])).length > 0;
  }

  /** Shows a note in all browsers of somebody; those that their push service no longer knows are forgotten. Answers in how many. */
  async show(personId: string, note: Note, urgent: boolean): Promise<number> {
    const devices = await select<Subscription & { id: string }>(
      this.db,
      'select id, endpoint, p256dh, auth, name from push_device where person_id = $1',
      [personId],
    );
    const { publicKey, privateKey } = await this.keys();
    const subject = this.addresses.from.address.endsWith('@localhost')
      ? 'mailto:baton@localhost.localdomain'
      : `mailto:${this.addresses.from.address}`;
    const taken = await Promise.all(
      devices.map(async ({ id, endpoint, p256dh, auth }) => {
        const request = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(note), {
          vapidDetails: { subject, publicKey, privateKey },
          TTL: keptSeconds,
          urgency: urgent ? 'high' : 'normal',
        });
        const status = await this.egress
          .post({ url: endpoint, headers: request.headers as Record<string, string | number>, body: request.body ?? '' })
          .catch(() => 0);
        if (status === 404 || status === 410) await this.db.query('delete from push_device where id = $1', [id]);
        return status >= 200 && status < 300;
      }),
    );
    return taken.filter(Boolean).length;
  }
}
