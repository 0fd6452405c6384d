import { makeVar } from '@apollo/client';
import { useReactiveVar } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../gql';
import type { TaskNamesQuery } from '../gql/graphql';
import { client } from '../session/apollo';

const TaskNamesDocument = graphql(`
  query TaskNames($workspaceId: ID!, $keys: [String!]!) {
    taskNames(workspaceId: $workspaceId, keys: $keys) {
      key
      current
      title
      done
    }
  }
`);

export type TaskName = TaskNamesQuery['taskNames'][number];

/** What the server said of each key; null for one that means nothing to the reader. */
const known = makeVar<ReadonlyMap<string, TaskName | null>>(new Map());
let wanted = new Set<string>();

/** Asks once for all keys that a page shows. */
function ask(workspaceId: string) {
  const keys = [...wanted].slice(0, 100);
  wanted = new Set([...wanted].slice(100));
  if (keys.length === 0) return;
  void client.query({ query: TaskNamesDocument, variables: { workspaceId, keys }, fetchPolicy: 'no-cache' }).then(
    ({ data }) => {
      const found = new Map((data?.taskNames ?? []).map((name) => [name.key, name]));
      known(new Map([...known(), ...keys.map((key) => [key, found.get(key) ?? null] as const)]));
      ask(workspaceId);
    },
    // Without an answer the keys stay words; the next page that shows them asks again.
    () => undefined,
  );
}

/** The task that a key such as WEB-42 means, once the server has said so; undefined until then, null for a key of nothing. */
export function useTaskName(workspaceId: string, key: string): TaskName | null | undefined {
  const name = useReactiveVar(known).get(key);
  useEffect(() => {
    if (workspaceId === '' || known().has(key) || wanted.has(key)) return;
    wanted.add(key);
    if (wanted.size === 1) setTimeout(() => ask(workspaceId), 20);
  }, [workspaceId, key]);
  return name;
}
