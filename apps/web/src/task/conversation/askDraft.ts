import type { AskWant, IfNoReply } from '@baton/domain';
import type { Due } from '../../time/dates';

/** An ask as it is being written. */
export interface AskDraft {
  personIds: string[];
  pool: boolean;
  want: AskWant;
  blocking: boolean;
  ifNoReply: IfNoReply;
  /** A day and time of the writer's own; null for the house rules. */
  at: Due | null;
  /** What is sent where that time leaves too little notice: the next that does, or the wish with a reason. */
  instead: 'next' | 'notice';
  shortNotice: string;
  /** People who are away and for whom it is held all the same. */
  heldFor: string[];
}

export const emptyAsk: AskDraft = {
  personIds: [],
  pool: false,
  want: 'answer',
  blocking: false,
  ifNoReply: { kind: 'wait' },
  at: null,
  instead: 'next',
  shortNotice: '',
  heldFor: [],
};
