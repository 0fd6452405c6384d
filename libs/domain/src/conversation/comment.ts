import type { Ask } from './ask';

export const commentKinds = ['note', 'update', 'ask', 'blocker'] as const;
export type CommentKind = (typeof commentKinds)[number];
export const tones = ['thinking aloud', 'strong opinion', 'just curious'] as const;
export type Tone = (typeof tones)[number];
export const healths = ['on track', 'at risk', 'off track'] as const;
export type Health = (typeof healths)[number];

/** Something that was written on a task. Instants as ISO text. */
export interface CommentRow {
  id: string;
  kind: CommentKind;
  /** Null when the author is nobody here; the name says who it was. */
  authorId: string | null;
  authorName: string;
  text: string;
  tone: Tone | null;
  /** An update in one line, and how the task is. */
  headline: string | null;
  health: Health | null;
  /** The comment that begins the thread; one level. */
  replyToId: string | null;
  mentionIds: string[];
  createdAt: string;
  editedAt: string | null;
  /** What it said before, oldest first. */
  versions: { at: string; text: string }[];
  /** Who deleted it and when; the words are gone, the trace stays. */
  deletedAt: string | null;
  deletedById: string | null;
  resolvedAt: string | null;
  resolvedById: string | null;
  /** Who reacted with what. */
  reactions: Record<string, string[]>;
  /** Such as trello. */
  source: string | null;
}

/** A talk that two people had, or will have. ISO instants. */
export interface PastTalk {
  askerId: string;
  holderId: string;
  from: string;
  to: string;
}

/** Everything said on a task, and the last talk of every pair on its board. */
export interface Conversation {
  comments: CommentRow[];
  asks: Ask[];
  talks: PastTalk[];
}

const words = /(^|\s)@\S/;
/** Whether a note reads like a question to somebody: the composer then offers to make it an ask. */
export const soundsLikeAsk = (text: string): boolean => {
  const plain = text.replace(/```[\s\S]*?```|`[^`]*`|https?:\/\/\S+/g, ' ');
  return /[?？؟]/.test(plain) && (words.test(plain) || /\[@[^\]]+\]\(person:/.test(text));
};

/** A mention as the text carries it: `[@Asha](person:<id>)`. */
export const mention = (person: { id: string; name: string }) => `[@${person.name.replace(/[[\]\\]/g, '')}](person:${person.id})`;
/** A text for a place that shows no links: people by their names, files by what is said of them. */
export const plainWords = (text: string): string =>
  text
    .replace(/\[(@[^\]]+)\]\(person:[0-9a-f-]{36}\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\(file:[0-9a-f]{8}\)/g, (_, words: string) => words || 'a picture');

const mentionPattern = /\]\(person:([0-9a-f-]{36})\)/g;
/** The people that a text mentions, each once. */
export const mentionsIn = (text: string): string[] => [...new Set([...text.matchAll(mentionPattern)].map((m) => m[1] ?? ''))];

/** What was not sent yet, kept for its writer on every device: the text, and what else the form held. */
export interface Draft {
  text: string;
  more: Record<string, unknown>;
  /** When the server took it, as ISO text. */
  at: string;
}
