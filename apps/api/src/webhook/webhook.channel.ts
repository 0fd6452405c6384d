import { Injectable } from '@nestjs/common';
import { type Channel, type Message, PassingFault } from '../delivery/channel';
import { Deliveries } from '../delivery/deliveries';
import { Settings } from '../platform/config/settings';
import { WebhookService } from './webhook.service';

/** Reaches people through what they or their workspace set up for urgent things: a pager, a telephone, a gateway. */
@Injectable()
export class WebhookChannel implements Channel {
  readonly name = 'webhook';

  constructor(
    private readonly webhooks: WebhookService,
    private readonly settings: Settings,
    deliveries: Deliveries,
  ) {
    deliveries.register(this);
  }

  /** Only for what cannot wait. */
  async reaches(personId: string, message: Pick<Message, 'class'>): Promise<boolean> {
    return message.class === 'urgent' && (await this.webhooks.has(personId));
  }

  /** Calls; when nobody takes it, it is tried again with the same id. */
  async send(message: Message): Promise<void> {
    const [first] = message.lines;
    if (!first) return;
    const linkOf = ({ taskKey, boardKey }: typeof first) => `${this.settings.origin}/${taskKey ? `t/${taskKey}` : `b/${boardKey}`}`;
    const taken = await this.webhooks.callAll(message.personId, message.workspaceId, {
      id: message.id,
      type: 'urgent',
      title: `${first.taskKey ?? first.boardName} ${first.taskTitle ?? ''}`.trim(),
      text: message.lines.map(({ text }) => text).join('\n'),
      link: linkOf(first),
      data: {
        personId: message.personId,
        lines: message.lines.map((line) => ({
          text: line.text,
          reason: line.reason,
          by: line.by,
          board: line.boardName,
          task: line.taskKey,
          title: line.taskTitle,
          from: line.byName,
          link: linkOf(line),
        })),
      },
    });
    if (!taken) throw new PassingFault('No webhook took the message.');
  }
}
