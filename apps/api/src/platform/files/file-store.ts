import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@baton/domain';

/** Where files are kept. Keys are uuids that we make; nothing of a file's own name reaches the disk. */
export abstract class FileStore {
  /** Keeps the stream and answers its size in bytes; beyond `limit` bytes it refuses with TOO_LARGE and keeps nothing. */
  abstract put(key: string, content: Readable, limit: number): Promise<number>;
  abstract get(key: string): Readable;
  abstract remove(key: string): Promise<void>;
}

const keyPattern = /^[0-9a-f-]{36}$/;

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
    await mkdir(join(path, '..'), { recursive: true });
    const partial = `${path}.partial`;
    let bytes = 0;
    try {
      await pipeline(
        content,
        async function* (source) {
          for await (const chunk of source as AsyncIterable<Buffer>) {
            bytes += chunk.length;
            if (bytes > limit) throw new Refusal('TOO_LARGE', { limit });
            yield chunk;
          }
        },
        createWriteStream(partial, { flags: 'w', mode: 0o600 }),
      );
      const handle = await open(partial, 'r');
      await handle.sync();
      await handle.close();
      await rename(partial, path);
      return bytes;
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  get(key: string) {
    return createReadStream(this.pathOf(key));
  }

  async remove(key: string) {
    await rm(this.pathOf(key), { force: true });
  }

  /** All keys, for tests and sweeps. */
  async keys() {
    const folders = await readdir(this.folder).catch(() => []);
    return (await Promise.all(folders.map((f) => readdir(join(this.folder, f))))).flat();
  }
}
