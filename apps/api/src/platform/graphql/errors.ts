import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { Refusal, type RefusalCode } from '@baton/domain';
import { log } from '../log';

const sentence: Partial<Record<string, RefusalCode>> = {
  '22P02': 'NOT_FOUND', // an id that is no uuid names nothing
  '22021': 'BAD_INPUT', // a NUL character, which Postgres cannot keep
  '22P05': 'BAD_INPUT',
  '23503': 'NOT_FOUND', // a row that the command names does not exist
  '23514': 'BAD_INPUT',
  '22001': 'BAD_INPUT',
  '22003': 'BAD_INPUT',
};

const unwrap = (error: unknown): unknown => (error instanceof GraphQLError && error.originalError ? unwrap(error.originalError) : error);

/** What the outside may know of an error: refusals by code, everything else as INTERNAL with an id that finds it in the log. */
export function refusalOf(thrown: unknown): { code: string; details: Readonly<Record<string, unknown>> } {
  const error = unwrap(thrown);
  if (error instanceof Refusal) return { code: error.code, details: error.details };
  if (error instanceof QueryFailedError) {
    const code = sentence[String((error.driverError as { code?: unknown }).code)];
    if (code === 'BAD_INPUT')
      return {
        code,
        details: { reason: 'Some of this text or a number cannot be kept: remove unusual control characters and try again.' },
      };
    if (code) return { code, details: {} };
  }
  const id = randomUUID();
  log.error({ err: error, id }, 'unexpected error');
  return { code: 'INTERNAL', details: { id } };
}

/** What Apollo calls an operation that this server cannot read, such as that of a page from before an upgrade. */
const unreadable: ReadonlySet<unknown> = new Set([undefined, 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);
const otherVersion = 'This page is of another version than the server. Load it again; what you typed is kept.';

/** One error shape for HTTP and WebSocket: `extensions.code` and `extensions.details`, never a stack. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = unwrap(thrown);
  // An error of the operation itself, found before any resolver ran, is the caller's.
  if (cause instanceof GraphQLError && cause.path === undefined) {
    const known = cause.extensions['code'];
    const message = formatted.message.replace(/ Did you mean .*$/, '');
    if (unreadable.has(known)) return { message, extensions: { code: 'BAD_INPUT', details: { reason: otherVersion } } };
    if (known !== 'INTERNAL_SERVER_ERROR') return { message, extensions: { code: known, details: cause.extensions['details'] ?? {} } };
  }
  const { code, details } = refusalOf(thrown);
  const reason = details['reason'];
  return {
    message: typeof reason === 'string' ? reason : code,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code, details },
  };
}
