import { Injectable } from '@nestjs/common';
import {
  type Change,
  type Conversation,
  Refusal,
  type Wait,
  boundOf,
  commentKinds,
  healths,
  limits,
  may,
  mentionsIn,
  tones,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands, type LockedBoard } from '../board/command';
import { EmojiService } from '../emoji/emoji.module';
import { followComment, placeFiles } from '../file/place';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { atMost, requireText } from '../platform/text';
import { Access } from '../workspace/access';
import { AskService } from './ask.service';
import { asksWhere, settleOwed, talksAround } from './ask.store';
import { addComment, commentsOf, countComments, namedHere } from './comment.store';
import { forgetDraft } from './draft.service';
import type { BlockerInput, EditCommentInput, PostCommentInput, ReactInput } from './conversation.inputs';

const mostShown = 2_000;
/** The one reaction that answers an acknowledgement (Q5). */
const check = '✅';

interface Written {
  id: string;
  task_id: string;
  author_id: string | null;
  text: string;
  kind: string;
  edited_at: Date | null;
  created_at: Date;
  versions: { at: string; text: string }[];
  reactions: Record<string, string[]>;
  resolved_at: Date | null;
  deleted_at: Date | null;
}

/** What people write on tasks: notes, updates, asks and blockers. Only an ask creates a debt (P1). */
@Injectable()
export class CommentService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly access: Access,
    private readonly asks: AskService,
    private readonly emoji: EmojiService,
  ) {}

  /** Everything said on a task. */
  async conversation(viewer: Viewer, taskId: string): Promise<Conversation> {
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { taskId });
    const comments = await commentsOf(this.db, taskId, mostShown);
    return { comments, asks: await asksWhere(this.db, 'a.task_id = $1', [taskId]), talks: await talksAround(this.db, taskId) };
  }

  /** Writes a comment, and the asks or the wait that it makes. */
  post(viewer: Viewer, input: PostCommentInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'comment.create', target: { taskId: input.taskId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const changes = await this.write(tx, viewer, board, input);
      await forgetDraft(tx, viewer, input.replyToId ? `reply:${input.replyToId}` : `comment:${input.taskId}`);
      return { kind: 'comment.posted', changes, taskIds: [input.taskId] };
    });
  }

  /** Writes a comment within a running command; answers what it changed. */
  async write(tx: EntityManager, viewer: Viewer, board: LockedBoard, input: Omit<PostCommentInput, 'commandId'>): Promise<Change[]> {
    const { text, headline } = requireSaid(input);
    if (input.replyToId) await this.requireOf(tx, input.taskId, input.replyToId);
    const health = input.kind === 'blocker' ? 'at risk' : input.kind === 'update' ? (input.health ?? null) : null;
    const written = await addComment(tx, board, viewer, { ...input, text, headline, health, tone: input.tone ?? null });
    const comment = { id: input.id, taskId: input.taskId };
    const changes: Change[] = [{ type: 'detail', id: input.taskId, fields: { what: 'comments' } }, ...written];
    changes.push(...(await placeFiles(tx, viewer, { taskId: input.taskId, commentId: input.id }, text)));
    if (health) {
      await tx.query('update task set health = $2 where id = $1', [input.taskId, health]);
      changes.push({ type: 'task', id: input.taskId, fields: { health } });
    }
    if (input.kind === 'blocker') changes.push(...(await this.block(tx, viewer, board, comment, input, text)));
    else if (input.kind === 'ask') {
      if (!input.ask) throw new Refusal('BAD_INPUT', { field: 'ask', reason: 'Say whom you ask, and what for.' });
      await this.asks.send(tx, viewer, board, comment, input.ask);
    }
    changes.push(...(await settleOwed(tx, [input.taskId])));
    return merged(changes);
  }

  /** Edits, deletes or ends a comment; what it said before stays readable, what is deleted leaves a trace. */
  edit(viewer: Viewer, input: EditCommentInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'comment.create', target: { commentId: input.commentId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const comment = await this.one(tx, input.commentId);
      const changes: Change[] = [{ type: 'detail', id: comment.task_id, fields: { what: 'comments' } }];
      if (input.text != null) changes.push(...(await this.rewrite(tx, viewer, board, comment, input.text)));
      if (input.resolved != null)
        await tx.query('update comment set resolved_at = $2, resolved_by_id = $3 where id = $1', [
          comment.id,
          input.resolved ? board.now : null,
          input.resolved ? viewer.personId : null,
        ]);
      if (input.deleted != null) {
        this.access.decide(board.actor, may(board.actor, 'comment.delete', { authorId: comment.author_id }));
        const open = await asksWhere(tx, `a.comment_id = $1 and a.closed is null`, [comment.id]);
        if (input.deleted && open.length > 0)
          throw new Refusal('CONFLICT', { reason: 'Somebody still owes an answer to this. Withdraw the ask first.' });
        await tx.query('update comment set deleted_at = $2, deleted_by_id = $3 where id = $1', [
          comment.id,
          input.deleted ? board.now : null,
          input.deleted ? viewer.personId : null,
        ]);
        const taskId = comment.task_id;
        if (input.deleted !== (comment.deleted_at !== null))
          changes.push(...(await followComment(tx, { id: comment.id, taskId, deletedAt: comment.deleted_at }, board.now)));
        changes.push(...(await countComments(tx, taskId)));
      }
      return { kind: 'comment.edited', changes: merged(changes), taskIds: [comment.task_id] };
    });
  }

  /** Adds or takes back a reaction; silent, except that the check answers an acknowledgement that is owed. */
  react(viewer: Viewer, input: ReactInput): Promise<Event> {
    const emoji = input.emoji.trim();
    const request = { commandId: input.commandId, action: 'comment.create', target: { commentId: input.commentId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const comment = await this.one(tx, input.commentId);
      // Taking back needs no emoji that still exists.
      if (input.on) await this.emoji.requireReaction(tx, board.workspaceId, emoji);
      const others = (comment.reactions[emoji] ?? []).filter((id) => id !== viewer.personId);
      const now = input.on ? [...others, viewer.personId] : others;
      const { [emoji]: _, ...rest } = comment.reactions;
      const reactions = now.length > 0 ? { ...comment.reactions, [emoji]: now } : rest;
      if (Object.keys(reactions).length > limits.reactions)
        throw new Refusal('BAD_INPUT', { reason: 'There are enough different reactions here: use one of them.' });
      await tx.query('update comment set reactions = $2 where id = $1', [comment.id, JSON.stringify(reactions)]);
      const changes: Change[] = [{ type: 'detail', id: comment.task_id, fields: { what: 'comments' } }];
      if (emoji === check && input.on) {
        const owed = await asksWhere(
          tx,
          `a.comment_id = $1 and (a.holder_id = $2 or $2 = any(a.pool_ids)) and a.want = 'acknowledgement' and a.closed is null`,
          [comment.id, viewer.personId],
        );
        for (const ask of owed) changes.push(...(await this.asks.take(tx, viewer, board, ask, { step: 'answer', ack: 'seen' })));
      }
      return { kind: 'comment.edited', changes: merged(changes), taskIds: [comment.task_id] };
    });
  }

  private async block(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    comment: { id: string; taskId: string },
    input: Pick<PostCommentInput, 'blocker' | 'ask'>,
    text: string,
  ): Promise<Change[]> {
    const { blocker, ask } = input;
    if (blocker?.kind === 'outside') {
      const wait = outsideWait(blocker, text, board);
      await tx.query('update task set wait = $2 where id = $1', [comment.taskId, JSON.stringify(wait)]);
      return [{ type: 'task', id: comment.taskId, fields: { wait } }];
    }
    if (blocker?.kind === 'decision') return [];
    if (!ask)
      throw new Refusal('BAD_INPUT', { field: 'blocker', reason: 'Say what would unblock it: a person, a decision, or somebody outside.' });
    await this.asks.send(tx, viewer, board, comment, ask, true);
    return [];
  }

  private async rewrite(tx: EntityManager, viewer: Viewer, board: LockedBoard, comment: Written, words: string): Promise<Change[]> {
    this.access.decide(board.actor, may(board.actor, 'comment.edit', { authorId: comment.author_id }));
    if (comment.deleted_at) throw new Refusal('CONFLICT', { reason: 'This comment was deleted. Bring it back before you change it.' });
    const text =
      comment.kind === 'update' ? atMost(words.trim(), 'the text', limits.comment) : requireText(words, 'something', limits.comment);
    await forgetDraft(tx, viewer, `edit:${comment.id}`);
    if (text === comment.text) return [];
    const versions = [...comment.versions, { at: (comment.edited_at ?? comment.created_at).toISOString(), text: comment.text }].slice(
      -limits.versions,
    );
    await tx.query('update comment set text = $2, edited_at = $3, versions = $4, mention_ids = $5 where id = $1', [
      comment.id,
      text,
      board.now,
      JSON.stringify(versions),
      await namedHere(tx, board, mentionsIn(text)),
    ]);
    return placeFiles(tx, viewer, { taskId: comment.task_id, commentId: comment.id }, text);
  }

  private async one(tx: EntityManager, id: string): Promise<Written> {
    const [comment] = await select<Written>(tx, 'select * from comment where id = $1', [id]);
    if (!comment) throw new Refusal('NOT_FOUND');
    return comment;
  }

  private async requireOf(tx: EntityManager, taskId: string, commentId: string) {
    const comment = await this.one(tx, commentId);
    if (comment.task_id !== taskId) throw new Refusal('NOT_FOUND');
  }
}

/** The words of a comment, as its kind asks for them. */
function requireSaid(input: Omit<PostCommentInput, 'commandId'>): { text: string; headline: string | null } {
  if (!commentKinds.includes(input.kind)) throw new Refusal('BAD_INPUT', { field: 'kind', reason: 'Choose note, update, ask or blocker.' });
  const headline = input.kind === 'update' ? requireText(input.headline ?? '', 'a headline', limits.headline) : null;
  const text =
    input.kind === 'update' ? atMost(input.text.trim(), 'the text', limits.comment) : requireText(input.text, 'something', limits.comment);
  if (input.kind === 'update' && !healths.includes(input.health ?? ('' as never)))
    throw new Refusal('BAD_INPUT', { field: 'health', reason: 'Say how it is: on track, at risk or off track.' });
  if (input.tone && !tones.includes(input.tone)) throw new Refusal('BAD_INPUT', { field: 'tone', reason: 'Choose a tone from the list.' });
  return { text, headline };
}

function outsideWait({ who, checkOn }: BlockerInput, what: string, board: LockedBoard): Wait {
  if (!checkOn || boundOf({ on: checkOn, time: null, zone: board.zone }) <= board.now.getTime())
    throw new Refusal('BAD_INPUT', { field: 'checkOn', reason: 'Choose the day on which the owner checks back: today or later.' });
  return {
    kind: 'outside',
    who: requireText(who ?? '', 'who is waited for', limits.name),
    what: what.split('\n')[0]?.slice(0, limits.nextStep) ?? '',
    checkOn,
    since: board.now.toISOString(),
  };
}

/** One change per row: later fields win. */
function merged(changes: Change[]): Change[] {
  const tasks = new Map<string, Extract<Change, { type: 'task' }>>();
  const details = new Map<string, Change>();
  for (const change of changes)
    if (change.type === 'task') tasks.set(change.id, { ...change, fields: { ...tasks.get(change.id)?.fields, ...change.fields } });
    else details.set(`${change.type} ${change.id} ${change.type === 'detail' ? change.fields.what : ''}`, change);
  return [...details.values(), ...tasks.values()];
}
