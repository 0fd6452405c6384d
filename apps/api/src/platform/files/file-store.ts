import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@baton/domain';

/** What was kept of a stream. */
export interface Kept {
  bytes: number;
  sha256: string;
  /** The beginning, by which it is known what it is. */
  head: Buffer;
}

/** Where files are kept. Keys are uuids that we make; nothing of a file's own name reaches the disk. */
export abstract class FileStore {
  /** Keeps the stream; beyond `limit` bytes it refuses with TOO_LARGE and keeps nothing. What it answers for is on the disk. */
  abstract put(key: string, content: Readable, limit: number): Promise<Kept>;
  /** The content, or NOT_FOUND. */
  abstract get(key: string): Promise<Readable>;
  abstract remove(key: string): Promise<void>;
  /** Everything that is there, and since when. */
  abstract list(): AsyncIterable<{ key: string; at: Date }>;
}

const keyPattern = /^[0-9a-f-]{36}$/;
const headBytes = 512 * 1024;
const patience = 64 * 1024 * 1024;
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Files in a folder of the data directory; a file appears under its key only when it is whole and flushed. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  private pathOf(key: string) {
    if (!keyPattern.test(key)) throw new Refusal('NOT_FOUND');
    return join(this.folder, key.slice(0, 2), key);
  }

  async put(key: string, content: Readable, limit: number) {
    const path = this.pathOf(key);
    const partial = `${path}.partial`;
    try {
      await mkdir(join(path, '..'), { recursive: true });
      const kept = await write(content, partial, limit);
      await flush(partial);
      await rename(partial, path);
      // Without this a power cut can lose the name while the database remembers it. Windows flushes no folders.
      if (process.platform !== 'win32') await flush(join(path, '..'));
      return kept;
    } catch (error) {
      await rm(partial, { force: true });
      if (full.has(String((error as { code?: unknown }).code)))
        throw new Refusal('BAD_INPUT', {
          reason: 'The server has no room for this file. Tell whoever runs Baton; what you wrote is kept.',
        });
      throw error;
    }
  }

  async get(key: string) {
    const stream = createReadStream(this.pathOf(key));
    await new Promise<void>((resolve, reject) => {
      stream.once('open', () => resolve());
      stream.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? new Refusal('NOT_FOUND') : error));
    });
    return stream;
  }

  async remove(key: string) {
    for (const path of [this.pathOf(key), `${this.pathOf(key)}.partial`]) await rm(path, { force: true });
  }

  async *list() {
    for (const folder of await readdir(this.folder).catch(() => []))
      for (const name of await readdir(join(this.folder, folder)).catch(() => [])) {
        const found = await stat(join(this.folder, folder, name)).catch(() => null);
        // A write that was cut off is found, and removed, by its key as well.
        if (found?.isFile()) yield { key: name.replace(/\.partial$/, ''), at: found.mtime };
      }
  }
}

async function write(content: Readable, path: string, limit: number): Promise<Kept> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  await pipeline(
    content,
    async function* (source) {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        if (bytes < headBytes) head.push(chunk);
        bytes += chunk.length;
        // Read to its end all the same, up to a bound: whoever is still sending hears no answer.
        if (bytes > limit + patience) break;
        if (bytes > limit) continue;
        hash.update(chunk);
        yield chunk;
      }
      if (bytes > limit) throw new Refusal('TOO_LARGE', { limit });
    },
    createWriteStream(path, { flags: 'w', mode: 0o600 }),
  );
  return { bytes, sha256: hash.digest('hex'), head: Buffer.concat(head) };
}

async function flush(path: string) {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
