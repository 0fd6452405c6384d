import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { type MailServer, aMailServer, aMessage, ask, askLine, conversationOf } from '../../../test/mail';
import { rawReply } from '../../../test/replies';
import { type TestServer, aBoard, aServer } from '../../../test/world';
import { MailChannel } from '../mail.channel';
import { MailFetcher } from './fetcher';

const plugins = ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'ENABLE', 'LITERALPLUS', 'UNSELECT', 'SPECIAL-USE', 'UIDPLUS'];
let imap: ReturnType<typeof hoodiecrow>;
let smtp: MailServer;
let server: TestServer;
beforeAll(async () => {
  imap = hoodiecrow({ plugins, users: { baton: { password: 'a secret' } }, storage: { INBOX: { messages: [] } } });
  await new Promise<void>((ready) => imap.listen(0, '127.0.0.1', ready));
  const { port } = imap.server.address() as AddressInfo;
  smtp = await aMailServer();
  server = await aServer({
    SMTP_URL: smtp.url(),
    MAIL_FROM: 'Baton <baton@baton.test>',
    BASE_URL: 'http://baton.test',
    IMAP_URL: `imap://baton:a%20secret@127.0.0.1:${port}/INBOX`,
  });
});
afterAll(async () => {
  await server.close();
  await smtp.stop();
  await new Promise<void>((gone) => imap.close(gone));
});
const unread = () => imap.getMailbox('INBOX').messages.filter(({ flags }) => !flags.includes('\\Seen'));

async function aMailToBob() {
  const board = await aBoard(server, { tasks: ['write'] });
  const asked = await ask(board, board.bob);
  await server.app.get(MailChannel).send(aMessage(board, board.bob, [askLine(board, asked)]));
  const replyTo = smtp.caught.pop()?.mail.replyTo?.value[0]?.address ?? '';
  const [bob] = (await server.db.query('select email from person where id = $1', [board.bob.id])) as { email: string }[];
  const theAsk = async () => (await conversationOf(board.alice, board.task('write'))).asks[0];
  return { replyTo, bob: bob?.email ?? '', theAsk };
}

it('takes the answers out of a mailbox, marks them as read, and leaves every other mail as it is', async () => {
  const { replyTo, bob, theAsk } = await aMailToBob();
  imap.appendMessage('INBOX', [], null, rawReply({ text: 'For somebody else' }, { To: 'shop@baton.test', 'Message-ID': '<1@x>' }));
  // A mailbox that forwards writes the address into a header of its own.
  imap.appendMessage(
    'INBOX',
    [],
    null,
    rawReply({ text: 'Green' }, { From: bob, To: 'Bob <list@x.test>', 'Delivered-To': replyTo, 'Message-ID': '<2@x>' }),
  );
  await server.app.get(MailFetcher).fetch();
  expect((await theAsk())?.closed).toMatchObject({ as: 'answered', text: 'Green' });
  expect(unread()).toHaveLength(1);
  await server.app.get(MailFetcher).fetch();
  expect((await theAsk())?.steps.filter(({ step }) => step === 'answer')).toHaveLength(1);
});

it('leaves a mail unread while it cannot be kept, and takes it the next time', async () => {
  const { replyTo, bob, theAsk } = await aMailToBob();
  const before = unread().length;
  imap.appendMessage('INBOX', [], null, rawReply({ text: 'Blue' }, { From: bob, To: replyTo, 'Message-ID': '<3@x>' }));
  await server.db.query('alter table mail_in rename to mail_in_away');
  await server.app.get(MailFetcher).fetch();
  await server.db.query('alter table mail_in_away rename to mail_in');
  expect(unread()).toHaveLength(before + 1);
  await server.app.get(MailFetcher).fetch();
  expect((await theAsk())?.closed?.text).toBe('Blue');
  expect(unread()).toHaveLength(before);
});

it('survives a mailbox that is away, or that lets nobody in, and tells admins since when', async () => {
  const board = await aBoard(server);
  const visit = async () => {
    const query = 'query($w: ID!) { mailState(workspaceId: $w) { visit { at trouble troubleSince } } }';
    type State = { visit: { at: string; trouble: string | null; troubleSince: string | null } };
    return (await board.alice.ask<State>(query, { w: board.workspaceId })).visit;
  };
  const url = server.settings.IMAP_URL ?? '';
  const host = new URL(url).host;
  server.settings.IMAP_URL = url.replace('secret', 'guess');
  await expect(server.app.get(MailFetcher).fetch()).resolves.toBeUndefined();
  const first = await visit();
  expect(first.trouble).toBe(`The mailbox at ${host} does not let Baton in. Check the name and the password in IMAP_URL.`);
  server.settings.IMAP_URL = 'imap://baton:x@127.0.0.1:1/INBOX';
  await expect(server.app.get(MailFetcher).fetch()).resolves.toBeUndefined();
  const second = await visit();
  expect(second.trouble).toBe('The mailbox at 127.0.0.1:1 could not be read (ECONNREFUSED). It is tried again every minute.');
  expect(second.troubleSince).toBe(first.troubleSince);
  server.settings.IMAP_URL = url;
  await server.app.get(MailFetcher).fetch();
  expect(await visit()).toMatchObject({ trouble: null, troubleSince: null });
});
