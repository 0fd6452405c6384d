import { type RefusalCode, refusalCodes } from '@baton/domain';
import type { RefusalShown } from '../ui/refusals';

/** Why a file did not arrive. */
export class SendProblem extends Error {
  constructor(readonly refusal: RefusalShown) {
    super(refusal.code);
  }
}

const unreachable = {
  code: 'BAD_INPUT' as const,
  details: { reason: 'The server cannot be reached. Check your connection and try again.' },
};

export interface Sending<T> {
  arrived: Promise<T>;
  stop: () => void;
}

/** Sends a file and answers what the server says of it. XMLHttpRequest, because fetch cannot say how far it is. */
export function sendFile<T>(
  path: string,
  file: { name: string; content: Blob },
  onProgress: (part: number) => void = () => undefined,
): Sending<T> {
  const request = new XMLHttpRequest();
  const arrived = new Promise<T>((resolve, reject) => {
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-baton-request', '1');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, '')));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status >= 200 && request.status < 300 && answer) return resolve(answer as T);
      const code: RefusalCode = refusalCodes.find((known) => known === answer?.['code']) ?? 'INTERNAL';
      return reject(new SendProblem({ code, details: (answer?.['details'] ?? {}) as RefusalShown['details'] }));
    };
    request.onerror = () => reject(new SendProblem(unreachable));
    request.onabort = () => reject(new SendProblem({ code: 'BAD_INPUT', details: { reason: 'Stopped.' } }));
    request.send(file.content);
  });
  return { arrived, stop: () => request.abort() };
}

function read(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** A size as people read it. */
export const sizeInWords = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
