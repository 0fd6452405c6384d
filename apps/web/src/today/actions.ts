import type { BriefLine } from '@baton/domain';
import type { Command } from '../command/useCommand';

/** What opens under a row, with its board. */
export type Inline = 'answer' | 'offer' | 'handoff';

/** What can be done with a line: at once by a command, in place, or where the task is. */
export interface Actions {
  /** Fulfils it with one key; null where it needs words. */
  done: (Pick<Command, 'operation' | 'input'> & { words: string; label?: string }) | null;
  /** Only a mark of one's own ends it. */
  ends?: boolean;
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
  if (object === 'status-update')
    return line.answers.length > 0 ? { ...inPlace, main: 'Read' } : { done: null, main: 'Open', answer: 'open', delegate: null };
  if (object === 'check-in') {
    const [, checkInId, on] = key.split(':');
    const pass = { checkInId, on, pass: true, words: [], finishedIds: [], movingIds: [], stuck: [] };
    return {
      ...{ main: 'Answer', answer: 'open', delegate: null },
      done: { operation: 'answerCheckIn', input: pass, words: `Passed: ${line.text}`, label: 'Pass' },
    };
  }
  if (object === 'handoff') return { ...inPlace, main: 'Look' };
  if (key.startsWith('counter:')) return inPlace;
  const open: Actions = { done: null, main: 'Open', answer: 'open', delegate: null };
  if (key.startsWith('leaving:')) return { ...open, main: 'Look through' };
  if (key.startsWith('stale:')) return { ...open, main: 'Look through', ends: true };
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
export function addressOf(line: Pick<BriefLine, 'boardKey' | 'taskKey' | 'object' | 'objectId' | 'key' | 'number'>): string {
  const board = `/b/${line.boardKey}`;
  if (line.object === 'decision' && line.number !== undefined) return `${board}/d/${line.number}`;
  if (line.object === 'status-update') return `${board}/status#s-${line.objectId}`;
  if (line.object === 'check-in') return `${board}/check-ins/${line.key.split(':').slice(1).join('/')}`;
  if (line.key.startsWith('leaving:')) return `/leave/${line.objectId}`;
  if (line.key.startsWith('stale:')) return `${board}/stale`;
  const number = line.taskKey?.split('-').at(-1);
  const page = number ? `${board}/${number}` : board;
  return line.object === 'comment' ? `${page}#c-${line.objectId}` : page;
}
