import { randomUUID } from 'node:crypto';
import type { BoardSnapshot } from '@baton/domain';
import type { ImportReceipt } from '@baton/importers';
import type { Somebody, TestServer } from './world';

/** An import as the API answers it. */
export interface Run {
  id: string | null;
  boardId: string | null;
  boardKey: string | null;
  boardName: string;
  receipt: ImportReceipt;
  undoableUntil: string | null;
  undoneAt: string | null;
  by: { name: string };
}
/** Every field of a run. */
export const runFields = '{ id source boardId boardKey boardName at by { name } receipt undoableUntil undoneAt }';

/** Somebody with a workspace and a colleague, and their hands on imports. */
export async function aTeam(server: TestServer) {
  const [alice, bob, outsider] = await Promise.all([server.person('Alice'), server.person('Bob'), server.person('Otto')]);
  const workspaceId = await server.workspace(alice);
  await server.join(workspaceId, bob, 'member');
  const upload = async (who: Somebody, file: unknown) => {
    const body = file instanceof Uint8Array ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
    const response = await fetch(`${server.url}/uploads`, {
      method: 'POST',
      headers: { cookie: who.cookie, 'x-baton-request': '1', 'x-file-name': 'board.json' },
      body: new Uint8Array(body),
    });
    return ((await response.json()) as { id: string }).id;
  };
  const send = async (name: 'previewImport' | 'runImport', file: unknown, more: Record<string, unknown> = {}, who = alice) =>
    who.ask<Run>(`mutation($input: ImportInput!) { ${name}(input: $input) ${runFields} }`, {
      input: { commandId: randomUUID(), workspaceId, uploadId: await upload(who, file), people: [], ...more },
    });
  return {
    alice,
    bob,
    outsider,
    workspaceId,
    run: (file: unknown, more?: Record<string, unknown>, who?: Somebody) => send('runImport', file, more, who),
    preview: (file: unknown, more?: Record<string, unknown>, who?: Somebody) => send('previewImport', file, more, who),
    undo: (id: string | null, who = alice) => who.ask<Run>(`mutation($id: ID!) { undoImport(id: $id) ${runFields} }`, { id }),
    snapshot: (run: Run) =>
      alice.ask<BoardSnapshot>('query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }', {
        w: workspaceId,
        k: run.boardKey,
      }),
    taskOn: async (run: Run, title: string) =>
      (
        (await server.db.query('select * from task where board_id = $1 and title = $2', [run.boardId, title])) as Record<string, unknown>[]
      )[0] ?? {},
  };
}

// Words that were in use once stay in the vocabulary that forgives slips of typing.
const bookkeeping = ['import_run', 'upload', 'session', 'migrations', 'search_word'];
/** Every row of every table as text, so that the smallest difference shows. What may differ is left out by name. */
export async function everything(server: TestServer, without: string[] = []) {
  const tables = (await server.db.query(`select tablename from pg_tables where schemaname = 'public' order by 1`)) as {
    tablename: string;
  }[];
  const rows: Record<string, string[]> = {};
  for (const { tablename } of tables.filter((table) => ![...bookkeeping, ...without].includes(table.tablename))) {
    const row =
      tablename === 'board' && without.includes('event')
        ? `to_jsonb(t) - 'seq' - 'next_number'`
        : tablename === 'task' && without.includes('event')
          ? `to_jsonb(t) - 'description_version'`
          : 'to_jsonb(t)';
    rows[tablename] = ((await server.db.query(`select (${row})::text as row from "${tablename}" t order by 1`)) as { row: string }[]).map(
      (r) => r.row,
    );
  }
  return rows;
}
