import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, makeVar } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';

/** Whether the socket for live changes stands; idle when no page needs it. */
export const socketState = makeVar<'idle' | 'connecting' | 'open' | 'closed'>('idle');

const socket = createClient({
  url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
  lazy: true,
  keepAlive: 20_000,
  retryAttempts: Infinity,
  shouldRetry: () => true,
  retryWait: (tries) => new Promise((resolve) => setTimeout(resolve, Math.min(15_000, 400 * 2 ** tries) * (0.7 + Math.random() * 0.6))),
  on: {
    connected: () => socketState('open'),
    closed: (event) => socketState((event as { code?: number }).code === 1000 ? 'idle' : 'closed'),
    connecting: () => void (socketState() !== 'closed' && socketState('connecting')),
  },
});

export const client = new ApolloClient({
  cache: new InMemoryCache({ typePolicies: { Query: { fields: { boards: { merge: false }, members: { merge: false } } } } }),
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(socket),
    new HttpLink({ uri: '/graphql' }),
  ),
});
