import { useQuery } from '@apollo/client/react';
import { Navigate, useLocation, useParams } from 'react-router-dom';
import { NotFound } from '../shell/NotFound';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';

const TaskPlaceDocument = graphql(`
  query TaskPlace($workspaceId: ID!, $key: String!) {
    taskByKey(workspaceId: $workspaceId, key: $key) {
      id
      boardKey
      number
    }
  }
`);

/** /t/WEB-42 leads to the task wherever it is now. */
export function TaskAddress() {
  const { key = '' } = useParams();
  const { hash } = useLocation();
  const { workspace } = useViewer();
  const { data, error } = useQuery(TaskPlaceDocument, { variables: { workspaceId: workspace.id, key } });
  if (error) return <NotFound what="task" />;
  return data ? <Navigate to={`/b/${data.taskByKey.boardKey}/${data.taskByKey.number}${hash}`} replace /> : null;
}
