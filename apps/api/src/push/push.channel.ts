import { Injectable } from '@nestjs/common';
import { type Channel, type Message, PassingFault } from '../delivery/channel';
import { Deliveries } from '../delivery/deliveries';
import { MailChannel } from '../mail/mail.channel';
import { ReachService } from '../mail/reach.service';
import { inOneLine, inOrder, onlyTask, subjectOf } from '../mail/render/letter';
import { Settings } from '../platform/config/settings';
import { DataSource } from 'typeorm';
import { type Note, PushService } from './push.service';

/** Push services take about four thousand bytes; letters of other scripts take three each. */
const bodyLetters = 900;

/** Reaches people in the browsers that they allowed: one note per slot, which opens what it is about. */
@Injectable()
export class PushChannel implements Channel {
  readonly name = 'push';

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly reach: ReachService,
    private readonly push: PushService,
    private readonly mail: MailChannel,
    deliveries: Deliveries,
  ) {
    deliveries.register(this);
  }

  /** Whether they want it and have a browser for it. */
  async reaches(personId: string): Promise<boolean> {
    const { push } = await this.reach.of(this.db, personId);
    return push && (await this.push.has(personId));
  }

  /** Shows the message; when every browser is gone for good, it goes by mail instead, so that it is not lost. */
  async send(message: Message): Promise<void> {
    const shown = await this.push.show(message.personId, this.noteOf(message), message.class === 'urgent' || message.class === 'blocking');
    if (shown > 0) return;
    if (await this.push.has(message.personId)) throw new PassingFault('No push service took the message.');
    if (await this.mail.reaches(message.personId)) await this.mail.send(message);
  }

  private noteOf({ id, lines, digest }: Message): Note {
    const ordered = inOrder(lines);
    const task = onlyTask(ordered);
    return {
      title: subjectOf(ordered, digest !== null),
      body: inOneLine(ordered.map(({ text }) => text).join(' · '), bodyLetters),
      url: `${this.settings.origin}${task?.taskKey ? `/t/${task.taskKey}` : '/'}`,
      tag: id,
    };
  }
}
