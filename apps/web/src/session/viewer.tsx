import { useQuery } from '@apollo/client/react';
import { type ReactNode, createContext, useContext, useMemo } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { Button, Center, Stack, Text } from '@mantine/core';
import { graphql } from '../gql';
import type { SessionQuery } from '../gql/graphql';
import { sentenceFor } from '../ui/refusals';

export const SessionDocument = graphql(`
  query Session {
    setup {
      needed
      version
      clockRules
    }
    me {
      id
      name
      email
      zone
      calendar
      calendarConfirmed
      status
    }
  }
`);
const WorkspacesDocument = graphql(`
  query Workspaces {
    workspaces {
      id
      name
      myRole
      norms
      quietDays
      language
    }
  }
`);

export interface ViewerState {
  /** Which rules of the world's clocks the server has. */
  clockRules: string;
  me: NonNullable<SessionQuery['me']>;
  workspace: {
    id: string;
    name: string;
    /** Whose endings of words search knows. */
    language: string;
    norms?: unknown;
    quietDays?: unknown;
    myRole: 'owner' | 'admin' | 'member' | 'commenter' | 'viewer' | 'guest';
  };
}

const ViewerContext = createContext<ViewerState | null>(null);

/** The signed-in person and their workspace. */
export function useViewer(): ViewerState {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer needs RequireViewer above it');
  return viewer;
}

function Notice({ text, onRetry }: { text: string; onRetry?: () => void }) {
  return (
    <Center h="100%" p="md">
      <Stack align="center" maw={420}>
        <Text ta="center">{text}</Text>
        {onRetry && <Button onClick={onRetry}>Try again</Button>}
      </Stack>
    </Center>
  );
}

/** Shows its children to somebody who is signed in; leads everybody else to where they can. */
export function RequireViewer({ children }: { children: ReactNode }) {
  const location = useLocation();
  const session = useQuery(SessionDocument);
  const me = session.data?.me;
  const workspaces = useQuery(WorkspacesDocument, { skip: !me });
  const workspace = workspaces.data?.workspaces[0];
  const clockRules = session.data?.setup.clockRules ?? '';
  const viewer = useMemo(() => (me && workspace ? { me, workspace, clockRules } : null), [me, workspace, clockRules]);

  if (session.error) return <Notice text={sentenceFor(session.error)} onRetry={() => void session.refetch()} />;
  if (!session.data) return null;
  if (session.data.setup.needed) return <Navigate to="/setup" replace />;
  if (!me) return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname)}`} replace />;
  if (workspaces.error) return <Notice text={sentenceFor(workspaces.error)} onRetry={() => void workspaces.refetch()} />;
  if (!workspaces.data) return null;
  if (!viewer) return <Notice text="You are in no workspace at the moment. Ask somebody for an invitation." />;
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}
