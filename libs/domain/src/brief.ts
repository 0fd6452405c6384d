/** How urgently something reaches somebody (2.9): at once, within five minutes of working time, next slot, first slot of the day, or never by itself. */
export const deliveryClasses = ['urgent', 'blocking', 'move', 'digest', 'ambient'] as const;
export type DeliveryClass = (typeof deliveryClasses)[number];

/** The parts of a catch-up and of a digest, in their order (2.10). The first four are never cut short. */
export const briefSections = ['move', 'decided', 'changed', 'answers', 'updates'] as const;
export type BriefSection = (typeof briefSections)[number];

export type BriefObject = 'ask' | 'decision' | 'handoff' | 'task' | 'comment' | 'check-in' | 'status-update';

/** One line of what is owed or has happened, as Today, Catch-up, the digest and every mail say it. Instants as ISO text. */
export interface BriefLine {
  section: BriefSection;
  /** The object and the reason, so that the same line is not told twice. */
  key: string;
  object: BriefObject;
  objectId: string;
  workspaceId: string;
  boardId: string;
  boardKey: string;
  boardName: string;
  taskId: string | null;
  /** Such as WEB-42; null for what belongs to no task. */
  taskKey: string | null;
  taskTitle: string | null;
  /** What it says, in plain words, at most 120 characters. */
  text: string;
  /** Why it is told to this person: "you are asked", "you own it". */
  reason: string;
  class: DeliveryClass;
  byId: string | null;
  byName: string | null;
  /** Until when it is owed; null for what is only told. */
  by: string | null;
  at: string;
  /** The number of the event in the board's log. */
  seq: number;
  /** Answers that one key or one link gives. */
  answers: ('seen' | 'agree' | 'object' | 'done')[];
  /** The 42 of D-42, for a decision. */
  number?: number;
  /** Not delivered before this instant: shown to somebody who looks, never sent. */
  heldUntil?: string;
}

/** What somebody should know, bounded and complete. */
export interface Brief {
  lines: BriefLine[];
  /** Updates beyond those that are shown. */
  moreUpdates: number;
  /** Activity that needs nothing of the reader, by task. */
  others: { taskId: string; taskKey: string; title: string; boardId: string; events: number }[];
  events: number;
}
