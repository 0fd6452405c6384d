import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { limits } from '@baton/domain';
import { SendProblem, sendFile } from '../file/send';
import { sentenceOf } from '../ui/refusals';
import type { TaskFile } from './markdownScene';
import { SentFilesContext } from './TaskFiles';

/** A file on its way. */
export interface OnItsWay {
  key: string;
  file: File;
  /** How much of it has arrived, 0 to 1. */
  part: number;
  problem: string | null;
  stop: () => void;
}

/** A picture from the clipboard is called image.png by every browser; the time tells them apart. */
function nameOf(file: File): string {
  if (file.name !== '' && file.name !== 'image.png') return file.name;
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `picture ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}.${file.type.split('/')[1] ?? 'png'}`;
}

/** Sends files for a task. Each says how far it is, can be stopped and tried again; what arrived is given to `onArrived`. */
export function useSendFiles(taskId: string, onArrived: (file: TaskFile) => void) {
  const [files, setFiles] = useState<readonly OnItsWay[]>([]);
  const { add } = useContext(SentFilesContext);
  const arrived = useRef(onArrived);
  const all = useRef(files);
  useEffect(() => {
    arrived.current = onArrived;
    all.current = files;
  });
  // Nobody waits for what was on its way when the editor closes.
  useEffect(() => () => all.current.forEach(({ stop, problem }) => problem === null && stop()), []);

  const change = useCallback(
    (key: string, fields: Partial<OnItsWay>) => setFiles((now) => now.map((one) => (one.key === key ? { ...one, ...fields } : one))),
    [],
  );
  const drop = useCallback((key: string) => setFiles((now) => now.filter((one) => one.key !== key)), []);

  const start = useCallback(
    (key: string, file: File) => {
      const { arrived: done, stop } = sendFile<TaskFile>(`/files/${taskId}`, { name: nameOf(file), content: file }, (part) =>
        change(key, { part }),
      );
      done.then(
        (sent) => {
          drop(key);
          add(sent);
          arrived.current(sent);
        },
        (error: unknown) =>
          change(key, { problem: error instanceof SendProblem ? sentenceOf(error.refusal) : 'This file could not be sent.' }),
      );
      return stop;
    },
    [add, change, drop, taskId],
  );
  const send = useCallback(
    (chosen: readonly File[]) => {
      const next = chosen.map((file): OnItsWay => {
        const key = crypto.randomUUID();
        const tooLarge = file.size > limits.fileBytes ? sentenceOf({ code: 'TOO_LARGE', details: { limit: limits.fileBytes } }) : null;
        return { key, file, part: 0, problem: tooLarge, stop: tooLarge ? () => undefined : start(key, file) };
      });
      setFiles((now) => [...now, ...next]);
    },
    [start],
  );
  const again = useCallback(({ key, file }: OnItsWay) => change(key, { part: 0, problem: null, stop: start(key, file) }), [change, start]);
  const leaveOut = useCallback(
    ({ key, problem, stop }: OnItsWay) => {
      if (problem === null) stop();
      drop(key);
    },
    [drop],
  );
  return { files, send, again, leaveOut, waiting: files.some(({ problem }) => problem === null) };
}
