import { isDeepStrictEqual } from 'node:util';
import { type Rank, rankBetween } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { changed, select } from '../platform/database/database';
import type { Ref } from './import.refs';
import { type Kind, type Stored, comparisonOf, kinds, loadRows, placesIn, updateRows } from './import.tables';
import type { ChangedRow } from './import.writer';
import { type Values, markOf } from './reconcile';

/** Ids with titles. */
type Titles = ReadonlyMap<string, string>;
const ofKind = (refs: readonly Ref[], { kind }: Kind) => refs.filter((ref) => ref.kind === kind);
const idsOf = (refs: readonly Ref[], kind: Kind) => ofKind(refs, kind).map((ref) => ref.local_id);

/** Of the tasks that an import made, those that somebody worked on since: values, place, checklists. Undo leaves them. */
export async function touchedTasks(tx: EntityManager, made: readonly Ref[], boardId: string): Promise<Map<string, string>> {
  const tasks = await loadRows(tx, kinds.task, boardId, idsOf(made, kinds.task));
  const touched = new Set<string>();
  for (const kind of [kinds.task, kinds.checklist, kinds.item]) {
    const rows = kind === kinds.task ? tasks : await loadRows(tx, kind, boardId, idsOf(made, kind));
    for (const ref of ofKind(made, kind)) {
      const row = rows.get(ref.local_id);
      if (row && (row.gone || !isAsImported(kind, row, ref))) touched.add(kind === kinds.task ? row.id : String(row['task_id']));
    }
  }
  const own = await select<{ task_id: string }>(
    tx,
    `select task_id from (select id, task_id from checklist union all select id, task_id from checklist_item) x
     where task_id = any($1) and not exists (select 1 from external_ref r where r.board_id = $2 and r.local_id = x.id)`,
    [[...tasks.keys()], boardId],
  );
  for (const { task_id } of own) touched.add(task_id);
  return new Map([...tasks.values()].filter(({ id, gone }) => touched.has(id) && !gone).map((row) => [row.id, String(row['title'])]));
}

function isAsImported(kind: Kind, row: Stored, ref: Ref): boolean {
  const v = (ref.imported['v'] ?? {}) as Values;
  const p = ref.imported['p'] as { container?: string; rank?: string } | undefined;
  const same = Object.entries(comparisonOf(kind)).every(([field, compared]) => isDeepStrictEqual(markOf(compared, row[field]), v[field]));
  return same && (!kind.ranked || (p?.container === row[kind.container] && p?.rank === row['rank']));
}

/** Deletes tasks that the import made, and what it added to others. */
export async function removeRows(tx: EntityManager, made: readonly Ref[], boardId: string, touched: Titles) {
  const gone = idsOf(made, kinds.task).filter((id) => !touched.has(id));
  await tx.query('delete from task where id = any($1) and board_id = $2', [gone, boardId]);
  for (const kind of [kinds.attachment, kinds.comment, kinds.item, kinds.checklist])
    await tx.query(`delete from ${kind.table} where id = any($1) and task_id <> all($2)`, [idsOf(made, kind), [...touched.keys()]]);
}

/** Deletes columns and labels that the import made, where nothing that stays needs them. */
export async function removeContainers(tx: EntityManager, made: readonly Ref[], boardId: string, touched: Titles) {
  await tx.query('delete from board_column c where id = any($1) and not exists (select 1 from task t where t.column_id = c.id)', [
    idsOf(made, kinds.column),
  ]);
  const gone = await changed<{ id: string }>(
    tx,
    `delete from label l where id = any($1) and not exists (select 1 from task t where t.board_id = $2 and t.id = any($3) and l.id = any(t.label_ids))
     returning id`,
    [idsOf(made, kinds.label), boardId, [...touched.keys()]],
  );
  for (const { id } of gone)
    await tx.query('update task set label_ids = array_remove(label_ids, $1) where board_id = $2 and $1 = any(label_ids)', [id, boardId]);
}

/** Sets what the import changed to what it found, field by field, unless somebody changed the field since. Answers what stays. */
export async function restoreChanged(tx: EntityManager, all: readonly ChangedRow[], boardId: string): Promise<string[]> {
  const kept: string[] = [];
  for (const kind of Object.values<Kind>(kinds)) {
    const changes = all.filter((change) => change.kind === kind.kind);
    const ids = changes.map(({ id }) => id);
    const rows = await loadRows(tx, kind, boardId, ids);
    const restored = changes.flatMap((change): Stored[] => {
      const row = rows.get(change.id);
      if (!row || row.gone) return [];
      const { next, stays } = takenBack(kind, row, change);
      if (stays) kept.push(String(row['title'] ?? row['name'] ?? row['text'] ?? ''));
      return [{ ...row, ...next }];
    });
    if (kind.ranked) await freeRanks(tx, kind, restored, changes);
    await updateRows(tx, kind, restored);
  }
  return kept;
}

function takenBack(kind: Kind, row: Stored, { before, after }: ChangedRow): { next: Values; stays: boolean } {
  const comparison = comparisonOf(kind);
  const untouched = (field: string) => {
    const compared = comparison[field] ?? 'value';
    return isDeepStrictEqual(markOf(compared, row[field]), markOf(compared, after[field]));
  };
  const place = ['rank', kind.container];
  const fields = Object.keys(before).filter((field) => (place.includes(field) ? place.every(untouched) : untouched(field)));
  return { next: Object.fromEntries(fields.map((field) => [field, before[field]])), stays: fields.length < Object.keys(before).length };
}

/** An old rank that somebody else's row has taken meanwhile gives way to the next free one after it. */
async function freeRanks(tx: EntityManager, kind: Kind, rows: Values[], changes: readonly ChangedRow[]) {
  const back = new Set(rows.map((row) => row['id']));
  const moved = new Set(changes.filter((change) => 'rank' in change.before).map((change) => change.id));
  const movers = rows.filter((row) => moved.has(String(row['id'])));
  const containers = [...new Set(movers.map((row) => String(row[kind.container])))];
  const taken = new Map<string, string[]>(containers.map((container) => [container, []]));
  for (const { id, container, rank } of await placesIn(tx, kind, containers)) if (!back.has(id)) taken.get(container)?.push(rank);
  for (const row of movers) {
    const ranks = taken.get(String(row[kind.container])) ?? [];
    const at = ranks.indexOf(String(row['rank']));
    if (at >= 0) row['rank'] = rankBetween(ranks[at] as Rank, (ranks[at + 1] ?? null) as Rank | null);
    ranks.splice(at + 1, 0, String(row['rank']));
    ranks.sort();
  }
}
