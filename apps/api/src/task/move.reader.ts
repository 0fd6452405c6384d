import { Injectable } from '@nestjs/common';
import { type Calendar, type Card, type ColumnClass, type Headline, type MoveScene, headlineOf } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { cardColumns } from '../board/snapshot';
import { Clock } from '../platform/clock';
import { changed, select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import { type EventReader, Readers } from '../platform/events/readers';
import { offerIsOver } from './offer';

/** These tasks of a board, those that wait for them, and what all of them wait for; null for the whole board. With everything that the rule asks for. */
async function sceneOf(
  tx: EntityManager,
  boardId: string,
  taskIds: readonly string[] | null,
  now: Date,
): Promise<{ scene: MoveScene; cards: Card[] }> {
  const [board] = await select<{ key: string; zone: string }>(tx, 'select key, zone from board where id = $1', [boardId]);
  const columns = await select<{ id: string; class: ColumnClass }>(tx, 'select id, class from board_column where board_id = $1', [boardId]);
  const some = `t.id in (
    with wanted as (select id, blocker_ids from task where board_id = $1 and (id = any($2) or blocker_ids && $2))
    select id from wanted union select unnest(blocker_ids) from wanted)`;
  const rows = await select<{ card: Card }>(
    tx,
    `select row_to_json(x) as card from (select ${cardColumns} from task t
     where t.board_id = $1 and t.archived_at is null and t.deleted_at is null and ${taskIds ? some : 'true'}) x`,
    taskIds ? [boardId, taskIds] : [boardId],
  );
  const cards = rows.map((row) => row.card);
  const classes = new Map(columns.map((column) => [column.id, column.class]));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const calendars: Map<string, Calendar> = await calendarsOf(
    tx,
    cards.flatMap((card) => card.ownerId ?? []),
  );
  const scene: MoveScene = {
    boardKey: board?.key ?? '',
    zone: board?.zone ?? 'UTC',
    now: now.getTime(),
    classOf: (id) => classes.get(id),
    cardOf: (id) => byId.get(id),
    calendarOf: (id) => calendars.get(id),
  };
  return { scene, cards };
}

/**
 * Writes whose move each task is beside the task, for queries across boards. It is derived from the log's state alone and never typed, so it
 * can be thrown away and made again at any time: `settle` does.
 */
@Injectable()
export class MoveReader implements EventReader {
  readonly name = 'moves';

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    readers: Readers,
  ) {
    readers.register(this);
  }

  async handle(events: readonly Event[], tx: EntityManager) {
    const [first] = events;
    if (!first) return;
    const changes = events.flatMap((event) => event.changes);
    const whole =
      events.some((event) => event.resync) || changes.some(({ type }) => type === 'column' || type === 'board' || type === 'person');
    const tasks = [...new Set(changes.filter(({ type }) => type === 'task').map(({ id }) => id))];
    if (whole || tasks.length > 0) await this.settle(tx, first.boardId, whole ? null : tasks);
  }

  /** Derives the moves of these tasks and of those that wait for them, or of the whole board, and writes what differs. Answers how many did. */
  async settle(tx: EntityManager, boardId: string, taskIds: readonly string[] | null): Promise<number> {
    const { scene, cards } = await sceneOf(tx, boardId, taskIds, this.clock.now());
    const wanted = new Set(taskIds);
    const moves = cards
      .filter((card) => taskIds === null || wanted.has(card.id) || card.blockerIds.some((id) => wanted.has(id)))
      .map((card) => ({ id: card.id, move: headlineOf(card, scene) }));
    const of = (pick: (move: Headline) => string | null) => moves.map(({ move }) => (move ? pick(move) : null));
    const rows = await changed(
      tx,
      `update task set move_kind = x.kind, move_person_id = x.person, move_what = x.what, move_by = x.by
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::timestamptz[]) as x(id, kind, person, what, by)
       where task.id = x.id and (task.move_kind, task.move_person_id, task.move_what, task.move_by) is distinct from (x.kind, x.person, x.what, x.by)
       returning task.id`,
      [
        moves.map(({ id }) => id),
        of((move) => move.kind),
        of((move) => move.personId),
        of((move) => move.what),
        of((move) => (move.by === null ? null : new Date(move.by).toISOString())),
      ],
    );
    return rows.length;
  }

  /** Offers of a workspace that nobody took in time are moves of their givers again: written down before somebody asks for their list. */
  async settleOffers(workspaceId: string): Promise<void> {
    const boards = await select<{ id: string; taskIds: string[] }>(
      this.db,
      `select t.board_id as id, array_agg(t.id) as "taskIds" from task t join board b on b.id = t.board_id
       where b.workspace_id = $1 and t.move_kind = 'handoff' and ${offerIsOver('$2')}
       group by t.board_id`,
      [workspaceId, this.clock.now()],
    );
    for (const { id, taskIds } of boards) await this.db.transaction((tx) => this.settle(tx, id, taskIds));
  }
}
