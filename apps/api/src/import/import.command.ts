import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Refusal } from '@baton/domain';
import { receiptInWords, tooLarge } from '@baton/importers';
import type { DataSource } from 'typeorm';
import { select } from '../platform/database/database';
import type { ImportRun } from './import-run';
import type { ImportService } from './import.service';

/** What the command line says at the end, and the exit code: 0 done, 1 refused, 2 not understood. */
export interface CommandAnswer {
  code: 0 | 1 | 2;
  out: string;
  err: string;
}

export interface ImportCommand {
  file: string;
  board: string | null;
  workspace: string | undefined;
  dryRun: boolean;
  json: boolean;
}

const usage = `npm run import -- FILE [--board NAME] [--dry-run] [--json]

Imports the JSON export of a Trello board as the owner of the workspace. The same file
again, or a newer export of the same board, updates the board instead of adding another.

  --board NAME      the name of a new board; the name in the file unless given
  --dry-run         show the receipt and write nothing
  --json            the receipt as JSON
  --workspace NAME  which workspace, where there are several; the oldest unless given`;

const options = {
  board: { type: 'string' },
  workspace: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What the arguments ask for, or the answer when they need no database. */
export function readCommand(argv: readonly string[]): ImportCommand | CommandAnswer {
  const parsed = parse(argv);
  if (typeof parsed === 'string') return { code: 2, out: '', err: `${parsed}\n\n${usage}\n` };
  const { values, positionals } = parsed;
  if (values.help) return { code: 0, out: `${usage}\n`, err: '' };
  const [file, ...others] = positionals;
  if (!file || others.length > 0)
    return { code: 2, out: '', err: `${file ? 'Name one file only.' : 'Name the file to import.'}\n\n${usage}\n` };
  return { file, board: values.board ?? null, workspace: values.workspace, dryRun: values['dry-run'], json: values.json };
}

/** Runs `npm run import` on a database and services that are at hand. */
export async function runImportCommand(db: DataSource, imports: ImportService, command: ImportCommand): Promise<CommandAnswer> {
  try {
    const bytes = await readWhole(command.file);
    const { workspaceId, viewer } = await ownerOf(db, command.workspace);
    const request = { workspaceId, commandId: randomUUID(), boardName: command.board, people: [] };
    const run = command.dryRun ? await imports.previewBytes(viewer, request, bytes) : await imports.runBytes(viewer, request, bytes);
    return { code: 0, out: command.json ? `${JSON.stringify(inJson(run), null, 2)}\n` : `${inWords(run)}\n`, err: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reason = sentenceOf(error);
    if (command.json) return { code: 1, out: `${JSON.stringify({ refused: { code: error.code, reason } }, null, 2)}\n`, err: '' };
    return { code: 1, out: '', err: `${reason}\n` };
  }
}

async function readWhole(file: string): Promise<Uint8Array> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new Refusal('UNREADABLE_FILE', { reason: `${file} is a folder. Name the .json file in it.` });
    const large = tooLarge(facts.size);
    if (large) throw new Refusal('UNREADABLE_FILE', { reason: large });
    return await readFile(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const missing = (error as { code?: string }).code === 'ENOENT';
    throw new Refusal('UNREADABLE_FILE', { reason: missing ? `There is no file ${file}.` : `${file} cannot be read by this user.` });
  }
}

/** Whoever can run this command has the database, so it acts as the owner of the workspace. */
async function ownerOf(db: DataSource, name: string | undefined) {
  const owners = await select<{ id: string; name: string; person_id: string }>(
    db,
    `select w.id, w.name, m.person_id from workspace w join membership m on m.workspace_id = w.id and m.role = 'owner'
     order by w.created_at, w.id, m.joined_at, m.person_id`,
  );
  const [first] = owners.filter((workspace) => name === undefined || workspace.name === name);
  if (!first && owners.length === 0)
    throw new Refusal('NOT_FOUND', { reason: 'There is no workspace yet: run npm start, open the page and create your account first.' });
  if (!first) {
    const names = [...new Set(owners.map((workspace) => `"${workspace.name}"`))];
    throw new Refusal('NOT_FOUND', { reason: `There is no workspace "${name ?? ''}". There is ${names.slice(0, 5).join(', ')}.` });
  }
  return { workspaceId: first.id, viewer: { personId: first.person_id, session: '' } };
}

const sentenceOf = ({ code, details }: Refusal) =>
  typeof details['reason'] === 'string' ? details['reason'] : `The import was refused: ${code}.`;

const inJson = ({ id, source, boardId, boardKey, boardName, at, undoableUntil, receipt }: ImportRun) => ({
  written: id !== null,
  id,
  source,
  boardId,
  boardKey,
  boardName,
  at,
  undoableUntil,
  receipt,
});

function inWords(run: ImportRun): string {
  const lines = receiptInWords(run.receipt, run.id !== null);
  if (run.id === null) lines.push('Nothing was written.');
  else if (run.undoableUntil)
    lines.push(`Board ${run.boardKey ?? ''}. Can be undone on the import page until ${run.undoableUntil.toISOString().slice(0, 10)}.`);
  return lines.join('\n');
}
