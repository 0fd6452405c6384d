import { useCallback } from 'react';
import { type DecisionStep, decisionName } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { sentenceOf } from '../ui/refusals';

/** Takes a step of a decision; answers the sentence of a refusal, or null when it is done. */
export type TakeStep = (step: DecisionStep, more?: Record<string, unknown>) => Promise<string | null>;

export function useStep(decision: { id: string; boardId: string; number: number }): TakeStep {
  const { run } = useCommand();
  const { id, boardId, number } = decision;
  return useCallback(
    async (step, more = {}) => {
      const { refusal } = await run({
        ...{ boardId, operation: 'stepDecision', words: decisionName(number), undo: 'none' },
        input: { decisionId: id, step, ...more },
      });
      return refusal ? sentenceOf(refusal) : null;
    },
    [run, id, boardId, number],
  );
}
