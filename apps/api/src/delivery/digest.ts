import { type Brief, type BriefLine, taskKey } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import type { Message } from './channel';

/** Updates beyond this are "more"; nothing else is cut (C2). */
const mostUpdates = 20;
const mostOthers = 100;

interface OtherRow {
  id: string;
  board_id: string;
  key: string;
  number: number;
  title: string;
  events: number;
}

/** A digest of what the message says, with the number of things that happened beside it since the last one and need nothing of the reader. */
export async function plainDigest(
  sql: Sql,
  { personId, workspaceId, slot }: Pick<Message, 'personId' | 'workspaceId' | 'slot'>,
  lines: readonly BriefLine[],
): Promise<Brief> {
  const [last] = await select<{ at: Date | null }>(
    sql,
    `select max(slot) as at from message where person_id = $1 and slot < $2 and sent_at is not null and class <> 'urgent'`,
    [personId, slot],
  );
  const since = last?.at ?? new Date(slot.getTime() - 86_400_000);
  const rows = await select<OtherRow>(
    sql,
    `select t.id, t.board_id, b.key, t.number, t.title, count(*)::int as events from event e
     join board b on b.id = e.board_id and b.archived_at is null
     join membership m on m.workspace_id = b.workspace_id and m.person_id = $1
     left join board_guest g on g.board_id = b.id and g.person_id = m.person_id
     cross join unnest(e.task_ids) as x(id) join task t on t.id = x.id and t.board_id = b.id and t.deleted_at is null
     where b.workspace_id = $2 and e.at > $3 and e.at <= $4 and e.actor_id <> $1 and (m.role <> 'guest' or g.role is not null)
     group by t.id, b.id order by events desc, b.key, t.number`,
    [personId, workspaceId, since, slot],
  );
  const told = new Set(lines.map(({ taskId }) => taskId));
  const updates = lines.filter(({ section }) => section === 'updates');
  const cut = new Set(updates.slice(mostUpdates));
  return {
    lines: lines.filter((line) => !cut.has(line)),
    moreUpdates: cut.size,
    others: rows
      .filter(({ id }) => !told.has(id))
      .slice(0, mostOthers)
      .map((row) => ({
        taskId: row.id,
        taskKey: taskKey(row.key, row.number),
        title: row.title,
        boardId: row.board_id,
        events: row.events,
      })),
    events: rows.reduce((sum, { events }) => sum + events, 0),
  };
}
