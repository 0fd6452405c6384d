import { useMutation, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CatchUp } from '@baton/domain';
import { onBoardEvent } from '../command/fold';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';

export const CatchUpDocument = graphql(`
  query CatchUp($workspaceId: ID!, $allUpdates: Boolean) {
    catchUp(workspaceId: $workspaceId, allUpdates: $allUpdates)
  }
`);
const MoveWatermarksDocument = graphql(`
  mutation MoveWatermarks($workspaceId: ID!, $boards: [WatermarkInput!]!) {
    moveWatermarks(workspaceId: $workspaceId, boards: $boards)
  }
`);

/**
 * What was missed, as it was when one began to read: what is dealt with leaves, and what happens meanwhile is told the next time, so that
 * the list only ever gets shorter and "Caught up to here" never skips anything unread.
 */
export function useCatchUp() {
  const { me, workspace } = useViewer();
  const [allUpdates, setAllUpdates] = useState(false);
  const { data, previousData, error, refetch } = useQuery(CatchUpDocument, {
    variables: { workspaceId: workspace.id, allUpdates },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    // A reading that began before a change must not stand in for the one after it.
    context: { queryDeduplication: false },
  });
  const latest = (data ?? previousData)?.catchUp as CatchUp | undefined;
  const [first, setFirst] = useState<{ catchUp: CatchUp; allUpdates: boolean } | null>(null);
  if (data && latest && first?.allUpdates !== allUpdates) setFirst({ catchUp: latest, allUpdates });

  useEffect(() => onBoardEvent(({ actorId }) => void (actorId === me.id && refetch().catch(() => undefined))), [me.id, refetch]);
  const catchUp = useMemo(() => first && latest && stillOpen(first.catchUp, latest), [first, latest]);
  const [send] = useMutation(MoveWatermarksDocument);
  const move = useCallback(
    async (boards: { boardId: string; seq: number; at?: string | null }[]): Promise<string | null> => {
      try {
        await send({ variables: { workspaceId: workspace.id, boards } });
        const { data: next } = await refetch();
        if (next) setFirst({ catchUp: next.catchUp as CatchUp, allUpdates });
        return null;
      } catch (refused) {
        return sentenceFor(refused);
      }
    },
    [send, refetch, workspace.id, allUpdates],
  );
  return {
    catchUp: catchUp ?? undefined,
    all: first?.catchUp.brief.lines.length ?? 0,
    error: latest ? undefined : error,
    refetch,
    caughtUp: (boards: CatchUp['boards']) => move(boards.map(({ id, seq }) => ({ boardId: id, seq }))),
    moveBack: (boards: CatchUp['boards']) => move(boards.map(({ id, since, sinceAt }) => ({ boardId: id, seq: since, at: sinceAt }))),
    more: () => setAllUpdates(true),
  };
}

/** What one began with, without what was settled since, and with the marks of now. */
function stillOpen(first: CatchUp, latest: CatchUp): CatchUp {
  const open = new Set(latest.brief.lines.map(({ key }) => key));
  return { ...first, marks: latest.marks, brief: { ...first.brief, lines: first.brief.lines.filter(({ key }) => open.has(key)) } };
}
