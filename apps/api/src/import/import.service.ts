import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Change, Refusal } from '@baton/domain';
import { type BoardImport, type ImportReceipt, readBoard } from '@baton/importers';
import { DataSource, type EntityManager } from 'typeorm';
import { BoardService } from '../board/board.service';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { Uploads } from '../upload/upload.module';
import { deriveDeadlines, exemptImported } from '../task/deadline';
import { Access } from '../workspace/access';
import { type ImportRun, findRuns } from './import-run';
import { writeBoard } from './import.board';
import type { ImportInput } from './import.inputs';
import { ImportPeople, type MatchedPeople } from './import.people';
import { type Ref, writeRefs } from './import.refs';
import { recountTasks } from './import.tables';
import { type TargetBoard, targetBoard } from './import.target';
import { BoardWriter, type ChangedRow } from './import.writer';

export type ImportRequest = Omit<ImportInput, 'uploadId'>;

/** What undo needs; kept beside the run and never shown. */
export interface ImportUndo {
  /** Names the content that was sent, so that the same command id with another file is refused. */
  sent: string;
  /** How many imports the board had before; clocks can tie, this cannot. */
  nth: number;
  newBoard: boolean;
  rename: { before: string; after: string } | null;
  placeholderIds: string[];
  changed: ChangedRow[];
  refsBefore: Ref[];
}

/** A file that was read, on its way into the workspace. */
interface Reading {
  board: BoardImport;
  sent: string;
}

/** Rolls the transaction back and carries out what it found. */
class RolledBack extends Error {
  constructor(readonly run: ImportRun) {
    super('a preview writes nothing');
  }
}

@Injectable()
export class ImportService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly uploads: Uploads,
    private readonly boards: BoardService,
    private readonly people: ImportPeople,
  ) {}

  /** Imports of the workspace, newest first. */
  async list(viewer: Viewer, workspaceId: string): Promise<ImportRun[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'import.run', workspaceId);
    return findRuns(this.db, 'r.workspace_id = $1', workspaceId, this.clock.now());
  }

  /** What running would bring: the real run, rolled back. */
  async preview(viewer: Viewer, input: ImportInput): Promise<ImportRun> {
    return this.previewBytes(viewer, input, await this.uploaded(viewer, input));
  }

  /** Imports the uploaded file in one transaction; sent again with the same command id it answers the first run. */
  async run(viewer: Viewer, input: ImportInput): Promise<ImportRun> {
    return this.runBytes(viewer, input, await this.uploaded(viewer, input));
  }

  /** The preview of a file that is at hand, as the command line has it. */
  async previewBytes(viewer: Viewer, request: ImportRequest, bytes: Uint8Array): Promise<ImportRun> {
    const reading = await this.read(viewer, request, bytes);
    const rolledBack = this.db.transaction(async (tx): Promise<ImportRun> => {
      throw new RolledBack(await this.write(tx, viewer, request, reading));
    });
    return rolledBack.catch(async (error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
      const { run } = error;
      await this.forgetNewPlaceholders(run.receipt);
      return Object.assign(run, { id: null, undoableUntil: null, boardId: run.receipt.updatesBoard ? run.boardId : null });
    });
  }

  /** Placeholders that the preview made are gone with it: their ids mean nothing. */
  private async forgetNewPlaceholders({ people }: ImportReceipt) {
    const ids = people.flatMap(({ taken }) => taken.personId ?? []);
    const here = new Set((await select<{ id: string }>(this.db, 'select id from person where id = any($1)', [ids])).map(({ id }) => id));
    for (const { taken } of people) if (taken.personId && !here.has(taken.personId)) taken.personId = null;
  }

  /** Imports a file that is at hand. */
  async runBytes(viewer: Viewer, request: ImportRequest, bytes: Uint8Array): Promise<ImportRun> {
    const reading = await this.read(viewer, request, bytes);
    return this.db.transaction((tx) => this.write(tx, viewer, request, reading));
  }

  private async uploaded(viewer: Viewer, input: ImportInput): Promise<Uint8Array> {
    await this.access.requireInWorkspace(this.db, viewer, 'import.run', input.workspaceId);
    return this.uploads.read(viewer, input.uploadId);
  }

  private async read(viewer: Viewer, request: ImportRequest, bytes: Uint8Array): Promise<Reading> {
    await this.access.requireInWorkspace(this.db, viewer, 'import.run', request.workspaceId);
    const result = readBoard(bytes);
    if ('refusal' in result) throw new Refusal('UNREADABLE_FILE', { reason: result.refusal });
    const sent = createHash('sha256')
      .update(JSON.stringify([request.boardName, request.people]))
      .update(bytes)
      .digest('base64url');
    return { board: result.board, sent };
  }

  private async write(tx: EntityManager, viewer: Viewer, request: ImportRequest, { board, sent }: Reading): Promise<ImportRun> {
    const { workspaceId } = request;
    await this.access.requireInWorkspace(tx, viewer, 'import.run', workspaceId);
    // One import at a time per workspace: two files of the same new board would both find that it is not here yet.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 12))', [workspaceId]);
    const first = await this.firstAnswer(tx, viewer, request, sent);
    if (first) return first;

    const [importId, now] = [randomUUID(), this.clock.now()];
    const target = await targetBoard(tx, this.boards, viewer, request, board);
    const matched = await this.people.match(tx, { workspaceId, source: board.source, importId, now }, board.people, request.people);
    const writer = await BoardWriter.on(tx, board.source, { workspaceId, boardId: target.id, importId, foreignBoardId: board.foreignId });
    await writeBoard(tx, writer, board, { boardId: target.id, zone: target.zone, now, people: matched.ids });
    await recountTasks(tx, target.id);
    await deriveDeadlines(tx, target.id);
    await exemptImported(tx, target.id);

    const receipt = receiptOf(board, target, matched, writer);
    await this.keep(tx, viewer, request, { importId, now, target, receipt, undo: undoOf(sent, target, matched, writer) });
    await writeRefs(tx, workspaceId, board.source, [
      ...target.refs.map((ref) => ({ ...ref, import_id: target.refsBefore[0]?.import_id ?? importId })),
      ...matched.refs,
      ...writer.refs,
    ]);
    if (receipt.writes.created + receipt.writes.updated > 0 || target.isNew) await this.tell(tx, viewer, request, target, now);
    return this.one(tx, importId);
  }

  private async firstAnswer(
    tx: EntityManager,
    viewer: Viewer,
    { workspaceId, commandId }: ImportRequest,
    sent: string,
  ): Promise<ImportRun | null> {
    const [run] = await select<{ id: string; same: boolean }>(
      tx,
      `select id, by_id = $2 and workspace_id = $3 and undo ->> 'sent' = $4 as same from import_run where command_id = $1`,
      [commandId, viewer.personId, workspaceId, sent],
    );
    const [event] = run ? [] : await select(tx, 'select 1 from event where command_id = $1 limit 1', [commandId]);
    if (event || (run && !run.same)) throw new Refusal('COMMAND_REUSED');
    return run ? this.one(tx, run.id) : null;
  }

  private async keep(
    tx: EntityManager,
    viewer: Viewer,
    { workspaceId, commandId }: ImportRequest,
    run: { importId: string; now: Date; target: TargetBoard; receipt: ImportReceipt; undo: ImportUndo },
  ) {
    await tx.query(
      `insert into import_run (id, workspace_id, command_id, source, board_id, board_name, by_id, at, receipt, undo)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        run.importId,
        workspaceId,
        commandId,
        run.receipt.source,
        run.target.id,
        run.receipt.boardName,
        viewer.personId,
        run.now,
        JSON.stringify(run.receipt),
        JSON.stringify(run.undo),
      ],
    );
  }

  private async tell(tx: EntityManager, viewer: Viewer, { workspaceId, commandId }: ImportRequest, target: TargetBoard, now: Date) {
    const { seq } = await nextSeq(tx, target.id);
    const changes: Change[] = target.rename ? [{ type: 'board', id: target.id, fields: { name: target.rename.after } }] : [];
    const facts = { boardId: target.id, workspaceId, seq, at: now, actorId: viewer.personId, commandId, commandHash: '' };
    await record(tx, { ...facts, kind: 'board.imported', changes, resync: true });
  }

  private async one(tx: EntityManager, id: string): Promise<ImportRun> {
    const [run] = await findRuns(tx, 'r.id = $1', id, this.clock.now());
    if (!run) throw new Refusal('NOT_FOUND');
    return run;
  }
}

function receiptOf(board: BoardImport, target: TargetBoard, matched: MatchedPeople, writer: BoardWriter): ImportReceipt {
  const writes = writer.finish();
  return {
    source: board.source,
    boardName: target.name,
    updatesBoard: !target.isNew,
    counts: board.counts,
    people: matched.receipt,
    losses: board.losses,
    adapted: board.adapted,
    writes: {
      ...writes,
      created: writes.created + (target.isNew ? 1 : 0) + matched.placeholderIds.length,
      updated: writes.updated + (target.rename ? 1 : 0),
      keptYours: writes.keptYours + (target.keptName ? 1 : 0),
    },
  };
}

const undoOf = (sent: string, target: TargetBoard, matched: MatchedPeople, writer: BoardWriter): ImportUndo => ({
  sent,
  nth: target.importsBefore,
  newBoard: target.isNew,
  rename: target.rename,
  placeholderIds: matched.placeholderIds,
  changed: writer.changed,
  refsBefore: [...target.refsBefore, ...matched.refsBefore, ...writer.refsBefore],
});
