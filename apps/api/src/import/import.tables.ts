import type { EntityManager } from 'typeorm';
import { select } from '../platform/database/database';
import type { Compared, Values } from './reconcile';

type PgType = 'uuid' | 'uuid[]' | 'text' | 'integer' | 'bigint' | 'boolean' | 'date' | 'timestamptz';

/** A table that imports fill: what a newer file may change, what is set once, and where the order lives. */
export interface Kind {
  kind: 'column' | 'label' | 'task' | 'checklist' | 'item' | 'comment' | 'attachment';
  table: string;
  fields: Record<string, PgType>;
  once: Record<string, PgType>;
  /** The row that this one lies in. */
  container: string;
  ranked: boolean;
  /** A row that was taken away here comes back with the next file, because others need it to lie in. */
  comesBack: boolean;
}

export const kinds = {
  column: {
    kind: 'column',
    table: 'board_column',
    fields: { name: 'text', wip_limit: 'integer', archived_at: 'timestamptz' },
    once: { class: 'text' },
    container: 'board_id',
    ranked: true,
    comesBack: true,
  },
  label: {
    kind: 'label',
    table: 'label',
    fields: { name: 'text', color: 'text' },
    once: {},
    container: 'board_id',
    ranked: true,
    comesBack: false,
  },
  task: {
    kind: 'task',
    table: 'task',
    fields: {
      title: 'text',
      description: 'text',
      owner_id: 'uuid',
      helper_ids: 'uuid[]',
      label_ids: 'uuid[]',
      start_on: 'date',
      due_on: 'date',
      due_time: 'text',
      done_at: 'timestamptz',
      archived_at: 'timestamptz',
    },
    once: { board_id: 'uuid', number: 'integer', source_url: 'text', created_by_id: 'uuid', created_at: 'timestamptz' },
    container: 'column_id',
    ranked: true,
    comesBack: false,
  },
  checklist: {
    kind: 'checklist',
    table: 'checklist',
    fields: { name: 'text' },
    once: {},
    container: 'task_id',
    ranked: true,
    comesBack: false,
  },
  item: {
    kind: 'item',
    table: 'checklist_item',
    fields: { title: 'text', done_at: 'timestamptz', owner_id: 'uuid', due_on: 'date', task_id: 'uuid' },
    once: {},
    container: 'checklist_id',
    ranked: true,
    comesBack: false,
  },
  comment: {
    kind: 'comment',
    table: 'comment',
    fields: { text: 'text', author_id: 'uuid', author_name: 'text', edited_at: 'timestamptz' },
    once: { created_at: 'timestamptz', source: 'text' },
    container: 'task_id',
    ranked: false,
    comesBack: false,
  },
  attachment: {
    kind: 'attachment',
    table: 'attachment',
    fields: { name: 'text', url: 'text', bytes: 'bigint', stayed_at_source: 'boolean' },
    once: { created_at: 'timestamptz' },
    container: 'task_id',
    ranked: false,
    comesBack: false,
  },
} as const satisfies Record<string, Kind>;

const comparedAs: Partial<Record<PgType, Compared>> = { 'uuid[]': 'set', timestamptz: 'moment' };
/** How each field of the kind is compared. */
export const comparisonOf = ({ fields }: Kind): Record<string, Compared> =>
  Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, comparedAs[type] ?? 'value']));

const typesOf = (kind: Kind): Record<string, PgType> => ({
  id: 'uuid',
  workspace_id: 'uuid',
  [kind.container]: 'uuid',
  ...(kind.ranked && { rank: 'text' as const }),
  ...kind.fields,
  ...kind.once,
});
const changingTypesOf = (kind: Kind): Record<string, PgType> => ({
  [kind.container]: 'uuid',
  ...(kind.ranked && { rank: 'text' as const }),
  ...kind.fields,
});

/** A row in canonical JSON: instants as ISO in UTC whatever the session's zone is. */
export type Stored = Values & { id: string; gone: boolean };

/** Rows of the kind by id, with whether somebody deleted them or took them to another board. */
export async function loadRows(tx: EntityManager, kind: Kind, boardId: string, ids: string[]): Promise<Map<string, Stored>> {
  if (ids.length === 0) return new Map();
  const columns = ['id', ...Object.keys(changingTypesOf(kind))].join(', ');
  const elsewhere = kind.kind === 'task' ? `board_id <> $2` : 'false and $2::uuid is null';
  const rows = await select<{ row: Stored }>(
    tx,
    `select to_jsonb(x) as row from (select ${columns}, deleted_at is not null or ${elsewhere} as gone from ${kind.table} where id = any($1)) x`,
    [ids, boardId],
  );
  return new Map(rows.map(({ row }) => [row.id, canonical(kind, row)]));
}

function canonical(kind: Kind, row: Stored): Stored {
  for (const [field, type] of Object.entries(changingTypesOf(kind)))
    if (type === 'timestamptz' && row[field]) row[field] = new Date(String(row[field])).toISOString();
  return row;
}

const batch = 2_000;
const inBatches = async (rows: readonly Values[], run: (part: string) => Promise<unknown>) => {
  for (let i = 0; i < rows.length; i += batch) await run(JSON.stringify(rows.slice(i, i + batch)));
};
const recordset = (types: Record<string, PgType>) =>
  `jsonb_to_recordset($1::jsonb) as x(${Object.entries(types)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')})`;

/** Inserts whole rows, thousands at a time. */
export function insertRows(tx: EntityManager, kind: Kind, rows: readonly Values[]) {
  const types = typesOf(kind);
  const names = Object.keys(types).join(', ');
  return inBatches(rows, (part) => tx.query(`insert into ${kind.table} (${names}) select ${names} from ${recordset(types)}`, [part]));
}

/** Sets every changing column of the given rows. Tasks also tell open editors that the description may be another. */
export function updateRows(tx: EntityManager, kind: Kind, rows: readonly Values[]) {
  const types = { id: 'uuid' as const, ...changingTypesOf(kind) };
  const sets = Object.keys(changingTypesOf(kind)).map((name) => `${name} = x.${name}`);
  if (kind.kind === 'task') sets.push('description_version = description_version + (t.description <> x.description)::int');
  return inBatches(rows, (part) =>
    tx.query(`update ${kind.table} t set ${sets.join(', ')} from ${recordset(types)} where t.id = x.id`, [part]),
  );
}

/** Where every row of these containers is, by rising rank; deleted and archived rows keep their places. */
export async function placesIn(tx: EntityManager, kind: Kind, containers: string[]) {
  return select<{ id: string; container: string; rank: string }>(
    tx,
    `select id, ${kind.container} as container, rank from ${kind.table} where ${kind.container} = any($1) order by rank`,
    [containers],
  );
}

/** Sets the numbers that cards show, on all tasks of the board whose numbers are no longer true. */
export const recountTasks = (tx: EntityManager, boardId: string) =>
  tx.query(
    `update task t set checklist_done = n.done, checklist_total = n.total, comment_count = n.comments, attachment_count = n.attachments
     from (select t.id, coalesce(i.done, 0)::int as done, coalesce(i.total, 0)::int as total,
             coalesce(c.count, 0)::int as comments, coalesce(a.count, 0)::int as attachments
           from task t
           left join (select i.task_id, count(*) as total, count(i.done_at) as done from checklist_item i
                      join checklist c on c.id = i.checklist_id and c.deleted_at is null
                      join task t on t.id = i.task_id and t.board_id = $1 where i.deleted_at is null group by 1) i on i.task_id = t.id
           left join (select c.task_id, count(*) from comment c join task t on t.id = c.task_id and t.board_id = $1
                      where c.deleted_at is null group by 1) c on c.task_id = t.id
           left join (select a.task_id, count(*) from attachment a join task t on t.id = a.task_id and t.board_id = $1
                      where not a.pending and a.deleted_at is null group by 1) a on a.task_id = t.id
           where t.board_id = $1) n
     where n.id = t.id and (t.checklist_done, t.checklist_total, t.comment_count, t.attachment_count) is distinct from (n.done, n.total, n.comments, n.attachments)`,
    [boardId],
  );
