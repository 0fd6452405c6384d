import { useMutation } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import type { BriefLine, Mark, MarkKind } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';

const MarkLinesDocument = graphql(`
  mutation MarkLines($workspaceId: ID!, $marks: [MarkInput!]!) {
    markLines(workspaceId: $workspaceId, marks: $marks)
  }
`);

/** What becomes of a line in the reader's own list. */
export type Wanted = { mark: MarkKind; until?: string } | null;

/** Marks lines at once, and tells the server; what it refuses is taken back with a sentence. */
export function useMarks(known: readonly Mark[], refetch: () => Promise<unknown>) {
  const { workspace } = useViewer();
  const [send] = useMutation(MarkLinesDocument);
  const [over, setOver] = useState<ReadonlyMap<string, Mark | null>>(new Map());
  const [fault, setFault] = useState<string | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const markOf = useCallback(
    (key: string): Mark | undefined => {
      const now = over.get(key);
      return now === undefined ? known.find((mark) => mark.key === key) : (now ?? undefined);
    },
    [over, known],
  );
  const put = useCallback(
    async (line: BriefLine, wanted: Wanted) => {
      setFault(null);
      const mark: Mark | null = wanted && {
        key: line.key,
        mark: wanted.mark,
        seq: line.seq,
        until: wanted.until ?? null,
        line,
        at: new Date().toISOString(),
      };
      setOver((before) => new Map(before).set(line.key, mark));
      const input = { key: line.key, mark: wanted?.mark ?? null, until: wanted?.until ?? null, seq: line.seq, line: kept(line) };
      // One after the other: a mark and its undo must not overtake each other, nor be read before both are written.
      const sent = queue.current.then(async () => {
        try {
          await send({ variables: { workspaceId: workspace.id, marks: [input] } });
          await refetch();
        } catch (error) {
          setFault(sentenceFor(error));
        }
        // The server's own answer stands now.
        setOver((before) => without(before, line.key, mark));
      });
      queue.current = sent;
      await sent;
    },
    [send, workspace.id, refetch],
  );
  return { markOf, put, fault };
}

/** Forgets a mark that was shown before the server had it, unless the reader did something else since. */
function without(marks: ReadonlyMap<string, Mark | null>, key: string, mark: Mark | null) {
  if (marks.get(key) !== mark) return marks;
  const next = new Map(marks);
  next.delete(key);
  return next;
}

/** The line as it is kept for the pile: no more than a line has. */
const kept = ({ section, key, object, objectId, workspaceId, boardId, boardKey, boardName, ...rest }: BriefLine): BriefLine => ({
  section,
  key,
  object,
  objectId,
  workspaceId,
  boardId,
  boardKey,
  boardName,
  taskId: rest.taskId,
  taskKey: rest.taskKey,
  taskTitle: rest.taskTitle,
  text: rest.text,
  reason: rest.reason,
  class: rest.class,
  byId: rest.byId,
  byName: rest.byName,
  by: rest.by,
  at: rest.at,
  seq: rest.seq,
  answers: rest.answers,
});
