import { type RefusalCode, refusalCodes } from '@baton/domain';
import type { RefusalShown } from '../ui/refusals';

/** Why a file did not arrive. */
export class UploadProblem extends Error {
  constructor(readonly refusal: RefusalShown) {
    super(refusal.code);
  }
}

/** Sends a file and answers the id under which the server keeps it. XMLHttpRequest, because fetch cannot say how far it is. */
export function upload(file: File, onProgress: (part: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/uploads');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-baton-request', '1');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = JSON.parse(request.responseText || '{}') as { id?: string; code?: string; details?: Record<string, unknown> };
      if (answer.id) return resolve(answer.id);
      const code: RefusalCode = refusalCodes.find((known) => known === answer.code) ?? 'INTERNAL';
      return reject(new UploadProblem({ code, details: answer.details ?? {} }));
    };
    request.onerror = () =>
      reject(
        new UploadProblem({
          code: 'BAD_INPUT',
          details: { reason: 'The server cannot be reached. Check your connection and choose the file again.' },
        }),
      );
    request.send(file);
  });
}
