import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { BoardEvent, DecisionLine, DecisionPage } from '@baton/domain';
import { onBoardEvent } from '../command/fold';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';

const DecisionDocument = graphql(`
  query Decision($workspaceId: ID!, $key: String!, $number: Int!) {
    decision(workspaceId: $workspaceId, key: $key, number: $number)
  }
`);
const DecisionsDocument = graphql(`
  query Decisions($workspaceId: ID!, $boardId: ID, $search: String) {
    decisions(workspaceId: $workspaceId, boardId: $boardId, search: $search)
  }
`);
const TaskDecisionsDocument = graphql(`
  query TaskDecisions($taskId: ID!) {
    taskDecisions(taskId: $taskId)
  }
`);

const longestWait = 2_000_000_000;

/** Reads again when an event touches a decision, and at the moment when the clock moves one. */
function useFreshness(refetch: () => Promise<unknown>, touches: (event: BoardEvent) => boolean, nextAt: number | null) {
  useEffect(
    () =>
      onBoardEvent((event) => {
        if (event.resync || touches(event)) void refetch().catch(() => undefined);
      }),
    [refetch, touches],
  );
  useEffect(() => {
    if (nextAt === null) return undefined;
    const wait = nextAt - Date.now() + 500;
    if (wait <= 0 || wait > longestWait) return undefined;
    const timer = setTimeout(() => void refetch().catch(() => undefined), wait);
    return () => clearTimeout(timer);
  }, [refetch, nextAt]);
}

const touchesDecisions = (event: BoardEvent) => event.changes.some(({ type }) => type === 'decision' || type === 'person');
const soonest = (times: readonly (number | null)[]) => {
  const coming = times.filter((at): at is number => at !== null && at > Date.now());
  return coming.length > 0 ? Math.min(...coming) : null;
};

/** One decision's page. */
export function useDecision(key: string, number: number) {
  const { workspace } = useViewer();
  const { data, error, refetch } = useQuery(DecisionDocument, {
    variables: { workspaceId: workspace.id, key, number },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.decision as DecisionPage | undefined;
  useFreshness(refetch, touchesDecisions, page ? soonest([page.standing.closesAt, page.standing.decideBy]) : null);
  return { page, error: page ? undefined : error, refetch };
}

const nextOf = (lines: readonly DecisionLine[] | undefined) =>
  soonest(
    (lines ?? []).flatMap(({ state, closesAt, decideBy }) => {
      const next = state === 'open' ? closesAt : state === 'awaiting' || state === 'contested' ? decideBy : null;
      return next ? [Date.parse(next)] : [];
    }),
  );

/** The log of a board, or of the workspace. */
export function useDecisions(boardId: string | null) {
  const { workspace } = useViewer();
  const { data, error, refetch } = useQuery(DecisionsDocument, {
    variables: { workspaceId: workspace.id, boardId },
    fetchPolicy: 'cache-and-network',
    pollInterval: boardId ? 0 : 60_000,
  });
  const lines = data?.decisions as DecisionLine[] | undefined;
  useFreshness(refetch, touchesDecisions, nextOf(lines));
  return { lines, error: lines ? undefined : error };
}

const none: readonly DecisionLine[] = [];

/** The decisions whose record has some words: its reason and its context too, which the lines do not show. */
export function useFoundDecisions(boardId: string | null, words: string): readonly DecisionLine[] {
  const { workspace } = useViewer();
  const { data } = useQuery(DecisionsDocument, {
    variables: { workspaceId: workspace.id, boardId, search: words },
    fetchPolicy: 'cache-and-network',
    skip: words === '',
  });
  return words === '' ? none : ((data?.decisions as DecisionLine[] | undefined) ?? none);
}

/** The decisions of a task, those in force first. */
export function useTaskDecisions(taskId: string) {
  const { data, refetch } = useQuery(TaskDecisionsDocument, { variables: { taskId }, fetchPolicy: 'cache-and-network' });
  const lines = data?.taskDecisions as DecisionLine[] | undefined;
  useFreshness(refetch, touchesDecisions, nextOf(lines));
  return lines ?? [];
}
