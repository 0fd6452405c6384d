import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Request, Response } from 'express';
import type { RequestContext, Viewer } from './context';
import { formatError } from './errors';
import { operationLimits, operationProblem } from './limits';

/** Finds the caller of a request; given by the account folder, so that the platform knows nothing of sessions. */
export abstract class ViewerFinder {
  abstract find(cookieHeader: string | undefined): Promise<Viewer | null>;
}

const limitsPlugin = (): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, request }) {
        const problem = operationProblem(schema, document, request.variables);
        return problem ? Promise.reject(problem) : Promise.resolve();
      },
      willSendResponse({ response }) {
        if (response.body.kind === 'single' && response.body.singleResult.errors)
          response.body.singleResult.errors = response.body.singleResult.errors.slice(0, 20);
        response.http.headers ??= new HeaderMap();
        response.http.headers.set('cache-control', 'no-store');
        return Promise.resolve();
      },
    }),
});

/** Code-first GraphQL on Apollo Server, with our limits and one error shape. */
export const graphqlModule = (options: { introspection: boolean }) =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [ViewerFinder],
    useFactory: (viewers: ViewerFinder) => ({
      autoSchemaFile: true,
      sortSchema: true,
      path: '/graphql',
      playground: false,
      introspection: options.introspection,
      validationRules: options.introspection ? [] : [NoSchemaIntrospectionCustomRule],
      parseOptions: { maxTokens: operationLimits.tokens },
      includeStacktraceInErrorResponses: false,
      csrfPrevention: true,
      formatError,
      plugins: [ApolloServerPluginCacheControlDisabled(), limitsPlugin()],
      context: async ({ req, res }: { req: Request; res: Response }): Promise<RequestContext> => ({
        viewer: await viewers.find(req.headers.cookie),
        req,
        res,
        loaders: new Map(),
      }),
    }),
  });
