import { randomUUID } from 'node:crypto';
import type { BoardImport } from '@baton/importers';
import type { EntityManager } from 'typeorm';
import type { BoardService } from '../board/board.service';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import { type Ref, refsOf } from './import.refs';

/** The board that a file goes to. */
export interface TargetBoard {
  id: string;
  name: string;
  /** IANA zone of its plain dates. */
  zone: string;
  isNew: boolean;
  importsBefore: number;
  /** The file's new name, taken because nobody here had renamed the board. */
  rename: { before: string; after: string } | null;
  /** The file has a new name, but somebody here had renamed the board. */
  keptName: boolean;
  /** What to remember of the board, and what was remembered; none when nothing about it changed. */
  refs: Omit<Ref, 'import_id'>[];
  refsBefore: Ref[];
}

interface BoardRow {
  id: string;
  name: string;
  zone: string;
}

/** Makes the board, or finds and locks the one that an earlier file of the same board became. */
export async function targetBoard(
  tx: EntityManager,
  boards: BoardService,
  viewer: Viewer,
  request: { workspaceId: string; boardName?: string | null | undefined },
  board: BoardImport,
): Promise<TargetBoard> {
  const [ref] = await refsOf(tx, request.workspaceId, board.source, 'board', [board.foreignId]);
  const refTo = (id: string) => ({
    kind: 'board',
    foreign_id: board.foreignId,
    local_id: id,
    board_id: id,
    imported: { name: board.name },
  });
  const rowOf = async (id: string) => {
    // Commands of others wait on this row for their number, so nothing on the board changes while the import compares it.
    const [row] = await select<BoardRow>(tx, 'select id, name, zone from board where id = $1 for no key update', [id]);
    if (!row) throw new Error('the board of an import went away');
    return row;
  };
  if (!ref) {
    const name = request.boardName?.trim() || board.name;
    const id = await boards.insert(tx, viewer, { commandId: randomUUID(), workspaceId: request.workspaceId, name });
    return { ...(await rowOf(id)), isNew: true, importsBefore: 0, rename: null, keptName: false, refs: [refTo(id)], refsBefore: [] };
  }
  const row = await rowOf(ref.local_id);
  const base = ref.imported['name'];
  const changedInFile = board.name !== base && board.name !== row.name;
  const rename = changedInFile && row.name === base ? { before: row.name, after: board.name } : null;
  if (rename) await tx.query('update board set name = $2 where id = $1', [row.id, rename.after]);
  const [imports] = await select<{ n: number }>(tx, 'select count(*)::int as n from import_run where board_id = $1', [row.id]);
  const facts = {
    ...row,
    name: rename?.after ?? row.name,
    isNew: false,
    importsBefore: imports?.n ?? 0,
    rename,
    keptName: changedInFile && !rename,
  };
  return rename ? { ...facts, refs: [refTo(row.id)], refsBefore: [ref] } : { ...facts, refs: [], refsBefore: [] };
}
