import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { StoredFile } from './file.store';
import { isPicture } from './picture';

/** A file's name in a header: plain letters for old programs, everything for the others (RFC 6266, RFC 8187). */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Hands over a stored file. Only pictures whose content says so are shown; everything else is a download that no browser opens as a page. */
export async function deliver(
  req: Request,
  res: Response,
  { file, name, content }: { file: StoredFile; name: string; content: () => Promise<Readable> },
) {
  const picture = isPicture(file.mediaType);
  res.set({
    'content-type': picture ? file.mediaType : 'application/octet-stream',
    'content-disposition': disposition(picture ? 'inline' : 'attachment', name),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    // Asked for each time, so that somebody who may no longer read it gets nothing; what is unchanged is not sent again.
    'cache-control': 'private, no-cache',
    etag: `"${file.sha256}"`,
  });
  if (req.headers['if-none-match']?.includes(file.sha256)) return void res.status(304).end();
  const stream = await content();
  res.set('content-length', String(file.bytes));
  if (req.method === 'HEAD') {
    stream.destroy();
    return void res.end();
  }
  // A reader who leaves in the middle is no fault.
  await pipeline(stream, res).catch(() => res.destroy());
}
