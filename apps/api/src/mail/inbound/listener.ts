import type { AddressInfo } from 'node:net';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Settings } from '../../platform/config/settings';
import { log } from '../../platform/log';
import { Addresses } from '../addresses';
import { InboxService } from './inbox.service';

/** Mails beyond this are refused before they are read. */
export const mailBytes = 25 * 1024 * 1024;
const answer = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** Receives mail by SMTP or LMTP from the mail server in front of it. Takes mail for addresses of ours and for no others, so it relays nothing. */
@Injectable()
export class MailListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: SMTPServer | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly addresses: Addresses,
    private readonly inbox: InboxService,
  ) {}

  /** The port that it listens on; 0 while it does not. */
  get port(): number {
    const address = this.server?.server.address() as AddressInfo | null | undefined;
    return address?.port ?? 0;
  }

  async onApplicationBootstrap() {
    const { INBOUND_PORT, INBOUND_HOST, BATON_ROLE } = this.settings;
    if (INBOUND_PORT === undefined || BATON_ROLE === 'api') return;
    await this.listen(INBOUND_PORT, INBOUND_HOST);
  }

  async onApplicationShutdown() {
    await new Promise<void>((gone) => (this.server ? this.server.close(() => gone()) : gone()));
  }

  /** Begins to receive. */
  listen(port: number, host: string): Promise<void> {
    const server = new SMTPServer({
      lmtp: this.settings.INBOUND_PROTOCOL === 'lmtp',
      name: this.addresses.domain,
      banner: 'Baton',
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: mailBytes,
      maxClients: 20,
      socketTimeout: 60_000,
      closeTimeout: 2_000,
      onRcptTo: ({ address }, _, done) =>
        this.addresses.tagOf(address)
          ? done()
          : done(answer(550, 'No such mailbox: answer a mail of Baton, or write to the address of a board')),
      onData: (stream, session, done) => void this.receive(stream, session).then(() => done(), done),
    });
    server.on('error', (err) => log.warn({ err }, 'a connection of the mail listener failed'));
    this.server = server;
    return new Promise((ready, failed) => {
      server.server.once('error', failed);
      server.listen(port, host, () => ready());
    });
  }

  /** Says yes only when the mail is handled to its end; after a no that passes, the other server brings it again. */
  private async receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= mailBytes) chunks.push(chunk);
    }
    if (stream.sizeExceeded || bytes > mailBytes) throw answer(552, 'The mail is larger than 25 MB');
    try {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      await this.inbox.take(
        Buffer.concat(chunks),
        envelope.rcptTo.map(({ address }) => address),
        from,
      );
    } catch (err) {
      log.error({ err }, 'a mail that came in could not be handled now');
      throw answer(451, 'Not now, please try again later');
    }
  }
}
