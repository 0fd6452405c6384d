import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { Refusal } from '@baton/domain';

/** Who calls; first argument of every service method. */
export interface Viewer {
  personId: string;
  /** SHA-256 of the session token, which names the session without being able to open it. */
  session: string;
}

/** What a resolver gets as its third argument; loaders live as long as the request. */
export interface RequestContext {
  viewer: Viewer | null;
  req?: Request;
  res?: Response;
  loaders: Map<object, unknown>;
}

/** The request's own loader of this kind, made at first use. */
export function loaderOf<L>(context: RequestContext, kind: object, make: () => L): L {
  const known = context.loaders.get(kind) as L | undefined;
  if (known) return known;
  const made = make();
  context.loaders.set(kind, made);
  return made;
}

export const publicKey = 'baton:public';
/** Marks a root field that needs no account. Everything else refuses without one. */
export const Public = () => SetMetadata(publicKey, true);

const contextOf = (host: ExecutionContext) => GqlExecutionContext.create(host).getContext<RequestContext>();

/** The caller; refuses with UNAUTHENTICATED when nobody is signed in. */
export const CurrentViewer = createParamDecorator((_: unknown, host: ExecutionContext): Viewer => {
  const { viewer } = contextOf(host);
  if (!viewer) throw new Refusal('UNAUTHENTICATED');
  return viewer;
});

/** The whole request context, for the few fields that set cookies or work without an account. */
export const Ctx = createParamDecorator((_: unknown, host: ExecutionContext): RequestContext => contextOf(host));
