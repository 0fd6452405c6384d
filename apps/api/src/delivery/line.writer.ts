import { Injectable } from '@nestjs/common';
import {
  type BriefLine,
  type BriefObject,
  type Cause,
  type GoneReason,
  type LineWords,
  type TaskNow,
  causeOf,
  deadlineWords,
  goneOfAsk,
  goneOfTask,
  isChangedBack,
  instantWords,
  lineText,
  taskKey,
} from '@baton/domain';
import type { Sql } from '../platform/sql';
import type { Item } from './item.store';
import { type Scene, type TaskRow, readersOf, sceneOf, threadOf } from './line.scene';

/** What an item says now, or why it says nothing any more. */
export type Told = { line: BriefLine } | { gone: GoneReason };

/** What a kind of object adds to its line. */
export interface Said extends Partial<LineWords> {
  by?: string;
  until?: string | null;
  answers?: BriefLine['answers'];
  /** Of a decision. */
  number?: number;
}

/** Tells of one kind of object what it says now; given by the folder that knows it. */
export interface LineSource {
  object: BriefObject;
  /** By item id; an item that it leaves out is gone. */
  tell(sql: Sql, items: readonly Item[], now: Date): Promise<Map<string, Said | { gone: GoneReason }>>;
}

const plainOf = (text: string) =>
  text
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[#>*-]+|\d+\.)\s+/gm, '')
    .replace(/[*_`~]{1,3}(\S(?:.*?\S)?)[*_`~]{1,3}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** Says what is to be told, from the rows as they are at this moment: edits and deletions win (L3). */
@Injectable()
export class LineWriter {
  private readonly sources = new Map<BriefObject, LineSource>();

  /** Called by the folders whose objects can be told of. */
  register(source: LineSource) {
    this.sources.set(source.object, source);
  }

  /** What each of these items says now, by its id. */
  async tell(sql: Sql, items: readonly Item[], now: Date): Promise<Map<string, Told>> {
    const scene = await sceneOf(sql, items, now);
    const said = new Map<string, Said | { gone: GoneReason }>();
    for (const [object, source] of this.sources) {
      const own = items.filter(({ cause }) => causeOf(cause).object === object);
      if (own.length > 0) for (const [id, words] of await source.tell(sql, own, now)) said.set(id, words);
    }
    const readers = await readersOf(sql, items);
    return new Map(
      items.map((item) => {
        const left = !readers.has(`${item.personId} ${item.boardId}`);
        return [item.id, left ? { gone: 'left' } : this.one(item, scene, said.get(item.id))];
      }),
    );
  }

  private one(item: Item, scene: Scene, given: Said | { gone: GoneReason } | undefined): Told {
    const row = causeOf(item.cause);
    const board = scene.boards.get(item.boardId);
    const task = item.taskId ? scene.tasks.get(item.taskId) : undefined;
    if (!board || board.archived_at || (item.taskId && (!task || task.deleted_at || task.archived_at || task.board_id !== board.id)))
      return { gone: 'deleted' };
    const said = this.sources.has(row.object) ? (given ?? { gone: 'deleted' as const }) : saidOf(item, task, scene);
    if ('gone' in said) return said;
    const name = (id: string | null) => (id && scene.people.get(id)?.name) ?? 'Somebody';
    const words: LineWords = { by: name(item.byId), other: '', words: '', want: 'answer', when: '', first: false, ...said };
    return {
      line: {
        section: row.section,
        key: `${row.object}:${item.objectId}:${item.cause}`,
        object: row.object,
        objectId: item.objectId,
        workspaceId: item.workspaceId,
        boardId: item.boardId,
        boardKey: board.key,
        boardName: board.name,
        taskId: item.taskId,
        taskKey: task ? taskKey(board.key, task.number) : null,
        taskTitle: task?.title ?? null,
        text: lineText(item.cause, { ...words, words: plainOf(words.words) }),
        reason: item.coversId ? `you cover for ${name(item.coversId)}` : row.reason,
        class: row.class,
        byId: item.byId,
        byName: item.byId ? name(item.byId) : null,
        by: said.until ?? null,
        at: item.at.toISOString(),
        seq: item.seq,
        answers: said.answers ?? [],
        ...(said.number !== undefined && { number: said.number }),
      },
    };
  }
}

const taskNow = (task: TaskRow): TaskNow => ({
  ownerId: task.owner_id,
  requesterId: task.requester_id,
  dueAt: task.due_at?.toISOString() ?? null,
  open: task.done_at === null && (task.class === 'queued' || task.class === 'active'),
  handoff: task.handoff,
  counter: task.counter,
  wait: task.wait,
});

/** What an ask, a comment or a task says to the receiver of an item. */
function saidOf(item: Item, task: TaskRow | undefined, scene: Scene): Said | { gone: GoneReason } {
  const { object } = causeOf(item.cause);
  if (object === 'ask') return saidOfAsk(item, scene);
  if (object === 'comment') return saidOfComment(item, scene);
  return task ? saidOfTask(item, task, scene) : { gone: 'deleted' };
}

const holderCauses: ReadonlySet<Cause> = new Set([
  'ask',
  'ask-blocking',
  'ask-reopened',
  'ask-returned',
  'ask-nudge',
  'ask-pool',
  'ask-open',
  'ask-offered',
]);

function saidOfAsk(item: Item, scene: Scene): Said | { gone: GoneReason } {
  const ask = scene.asks.get(item.objectId);
  if (!ask) return { gone: 'deleted' };
  const gone = goneOfAsk(ask, item);
  if (gone) return { gone };
  const zone = scene.people.get(item.personId)?.zone ?? 'UTC';
  const question = scene.comments.get(ask.commentId)?.text ?? '';
  const mine = holderCauses.has(item.cause);
  const answer = ask.closed?.text || (ask.closed?.ack ?? '');
  const when = instantWords(Date.parse(ask.deferAsked?.to ?? ask.respondBy), zone, scene.now.getTime());
  const lastReopening = ask.steps.findLast(({ step }) => step === 'reopen')?.text ?? '';
  return {
    ...(mine && { by: scene.people.get(ask.askerId)?.name ?? 'Somebody' }),
    other: scene.people.get(ask.holderId)?.name ?? 'Somebody',
    words:
      item.cause === 'ask-reopened'
        ? lastReopening
        : item.cause === 'ask-more-time'
          ? (ask.deferAsked?.why ?? '')
          : ask.closed
            ? answer
            : question,
    want: ask.want,
    when,
    until: mine ? ask.respondBy : null,
    answers: mine && ask.want === 'acknowledgement' && ask.holderId === item.personId ? ['seen', 'agree', 'object', 'done'] : [],
  };
}

function saidOfComment(item: Item, scene: Scene): Said | { gone: GoneReason } {
  const comment = scene.comments.get(item.objectId);
  if (!comment || comment.deleted_at) return { gone: 'deleted' };
  if (item.cause === 'mention' && !comment.mention_ids.includes(item.personId)) return { gone: 'changed back' };
  if (item.cause === 'update' && !comment.latest) return { gone: 'told better' };
  return { words: comment.headline ?? comment.text };
}

function saidOfTask(item: Item, task: TaskRow, scene: Scene): Said | { gone: GoneReason } {
  const now = taskNow(task);
  const gone = goneOfTask(now, item, scene.now.getTime());
  if (gone) return { gone };
  const { cause, facts } = item;
  const first = scene.firstFacts.get(threadOf(item)) ?? facts;
  if (isChangedBack(item, now, first)) return { gone: 'changed back' };
  const zone = scene.people.get(item.personId)?.zone ?? 'UTC';
  const at = scene.now.getTime();
  const deadline = task.due_on ? { on: task.due_on, time: task.due_time, zone: task.due_zone ?? 'UTC' } : null;
  const shown = cause === 'deadline-countered' ? now.counter : deadline;
  const named = (id: string | null) => (id && scene.people.get(id)?.name) || '';
  const { wait, handoff } = now;
  const handoffTo = cause === 'handoff-returned' && handoff ? named(handoff.toId) : '';
  return {
    other: cause === 'check-back' && wait?.kind === 'outside' ? wait.who : handoffTo || named(now.ownerId),
    first: first.dueAt === null,
    words: cause === 'deadline-countered' ? (now.counter?.why ?? '') : cause === 'waits-for-you' ? (wait?.what ?? '') : (facts.words ?? ''),
    when: shown ? deadlineWords(shown, zone, at) : '',
    until:
      cause === 'handoff-offered'
        ? (handoff?.by ?? null)
        : cause === 'waits-for-you' && wait?.kind === 'person'
          ? wait.by
          : cause === 'owner-given' || cause.startsWith('due') || cause.startsWith('deadline')
            ? now.dueAt
            : null,
  };
}
