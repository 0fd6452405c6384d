import { HttpException } from '@nestjs/common';
import { Refusal } from '@baton/domain';
import type { Request } from 'express';
import type { ViewerFinder } from '../graphql/graphql.module';
import type { Viewer } from '../graphql/context';
import { refusalOf } from '../graphql/errors';

const statusOf: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, TOO_LARGE: 413, INTERNAL: 500 };

/** Runs what a plain HTTP route does, and answers refusals as GraphQL does: a code and its details. */
export async function answering<T>(req: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Whoever sent it has gone: nobody reads the answer, and it is no fault of ours.
    if (req.readableAborted && !(error instanceof Refusal)) throw new HttpException({ code: 'BAD_INPUT', details: {} }, 400);
    const { code, details } = refusalOf(error);
    throw new HttpException({ code, details }, statusOf[code] ?? 400);
  }
}

/** The caller of a plain HTTP route. */
export async function viewerOf(viewers: ViewerFinder, req: Request): Promise<Viewer> {
  const viewer = await viewers.find(req.headers.cookie);
  if (!viewer) throw new Refusal('UNAUTHENTICATED');
  return viewer;
}

/** The caller who sends something. The header of our own makes a browser ask first before another site can send it. */
export async function senderOf(viewers: ViewerFinder, req: Request): Promise<Viewer> {
  const viewer = await viewerOf(viewers, req);
  if (req.headers['x-baton-request'] !== '1') throw new Refusal('FORBIDDEN');
  return viewer;
}

/** The file's name of a request. Names travel percent-encoded; one that is not stays as it is. */
export function fileNameOf(req: Request): string {
  const header = req.headers['x-file-name'];
  const name = typeof header === 'string' && header !== '' ? header : 'file';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
