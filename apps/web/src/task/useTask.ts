import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { onBoardEvent } from '../command/fold';
import { graphql } from '../gql';
import type { TaskDetailQuery } from '../gql/graphql';
import { useViewer } from '../session/viewer';

const TaskDetailDocument = graphql(`
  query TaskDetail($workspaceId: ID!, $key: String!) {
    taskByKey(workspaceId: $workspaceId, key: $key) {
      id
      boardId
      boardKey
      number
      key
      columnId
      title
      description
      descriptionVersion
      ownerId
      helperIds
      labelIds
      startOn
      dueOn
      dueTime
      dueZone
      dueAt
      dueSetById
      dueHistory
      revisitOn
      nextStep
      requesterId
      blockerIds
      followerIds
      doneAt
      createdAt
      createdById
      archivedAt
      deletedAt
      sourceUrl
      checklists {
        id
        name
        items {
          id
          checklistId
          title
          doneAt
          ownerId
          dueOn
        }
      }
      attachments {
        id
        name
        url
        bytes
        stayedAtSource
        createdAt
        kind
        caption
        width
        height
        byId
        commentId
        pending
      }
      history {
        seq
        at
        actorId
        kind
        fields
        commandId
        why
      }
    }
  }
`);

export type TaskDetail = TaskDetailQuery['taskByKey'];

/** A task with everything that its panel shows; read again when an event touches it. */
export function useTask(key: string) {
  const { workspace } = useViewer();
  const { data, error, refetch } = useQuery(TaskDetailDocument, {
    variables: { workspaceId: workspace.id, key },
    fetchPolicy: 'cache-and-network',
  });
  const id = data?.taskByKey.id;
  useEffect(() => {
    if (!id) return undefined;
    return onBoardEvent((event) => {
      if (event.resync || event.changes.some((change) => change.id === id)) void refetch().catch(() => undefined);
    });
  }, [id, refetch]);
  return { task: data?.taskByKey, error: data ? undefined : error, refetch };
}
