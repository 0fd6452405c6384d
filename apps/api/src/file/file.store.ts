import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { EntityManager, DataSource } from 'typeorm';
import { select } from '../platform/database/database';
import type { FileStore, Kept } from '../platform/files/file-store';
import type { Sql } from '../platform/sql';
import { type Picture, pictureIn } from './picture';

/** Bytes that a workspace keeps. */
export interface StoredFile {
  id: string;
  workspaceId: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  width: number | null;
  height: number | null;
}

export const storedColumns = `s.id, s.workspace_id as "workspaceId", s.sha256, s.bytes::float8 as bytes, s.media_type as "mediaType", s.width, s.height`;

/**
 * Keeps a stream and lets `use` write what shows it, in one transaction: bytes first, then rows. Content that the workspace has already is
 * kept once. Whatever refuses, refuses without a trace.
 */
export async function keepFile<T>(
  { db, files }: { db: DataSource; files: FileStore },
  place: { workspaceId: string; limit: number; now: Date },
  content: Readable,
  use: (tx: EntityManager, file: StoredFile) => Promise<T>,
  check: (kept: Kept, picture: Picture | null) => void = () => undefined,
): Promise<T> {
  const key = randomUUID();
  const kept = await files.put(key, content, place.limit);
  try {
    const picture = pictureIn(kept.head);
    check(kept, picture);
    const { used, id } = await db.transaction(async (tx) => {
      const file = await rowFor(tx, key, place, kept, picture);
      return { used: await use(tx, file), id: file.id };
    });
    if (id !== key) await files.remove(key);
    return used;
  } catch (error) {
    await files.remove(key);
    throw error;
  }
}

async function rowFor(
  tx: EntityManager,
  key: string,
  place: { workspaceId: string; now: Date },
  kept: Kept,
  picture: Picture | null,
): Promise<StoredFile> {
  const [row] = await select<StoredFile>(
    tx,
    `insert into stored_file as s (id, workspace_id, sha256, bytes, media_type, width, height, touched_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id, sha256) do update set touched_at = excluded.touched_at returning ${storedColumns}`,
    [
      key,
      place.workspaceId,
      kept.sha256,
      kept.bytes,
      picture?.mediaType ?? 'application/octet-stream',
      picture?.width ?? null,
      picture?.height ?? null,
      place.now,
    ],
  );
  if (!row) throw new Error('a stored file answers its row');
  return row;
}

/** The bytes of a row, or null. */
export const storedFile = async (sql: Sql, id: string): Promise<StoredFile | null> =>
  (await select<StoredFile>(sql, `select ${storedColumns} from stored_file s where s.id = $1`, [id]))[0] ?? null;
