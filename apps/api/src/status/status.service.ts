import { Injectable } from '@nestjs/common';
import { type Change, Refusal, type StatusUpdate, healths, limits, statusAnswers } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Commands, type Outcome } from '../board/command';
import { findOrThrow, select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import type { Sql } from '../platform/sql';
import { atMost, requireText } from '../platform/text';
import { requirePeople } from '../task/task.service';
import { Access } from '../workspace/access';
import { type KeptAnswer, Status } from './status.entity';
import type { AcknowledgeStatusInput, PublishStatusInput } from './status.inputs';

const mostShown = 50;
const mostReaders = 200;

/** How boards stand: told by a person, acknowledged by those whose word is asked. It is no debt: it says who has not answered yet. */
@Injectable()
export class StatusService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly access: Access,
  ) {}

  /** The status updates of a board, newest first. */
  async ofBoard(viewer: Viewer, boardId: string): Promise<StatusUpdate[]> {
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    return statusWhere(this.db, 's.board_id = $1', [boardId], mostShown);
  }

  /** Publishes a status update; it tells of everything since the one before it. */
  publish(viewer: Viewer, input: PublishStatusInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'board.edit', target: { boardId: input.boardId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      if (!healths.includes(input.health))
        throw new Refusal('BAD_INPUT', { field: 'health', reason: 'Say how it is: on track, at risk or off track.' });
      const readerIds = [...new Set(input.readerIds)];
      if (readerIds.length > mostReaders)
        throw new Refusal('BAD_INPUT', { field: 'readerIds', reason: `Ask at most ${mostReaders} people.` });
      await requirePeople(tx, board, readerIds);
      const [last] = await select<{ to_seq: number }>(
        tx,
        'select max(to_seq) as to_seq from status_update where board_id = $1 and withdrawn_at is null',
        [board.id],
      );
      const fromSeq = last?.to_seq ?? 0;
      await tx.insert(Status, {
        id: input.id,
        workspaceId: board.workspaceId,
        boardId: board.id,
        authorId: viewer.personId,
        health: input.health,
        headline: requireText(input.headline, 'a headline', limits.headline),
        text: atMost(input.text.trim(), 'the text', limits.comment),
        fromSeq,
        toSeq: Math.max(fromSeq, Math.min(input.toSeq, board.seq - 1)),
        publishedAt: board.now,
        readerIds,
        answers: [],
        withdrawnAt: null,
      });
      const undo = [{ table: 'status_update', id: input.id, before: { withdrawnAt: board.now }, after: { withdrawnAt: null } }];
      return { kind: 'status.published', changes: [told(board.id)], undo };
    });
  }

  /** Says that the caller has seen it, agrees, or objects and why; a new word takes the place of the last. */
  acknowledge(viewer: Viewer, input: AcknowledgeStatusInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'comment.create', target: { statusId: input.statusId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board): Promise<Outcome> => {
      const status = await findOrThrow(tx, Status, input.statusId);
      if (status.withdrawnAt) throw new Refusal('CONFLICT', { reason: 'This status update was taken back.' });
      if (status.authorId === viewer.personId) throw new Refusal('BAD_INPUT', { reason: 'This is your own status update.' });
      const others = status.answers.filter(({ personId }) => personId !== viewer.personId);
      const answers = input.answer ? [...others, wordOf(viewer, input, board.now)] : others;
      await tx.update(Status, status.id, { answers });
      const undo = [{ table: 'status_update', id: status.id, before: { answers: status.answers }, after: { answers } }];
      return { kind: 'status.acknowledged', changes: [told(board.id)], undo };
    });
  }
}

/** Whoever shows the board's status asks again. */
const told = (boardId: string): Change => ({ type: 'detail', id: boardId, fields: { what: 'status' } });

function wordOf(viewer: Viewer, { answer, text }: AcknowledgeStatusInput, now: Date): KeptAnswer {
  if (!answer || !statusAnswers.includes(answer))
    throw new Refusal('BAD_INPUT', { field: 'answer', reason: 'Choose seen, agree or object.' });
  const words =
    answer === 'object'
      ? requireText(text ?? '', 'what you object to', limits.comment)
      : atMost((text ?? '').trim(), 'the text', limits.comment);
  return { personId: viewer.personId, answer, text: words, at: now.toISOString() };
}

/** Status updates by a condition on `s`, newest first; those that were taken back are not among them. */
export async function statusWhere(sql: Sql, condition: string, parameters: unknown[], most: number): Promise<StatusUpdate[]> {
  const rows = await select<Omit<StatusUpdate, 'publishedAt'> & { publishedAt: Date }>(
    sql,
    `select s.id, s.board_id as "boardId", s.author_id as "authorId", p.name as "authorName", s.health, s.headline, s.text,
       s.published_at as "publishedAt", s.from_seq as "fromSeq", s.to_seq as "toSeq",
       coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name, r.id) from person r where r.id = any(s.reader_ids)), '[]') as readers,
       coalesce((select json_agg(json_build_object('personId', a ->> 'personId', 'name', r.name, 'answer', a ->> 'answer', 'text', a ->> 'text', 'at', a ->> 'at'))
         from jsonb_array_elements(s.answers) a join person r on r.id = (a ->> 'personId')::uuid), '[]') as answers
     from status_update s join person p on p.id = s.author_id
     where ${condition} and s.withdrawn_at is null order by s.published_at desc, s.id limit ${most}`,
    parameters,
  );
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}
