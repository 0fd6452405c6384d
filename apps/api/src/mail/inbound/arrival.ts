import type { IncomingMail } from './incoming';

/** What became of a mail for one of our addresses. */
export interface Handled {
  outcome: 'answered' | 'commented' | 'created' | 'automatic' | 'bounced' | 'unknown' | 'refused' | 'empty';
  why?: string;
  personId?: string;
  taskId?: string;
}

/** A mail on its way to one of our addresses, with an id for every command that it makes. */
export interface Arrival {
  mail: IncomingMail;
  /** Where it was sent, as it was written. */
  address: string;
  /** The same mail gives the same ids, so that it applies once however often it comes. */
  idOf: (part: string) => string;
}
