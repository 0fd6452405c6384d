import type { EntityManager } from 'typeorm';
import { select } from '../platform/database/database';
import type { Values } from './reconcile';

/** Which row here a row of the other tool became, and what its values were when it was last imported. */
export interface Ref {
  kind: string;
  foreign_id: string;
  local_id: string;
  board_id: string | null;
  import_id: string;
  imported: Values;
}

const types = 'kind text, foreign_id text, local_id uuid, board_id uuid, import_id uuid, imported jsonb';

/** Remembers these, in place of what was remembered of the same foreign rows. */
export async function writeRefs(tx: EntityManager, workspaceId: string, source: string, refs: readonly Ref[]) {
  for (let i = 0; i < refs.length; i += 5_000)
    await tx.query(
      `insert into external_ref (workspace_id, source, kind, foreign_id, local_id, board_id, import_id, imported)
       select $1, $2, x.kind, x.foreign_id, x.local_id, x.board_id, x.import_id, x.imported from jsonb_to_recordset($3::jsonb) as x(${types})
       on conflict (workspace_id, source, kind, foreign_id) do update
         set local_id = excluded.local_id, board_id = excluded.board_id, import_id = excluded.import_id, imported = excluded.imported`,
      [workspaceId, source, JSON.stringify(refs.slice(i, i + 5_000))],
    );
}

const columns = 'kind, foreign_id, local_id, board_id, import_id, imported';

/** Everything on this board that came with imports. */
export const refsOnBoard = (tx: EntityManager, source: string, boardId: string) =>
  select<Ref>(tx, `select ${columns} from external_ref where board_id = $1 and source = $2`, [boardId, source]);

/** The people or boards of the workspace that these foreign ids became. */
export const refsOf = (tx: EntityManager, workspaceId: string, source: string, kind: 'person' | 'board', foreignIds: string[]) =>
  select<Ref>(tx, `select ${columns} from external_ref where workspace_id = $1 and source = $2 and kind = $3 and foreign_id = any($4)`, [
    workspaceId,
    source,
    kind,
    foreignIds,
  ]);
