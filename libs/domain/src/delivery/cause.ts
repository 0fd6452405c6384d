import type { BriefObject, BriefSection, DeliveryClass } from '../brief';

/** Why something is told to somebody: how urgently, in which part of a brief, and the reason as the receiver reads it. */
export interface CauseRow {
  class: DeliveryClass;
  /** It is owed: it waits for the receiver to do something, goes to whoever covers for them, and is dropped once it is done. */
  duty: boolean;
  section: BriefSection;
  object: BriefObject;
  reason: string;
}

const owed = (object: BriefObject, reason: string, deliveryClass: DeliveryClass = 'move'): CauseRow => ({
  class: deliveryClass,
  duty: true,
  section: 'move',
  object,
  reason,
});
const told = (section: BriefSection, object: BriefObject, reason: string, deliveryClass: DeliveryClass = 'digest'): CauseRow => ({
  class: deliveryClass,
  duty: false,
  section,
  object,
  reason,
});

/** Everything that can reach somebody, and how (2.9). A new kind of work adds its lines here. */
export const causes = {
  ask: owed('ask', 'you are asked'),
  'ask-blocking': owed('ask', 'you are asked, and somebody waits', 'blocking'),
  'ask-reopened': owed('ask', 'your answer left something open'),
  'ask-offered': owed('ask', 'somebody asks you to answer for them'),
  'ask-returned': owed('ask', 'whom you offered it to cannot'),
  'ask-nudge': owed('ask', 'you are asked, and the time is over'),
  'ask-more-time': owed('ask', 'you asked, and they need more time'),
  'ask-declined': owed('ask', 'you asked, and they decline'),
  'ask-silent': owed('ask', 'you asked, and nobody answered'),
  'ask-open': told('move', 'ask', 'any of you may take it', 'move'),
  'ask-pool': owed('ask', 'nobody of the group took it, and you see to it'),
  'ask-talk': owed('ask', 'you are asked to talk'),
  'ask-answered': told('answers', 'ask', 'you asked', 'move'),
  'ask-outcome': told('answers', 'ask', 'you talked', 'move'),
  'ask-deferred': told('changed', 'ask', 'you asked'),
  'ask-time': told('changed', 'ask', 'you asked for more time', 'move'),
  'ask-taken': told('changed', 'ask', 'you asked'),
  'ask-proceeded': told('changed', 'ask', 'you were asked'),
  'handoff-offered': owed('handoff', 'a task is offered to you'),
  'handoff-returned': owed('handoff', 'what you offered is back with you'),
  'handoff-accepted': told('changed', 'handoff', 'you handed it over', 'move'),
  'owner-given': told('changed', 'task', 'you own it now', 'move'),
  'owner-taken': told('changed', 'task', 'you owned it', 'move'),
  'owner-changed': told('changed', 'task', 'you asked for it'),
  'deadline-changed': told('changed', 'task', 'you own it', 'move'),
  'deadline-told': told('changed', 'task', 'you asked for it'),
  'deadline-countered': owed('task', 'you set the deadline'),
  'deadline-answered': told('changed', 'task', 'you proposed another deadline', 'move'),
  'waits-for-you': owed('task', 'somebody cannot go on without you', 'blocking'),
  'check-back': owed('task', 'you said that you would look again'),
  'due-soon': owed('task', 'you own it'),
  'due-today': owed('task', 'you own it'),
  overdue: told('changed', 'task', 'you follow it'),
  'overdue-long': owed('task', 'you see to what is late'),
  mention: told('updates', 'comment', 'you are mentioned'),
  update: told('updates', 'comment', 'you follow it'),
  blocked: told('updates', 'comment', 'you follow it'),
  'decision-input': owed('decision', 'your view is wanted'),
  'decision-again': owed('decision', 'it changed, and your view is wanted again'),
  'decision-closing': owed('decision', 'your view is wanted, and it closes soon'),
  'decision-yours': owed('decision', 'you decide'),
  'decision-review': owed('decision', 'you decided it'),
  'decision-affects': told('decided', 'decision', 'it concerns your task', 'move'),
  'decision-outcome': told('decided', 'decision', 'you took part'),
  'decision-changed': told('changed', 'decision', 'you take part'),
  'check-in': owed('check-in', 'you take part'),
  urgent: told('move', 'task', 'it cannot wait', 'urgent'),
  'was-urgent': told('updates', 'task', 'you see to the house rules'),
} as const satisfies Record<string, CauseRow>;

export type Cause = keyof typeof causes;
export const causeOf = (cause: Cause): CauseRow => causes[cause];
export const isCause = (text: string): text is Cause => text in causes;
