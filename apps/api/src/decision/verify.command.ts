import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import { verifyBoard } from './seal';

const count = (n: number, thing: string) => `${n} ${thing}${n === 1 ? '' : 's'}`;

/** Checks the decisions of every board of the database; `out` has one line per board, and one per fault. */
export async function decisionsVerdict(sql: Sql): Promise<{ ok: boolean; out: string }> {
  const boards = await select<{ id: string; key: string; workspace: string }>(
    sql,
    `select b.id, b.key, w.name as workspace from board b join workspace w on w.id = b.workspace_id
     where exists (select 1 from decision d where d.board_id = b.id) or exists (select 1 from decision_chain c where c.board_id = b.id)
     order by w.name, b.key`,
  );
  let out = boards.length === 0 ? 'There are no decisions yet.\n' : '';
  let faults = 0;
  for (const board of boards) {
    const verdict = await verifyBoard(sql, board);
    faults += verdict.faults.length;
    const sound = verdict.faults.length === 0 ? `sound, ends with ${verdict.head}` : count(verdict.faults.length, 'fault');
    out += `${board.workspace}, ${board.key}: ${count(verdict.decisions, 'decision')}, ${count(verdict.links, 'link')}, ${sound}\n`;
    out += verdict.faults.map((fault) => `  ${fault}\n`).join('');
  }
  return { ok: faults === 0, out };
}
