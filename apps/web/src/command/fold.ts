import { type BoardEvent, type BoardSnapshot, applyEvent } from '@baton/domain';
import { graphql } from '../gql';
import { client } from '../session/apollo';

export const BoardSnapshotDocument = graphql(`
  query BoardSnapshot($workspaceId: ID!, $key: String!) {
    boardSnapshot(workspaceId: $workspaceId, key: $key)
  }
`);
const BoardEventsDocument = graphql(`
  query BoardEvents($boardId: ID!, $afterSeq: Int!) {
    boardEvents(boardId: $boardId, afterSeq: $afterSeq) {
      ...Event
    }
  }
`);

/** The open boards of this page: how to read and write each in Apollo's cache, and how to load it anew. */
export interface OpenBoard {
  read(): BoardSnapshot | null;
  write(board: BoardSnapshot): void;
  reload(): Promise<unknown>;
}
const open = new Map<string, OpenBoard>();
const listeners = new Set<(event: BoardEvent) => void>();
const filling = new Set<string>();

/** Registers an open board; answers how to close it. */
export function openBoard(boardId: string, board: OpenBoard) {
  open.set(boardId, board);
  return () => void (open.get(boardId) === board && open.delete(boardId));
}

/** Calls back for every event that reaches this page. */
export function onBoardEvent(listener: (event: BoardEvent) => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Takes events in any order, repeated or with gaps: applies what follows, fetches what is missing, loads anew where an event says so. */
export function foldEvents(events: readonly BoardEvent[]) {
  for (const event of events) {
    const board = open.get(event.boardId);
    const known = board?.read();
    if (board && known && event.seq > known.seq) {
      if (event.resync) void board.reload();
      else {
        const next = applyEvent(known, event);
        if (next) board.write(next);
        else void fillGap(event.boardId);
      }
    }
    for (const listener of listeners) listener(event);
  }
}

/** Reads what this page missed; one request at a time per board. */
export async function fillGap(boardId: string): Promise<void> {
  const known = open.get(boardId)?.read();
  if (!known || filling.has(boardId)) return;
  filling.add(boardId);
  try {
    const { data } = await client.query({
      query: BoardEventsDocument,
      variables: { boardId, afterSeq: known.seq },
      fetchPolicy: 'no-cache',
    });
    const missed = (data?.boardEvents ?? []) as BoardEvent[];
    if (missed.length >= 500 || missed.some((event) => event.resync)) await open.get(boardId)?.reload();
    else foldEvents(missed);
  } finally {
    filling.delete(boardId);
  }
}
