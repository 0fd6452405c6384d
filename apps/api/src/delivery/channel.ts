import type { Brief, BriefLine, DeliveryClass } from '@baton/domain';

/** One message to one person at one slot, as a channel hands it over. Its id stays through every retry. */
export interface Message {
  id: string;
  workspaceId: string;
  personId: string;
  /** The slot that it belongs to. */
  slot: Date;
  class: DeliveryClass;
  /** What is owed or told, rendered at the moment of sending. */
  lines: BriefLine[];
  /** The morning's digest, with what needs nothing of the reader; null in other slots. */
  digest: Brief | null;
}

/** The message could not be handed over now and is tried again. */
export class PassingFault extends Error {}

/** The address is refused for good: nothing more is sent to it until somebody corrects it. */
export class AddressRefused extends Error {}

/** A way to reach people outside the page. One message goes through one channel. */
export interface Channel {
  name: 'mail' | 'push' | 'webhook';
  /** Whether this person can be reached this way now. */
  reaches(personId: string, message: Pick<Message, 'class'>): Promise<boolean>;
  /** Hands the message over; throws PassingFault or AddressRefused. */
  send(message: Message): Promise<void>;
}
