import { Injectable } from '@nestjs/common';
import { type BriefLine, zoneNow } from '@baton/domain';
import { DataSource } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { AddressRefused, type Channel, type Message } from '../delivery/channel';
import { Deliveries } from '../delivery/deliveries';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { Settings } from '../platform/config/settings';
import { Addresses } from './addresses';
import { Outbox } from './outbox.service';
import { ReachService } from './reach.service';
import { htmlOf } from './render/html';
import { type Letter, type LetterScene, type LineLinks, inOrder, letterOf, onlyTask } from './render/letter';
import { textOf } from './render/text';
import { type NewToken, mintTokens } from './token.store';
import { MailTransport, type OutgoingMail } from './transport';

/** The secrets of one mail. */
interface Secrets {
  unsubscribe: string;
  bounce: string;
  answers: Map<string, string>;
  replies: Map<string, string>;
}

const noSecrets = (): Secrets => ({ unsubscribe: '', bounce: '', answers: new Map(), replies: new Map() });

/** Reaches people by mail: one mail per slot, every line answerable from it. */
@Injectable()
export class MailChannel implements Channel {
  readonly name = 'mail';

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly addresses: Addresses,
    private readonly reach: ReachService,
    private readonly outbox: Outbox,
    private readonly transport: MailTransport,
    deliveries: Deliveries,
  ) {
    deliveries.register(this);
  }

  /** Whether they have an account with an address that takes mail, and want it. */
  async reaches(personId: string): Promise<boolean> {
    const [row] = await select(this.db, 'select 1 from person where id = $1 and email is not null and not placeholder', [personId]);
    if (!row) return false;
    const { mail, refusedAt } = await this.reach.of(this.db, personId);
    return mail && refusedAt === null;
  }

  /** Renders the message as it is now and hands it over. Tried again, it has the same ids, so that a mail that came twice is known as one. */
  async send(message: Message): Promise<void> {
    const { email, name } = await this.reach.of(this.db, message.personId);
    if (!email) throw new AddressRefused('This person has no e-mail address.');
    const lines = linesOf(message);
    const scene = await this.sceneOf(message, lines);
    const secrets = this.transport.on ? await this.mint(message, lines, email) : noSecrets();
    const letter = letterOf({ ...scene, ...this.linked(secrets) });
    const shown = letterOf({ ...scene, ...this.linked(noSecrets()) });
    const mail = this.mailOf(message, letter, lines, { name, address: email }, secrets);
    const { workspaceId, personId } = message;
    try {
      await this.outbox.hand({ id: message.id, workspaceId, personId, mail, shown: { html: htmlOf(shown), body: textOf(shown) } });
    } catch (error) {
      if (error instanceof AddressRefused) await this.reach.refuse(personId, email, error.message);
      throw error;
    }
  }

  private async sceneOf(message: Message, lines: BriefLine[]): Promise<Omit<LetterScene, 'linksOf' | 'unsubscribe'>> {
    const now = this.clock.now().getTime();
    const calendar = (await calendarsOf(this.db, [message.personId])).get(message.personId);
    return { lines, digest: message.digest, zone: calendar ? zoneNow(calendar, now) : 'UTC', now, origin: this.settings.origin };
  }

  /** The addresses of a mail's links. In the outbox they lead nowhere: an admin reads what somebody else would answer. */
  private linked(secrets: Secrets): Pick<LetterScene, 'linksOf' | 'unsubscribe'> {
    const { origin } = this.settings;
    return {
      unsubscribe: `${origin}/mail/unsubscribe/${secrets.unsubscribe}`,
      linksOf: (line): LineLinks => {
        const answer = secrets.answers.get(line.key) ?? '';
        const reply = secrets.replies.get(line.key);
        return {
          answers: isAsk(line) ? Object.fromEntries(line.answers.map((ack) => [ack, `${origin}/mail/answer/${answer}/${ack}`])) : {},
          replyTo: line.taskId ? this.addresses.tagged(reply ?? 'secret') : null,
        };
      },
    };
  }

  private async mint(message: Message, lines: BriefLine[], email: string): Promise<Secrets> {
    const { personId } = message;
    const asked = lines.filter((line) => isAsk(line) && line.answers.length > 0);
    const answerable = this.addresses.inbound ? lines.filter(({ taskId }) => taskId !== null) : [];
    const about = (line: BriefLine) => ({
      personId,
      taskId: line.taskId,
      askId: isAsk(line) ? line.objectId : null,
      commentId: line.object === 'comment' ? line.objectId : null,
    });
    const wishes: NewToken[] = [
      { kind: 'unsubscribe', personId, email },
      { kind: 'bounce', personId, email },
      ...asked.map((line) => ({ kind: 'answer' as const, ...about(line) })),
      ...answerable.map((line) => ({ kind: 'reply' as const, ...about(line) })),
    ];
    const [unsubscribe = '', bounce = '', ...rest] = await mintTokens(this.db, wishes, this.clock.now());
    const pairs = (of: BriefLine[], from: number) => new Map(of.map((line, i) => [line.key, rest[from + i] ?? '']));
    return { unsubscribe, bounce, answers: pairs(asked, 0), replies: pairs(answerable, asked.length) };
  }

  private mailOf(message: Message, letter: Letter, lines: BriefLine[], to: OutgoingMail['to'], secrets: Secrets): OutgoingMail {
    const { domain, from } = this.addresses;
    const task = message.digest ? null : onlyTask(lines);
    const [first] = inOrder(lines);
    const reply = first && secrets.replies.get(first.key);
    const boards = new Set(lines.map(({ boardId }) => boardId));
    const [board] = lines;
    return {
      to,
      subject: letter.subject,
      text: textOf(letter),
      html: htmlOf(letter),
      messageId: `<${message.id.replace(/[^\w.-]/g, '-')}@${domain}>`,
      inReplyTo: task ? `<task.${task.taskId ?? ''}@${domain}>` : null,
      replyTo: reply ? this.addresses.tagged(reply) : null,
      bounceTo: this.addresses.tagged(secrets.bounce) ?? from.address,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'OOF, AutoReply',
        'List-Id': boards.size === 1 && board ? `<${board.boardKey.toLowerCase()}.${board.boardId}.${domain}>` : `<baton.${domain}>`,
        'List-Unsubscribe': `<${this.settings.origin}/mail/unsubscribe/${secrets.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'X-Baton-Delivery': message.id,
        'X-Baton-Tasks': [...new Set(lines.flatMap(({ taskKey }) => taskKey ?? []))].slice(0, 20).join(' '),
      },
    };
  }
}

const isAsk = (line: BriefLine) => line.object === 'ask';

/** Every line once, whether it is of the slot or of the digest. */
function linesOf({ lines, digest }: Message): BriefLine[] {
  return [...new Map([...lines, ...(digest?.lines ?? [])].map((line) => [line.key, line])).values()];
}
