import type { CheckInAnswer, CheckInPrefill, NamedTask } from '@baton/domain';

export const places = ['finished', 'moving', 'stuck', 'out'] as const;
export type Place = (typeof places)[number];

/** What stands in the way of a task, and who could unblock it. */
export interface StuckDraft {
  text: string;
  /** A person's id, or `outside`; null while nobody is chosen. */
  who: string | null;
  outside: string;
  checkOn: string | null;
}
export const notStuck: StuckDraft = { text: '', who: null, outside: '', checkOn: null };

/** An answer as it is being written; kept as text until it is sent. */
export interface AnswerDraft {
  words: Record<string, string>;
  /** Where the person put a task, where that is not where it stands anyway. */
  places: Record<string, Place>;
  stuck: Record<string, StuckDraft>;
}
const empty: AnswerDraft = { words: {}, places: {}, stuck: {} };

/** A draft as it was kept; anything else begins anew. */
export function readDraft(text: string): AnswerDraft {
  try {
    return { ...empty, ...(JSON.parse(text) as Partial<AnswerDraft>) };
  } catch {
    return empty;
  }
}

export interface PlacedTask extends NamedTask {
  place: Place;
}

/** Every task that the answer can name, with the place it has: as the person put it, as they said before, or as the log has it. */
export function placedTasks(
  draft: AnswerDraft,
  answer: CheckInAnswer | null,
  prefill: CheckInPrefill | null,
  named: (taskId: string) => NamedTask | null,
): PlacedTask[] {
  const from = answer ?? prefill;
  const begun = new Map<string, PlacedTask>();
  for (const place of ['finished', 'moving', 'stuck'] as const)
    for (const task of from?.[place] ?? []) begun.set(task.taskId, { taskId: task.taskId, number: task.number, title: task.title, place });
  for (const [taskId, place] of Object.entries(draft.places)) {
    const task = begun.get(taskId) ?? named(taskId);
    if (task) begun.set(taskId, { ...task, place });
  }
  return [...begun.values()].toSorted((a, b) => a.number - b.number);
}

/** What was said before about a question or a task, unless it was written anew. */
export const wordsOf = (draft: AnswerDraft, answer: CheckInAnswer | null, question: string): string =>
  draft.words[question] ?? answer?.words.find((one) => one.question === question)?.text ?? '';
export const stuckOf = (draft: AnswerDraft, answer: CheckInAnswer | null, taskId: string): StuckDraft =>
  draft.stuck[taskId] ?? { ...notStuck, text: answer?.stuck.find((one) => one.taskId === taskId)?.text ?? '' };

/** The answer as the server takes it. */
export function inputOf(draft: AnswerDraft, answer: CheckInAnswer | null, questions: readonly string[], tasks: readonly PlacedTask[]) {
  const ids = (place: Place) => tasks.filter((task) => task.place === place).map(({ taskId }) => taskId);
  return {
    words: questions.map((question) => ({ question, text: wordsOf(draft, answer, question) })),
    finishedIds: ids('finished'),
    movingIds: ids('moving'),
    stuck: ids('stuck').map((taskId) => {
      const { text, who, outside, checkOn } = stuckOf(draft, answer, taskId);
      return { taskId, text, ...(who === 'outside' ? { outside, checkOn } : { personId: who }) };
    }),
  };
}
