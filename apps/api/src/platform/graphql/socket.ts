import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLError, OperationTypeNode, getOperationAST, parse, validate, NoSchemaIntrospectionCustomRule } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { Settings } from '../config/settings';
import { Live } from '../events/live';
import type { RequestContext, Viewer } from './context';
import { formatError } from './errors';
import { ViewerFinder } from './graphql.module';
import { operationLimits, operationProblem } from './limits';

const frameBytes = 64 * 1024;
const socketsPerPerson = 20;
const subscriptionsPerSocket = 100;
/** Close codes of the graphql-ws protocol. */
const forbidden = 4403;

interface Extra {
  viewer: Viewer;
  cookie: string | undefined;
  subscriptions: Set<string>;
}

/** The WebSocket server for subscriptions: same origin only, small frames, the same limits as HTTP, closed when the session ends. */
@Injectable()
export class GraphQLSocket implements OnApplicationShutdown {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: frameBytes, perMessageDeflate: { threshold: 1024 } });
  private readonly sockets = new Map<string, Map<WebSocket, Extra>>();

  constructor(
    private readonly settings: Settings,
    private readonly viewers: ViewerFinder,
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly live: Live,
  ) {}

  /** Takes over the upgrades of the HTTP server; any path but /graphql and any other origin is cut at once. */
  attach(http: Server) {
    const { schema } = this.schemaHost;
    const extras = new WeakMap<WebSocket, Extra>();
    const rules = this.settings.INTROSPECTION ? [] : [NoSchemaIntrospectionCustomRule];

    useServer<Record<string, unknown>, { socket: WebSocket }>(
      {
        schema,
        connectionInitWaitTimeout: 3_000,
        context: ({ extra }) => ({ viewer: extras.get(extra.socket)?.viewer ?? null, loaders: new Map() }) satisfies RequestContext,
        onConnect: ({ extra }) => extras.has(extra.socket),
        onSubscribe: ({ extra }, id, payload) => {
          const mine = extras.get(extra.socket);
          if (!mine || mine.subscriptions.size >= subscriptionsPerSocket)
            return [new GraphQLError('Too many subscriptions.', { extensions: { code: 'TOO_COMPLEX' } })];
          try {
            const document = parse(payload.query, { maxTokens: operationLimits.tokens });
            if (getOperationAST(document, payload.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION)
              return [
                new GraphQLError('Only subscriptions travel here; send queries and mutations over HTTP.', {
                  extensions: { code: 'BAD_INPUT' },
                }),
              ];
            const problems = validate(schema, document, undefined, { maxErrors: 20 }).concat(validate(schema, document, rules));
            const tooMuch = problems.length === 0 ? operationProblem(schema, document, payload.variables) : null;
            if (problems.length > 0 || tooMuch) return tooMuch ? [tooMuch] : problems.slice(0, 20);
            mine.subscriptions.add(id);
            return {
              schema,
              document,
              variableValues: payload.variables ?? undefined,
              operationName: payload.operationName ?? undefined,
              contextValue: { viewer: mine.viewer, loaders: new Map() } satisfies RequestContext,
            };
          } catch (error) {
            return [error instanceof GraphQLError ? error : new GraphQLError('This operation cannot be read.')];
          }
        },
        onComplete: ({ extra }, id) => void extras.get(extra.socket)?.subscriptions.delete(id),
        onError: (_ctx, _id, _payload, errors) =>
          errors.map((e) => new GraphQLError(e.message, { extensions: formatError(e.toJSON(), e).extensions })),
        onNext: (_ctx, _id, _payload, _args, result) =>
          result.errors
            ? {
                ...result,
                errors: result.errors.map((e) => new GraphQLError(e.message, { extensions: formatError(e.toJSON(), e).extensions })),
              }
            : result,
      },
      this.server,
    );

    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      void this.admit(request).then((admitted) => {
        if (!admitted) return socket.destroy();
        this.server.handleUpgrade(request, socket, head, (ws) => {
          const extra: Extra = { ...admitted, subscriptions: new Set() };
          extras.set(ws, extra);
          const mine = this.sockets.get(extra.viewer.personId) ?? new Map<WebSocket, Extra>();
          this.sockets.set(extra.viewer.personId, mine.set(ws, extra));
          ws.on('close', () => {
            mine.delete(ws);
            if (mine.size === 0) this.sockets.delete(extra.viewer.personId);
          });
          this.server.emit('connection', ws, request);
        });
        return undefined;
      });
    });
    this.live.onAccessChanged((personId) => void this.closeEnded(personId));
  }

  async onApplicationShutdown() {
    for (const ws of this.server.clients) ws.close(1001, 'restarting');
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async admit(request: IncomingMessage) {
    if (request.url?.split('?')[0] !== '/graphql' || !this.settings.originAllowed(request.headers.origin, request.headers.host))
      return null;
    const cookie = request.headers.cookie;
    const viewer = await this.viewers.find(cookie).catch(() => null);
    if (!viewer || (this.sockets.get(viewer.personId)?.size ?? 0) >= socketsPerPerson) return null;
    return { viewer, cookie };
  }

  /** Closes the sockets of sessions that have ended. */
  private async closeEnded(personId: string) {
    for (const [ws, { cookie }] of this.sockets.get(personId) ?? []) {
      if (!(await this.viewers.find(cookie).catch(() => null))) ws.close(forbidden, 'Forbidden');
    }
  }
}
