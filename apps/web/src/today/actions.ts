import type { BriefLine } from '@baton/domain';
import type { Command } from '../command/useCommand';

/** What opens under a row, with its board. */
export type Inline = 'answer' | 'offer' | 'handoff';

/** What can be done with a line: at once by a command, in place, or where the task is. */
export interface Actions {
  /** Fulfils it with one key; null where it needs words. */
  done: (Pick<Command, 'operation' | 'input'> & { words: string }) | null;
  /** The button of the row. */
  main: string;
  answer: 'inline' | 'open';
  delegate: Inline | null;
}

const named = (line: BriefLine) => line.taskKey ?? line.boardName;

/** Asks, handoffs and proposals are answered in place; one's own tasks are done with one key. */
export function actionsOf(line: BriefLine & { state?: string }, doneColumn: string | undefined): Actions {
  const { object, objectId, key } = line;
  const inPlace: Actions = { done: null, main: 'Answer', answer: 'inline', delegate: null };
  if (object === 'ask') {
    if (key.startsWith('waiting:'))
      return line.state === 'answered'
        ? {
            ...inPlace,
            main: 'Read',
            done: { operation: 'stepAsk', input: { askId: objectId, step: 'accept' }, words: `Settled: ${named(line)}` },
          }
        : { ...inPlace, main: 'Look' };
    const mine = key === `ask:${objectId}`;
    const ack = mine && line.answers.includes('done');
    return {
      ...inPlace,
      main: ack ? 'Acknowledge' : 'Answer',
      delegate: mine ? 'offer' : null,
      done: ack ? { operation: 'stepAsk', input: { askId: objectId, step: 'answer', ack: 'done' }, words: `Done: ${named(line)}` } : null,
    };
  }
  if (object === 'handoff') return { ...inPlace, main: 'Look' };
  if (key.startsWith('counter:')) return inPlace;
  const open: Actions = { done: null, main: 'Open', answer: 'open', delegate: null };
  if (key.startsWith('wait:'))
    return {
      ...open,
      main: 'Done',
      done: { operation: 'editTasks', input: { taskIds: [objectId], wait: null }, words: `Done for ${line.byName ?? 'a colleague'}` },
    };
  if (!key.startsWith('task:')) return open;
  return {
    ...open,
    delegate: 'handoff',
    main: 'Done',
    done: doneColumn
      ? {
          operation: 'moveTasks',
          input: { taskIds: [objectId], columnId: doneColumn, afterTaskId: null },
          words: `Finished ${named(line)}`,
        }
      : { operation: 'editTasks', input: { taskIds: [objectId], done: true }, words: `Finished ${named(line)}` },
  };
}

/** Where a line leads: its task, at the comment that it speaks of; a decision's own page. */
export function addressOf(line: Pick<BriefLine, 'boardKey' | 'taskKey' | 'object' | 'objectId' | 'number'>): string {
  if (line.object === 'decision' && line.number) return `/b/${line.boardKey}/d/${line.number}`;
  if (line.object === 'check-in') return `/b/${line.boardKey}/check-ins`;
  const number = line.taskKey?.split('-').at(-1);
  const page = number ? `/b/${line.boardKey}/${number}` : `/b/${line.boardKey}`;
  return line.object === 'comment' ? `${page}#c-${line.objectId}` : page;
}
