import { Injectable } from '@nestjs/common';
import { type FetchMessageObject, ImapFlow } from 'imapflow';
import { Clock } from '../../platform/clock';
import { Settings } from '../../platform/config/settings';
import { Jobs } from '../../platform/jobs/jobs';
import { log } from '../../platform/log';
import { Addresses } from '../addresses';
import { MailArrivals } from './arrivals.service';
import { InboxService } from './inbox.service';
import { addressHeaders } from './incoming';
import { mailBytes } from './listener';

/** At one visit. */
const most = 100;

/** Fetches mail from a mailbox once a minute: unread mails to our addresses, and no others, which stay as they are. */
@Injectable()
export class MailFetcher {
  private running = false;

  constructor(
    private readonly settings: Settings,
    private readonly addresses: Addresses,
    private readonly inbox: InboxService,
    private readonly arrivals: MailArrivals,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    if (settings.IMAP_URL) jobs.register({ name: 'mail:fetch', cron: '* * * * *', run: () => this.fetch() });
  }

  /** One visit. A mail is marked as read when it was handled to its end, so that one that fails is tried again the next time. */
  async fetch(): Promise<void> {
    if (!this.settings.IMAP_URL || this.running) return;
    this.running = true;
    const client = clientFor(new URL(this.settings.IMAP_URL));
    // A connection that breaks also fails what waits for it; without a listener it would end the process.
    client.on('error', (err: Error) => log.warn({ err }, 'the mailbox went away'));
    try {
      await client.connect();
      const lock = await client.getMailboxLock(folderOf(this.settings.IMAP_URL));
      try {
        for (const uid of await this.ours(client)) await this.takeOne(client, uid);
      } finally {
        lock.release();
      }
      await client.logout();
      await this.arrivals.noteVisit(this.clock.now(), null);
    } catch (err) {
      log.warn({ err }, 'mail could not be fetched; it is tried again in a minute');
      await this.arrivals.noteVisit(this.clock.now(), troubleOf(err, new URL(this.settings.IMAP_URL)));
    } finally {
      client.close();
      this.running = false;
    }
  }

  /** The unread mails that name an address of ours. */
  private async ours(client: ImapFlow): Promise<number[]> {
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    if (unread.length === 0) return [];
    const found: number[] = [];
    const fields = { uid: true, size: true, headers: [...addressHeaders] };
    for await (const message of client.fetch(unread, fields, { uid: true })) if (this.isOurs(message)) found.push(message.uid);
    return found.slice(0, most);
  }

  private isOurs({ headers, size, uid }: FetchMessageObject): boolean {
    const named = (headers?.toString('utf8') ?? '').match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [];
    const ours = named.some((address) => this.addresses.tagOf(address));
    if (ours && (size ?? 0) > mailBytes) log.warn({ uid, size }, 'a mail larger than 25 MB is left unread in the mailbox');
    return ours && (size ?? 0) <= mailBytes;
  }

  private async takeOne(client: ImapFlow, uid: number): Promise<void> {
    const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
    if (!message || !message.source) return;
    try {
      await this.inbox.take(message.source, null, null);
    } catch (err) {
      log.error({ err, uid }, 'a mail that came in could not be handled now');
      return;
    }
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }
}

/** Why a visit failed, in words for whoever runs the server; never the password. */
function troubleOf(error: unknown, { host }: URL): string {
  const { authenticationFailed, mailboxMissing, code, message } = error as {
    authenticationFailed?: boolean;
    mailboxMissing?: boolean;
    code?: string;
    message?: string;
  };
  if (authenticationFailed) return `The mailbox at ${host} does not let Baton in. Check the name and the password in IMAP_URL.`;
  if (mailboxMissing) return `The mailbox at ${host} has no such folder. Check the end of IMAP_URL.`;
  return `The mailbox at ${host} could not be read (${code ?? message ?? 'unknown'}). It is tried again every minute.`;
}

/** The folder that an address names; the inbox when it names none. */
const folderOf = (url: string) => decodeURIComponent(new URL(url).pathname.replace(/^\//, '')) || 'INBOX';

const clientFor = (url: URL) =>
  new ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'imaps:' ? 993 : 143),
    secure: url.protocol === 'imaps:',
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
