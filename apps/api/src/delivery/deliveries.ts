import { Injectable } from '@nestjs/common';
import type { DeliveryClass } from '@baton/domain';
import type { Channel } from './channel';

/** The order in which ways to reach somebody are asked: one message goes one way (L2). */
const order: readonly Channel['name'][] = ['webhook', 'push', 'mail'];

/** The ways to reach people outside the page. Each registers itself while the application is put together. */
@Injectable()
export class Deliveries {
  private readonly channels = new Map<string, Channel>();

  /** Called by the folders that know a way to reach people. */
  register(channel: Channel) {
    this.channels.set(channel.name, channel);
  }

  /** The channel of this name; absent when it is not configured any more. */
  named(name: string): Channel | undefined {
    return this.channels.get(name);
  }

  /** The one way in which a person is reached now; null for the page alone. */
  async wayTo(personId: string, deliveryClass: DeliveryClass): Promise<Channel | null> {
    for (const name of order) {
      const channel = this.channels.get(name);
      // Gateways to telephones are for what cannot wait, and for nothing else.
      if (!channel || (name === 'webhook' && deliveryClass !== 'urgent')) continue;
      if (await channel.reaches(personId, { class: deliveryClass })) return channel;
    }
    return null;
  }
}
