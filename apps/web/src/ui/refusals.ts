import { CombinedGraphQLErrors } from '@apollo/client';
import { type RefusalCode, refusalCodes } from '@baton/domain';

/** What the server said no with. */
export interface RefusalShown {
  code: RefusalCode;
  details: Readonly<Record<string, unknown>>;
}

const reasonOr = (otherwise: string) => (details: RefusalShown['details']) =>
  typeof details['reason'] === 'string' ? details['reason'] : otherwise;
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** A sentence for every refusal; does not compile when one is missing. */
const sentences: Record<RefusalCode, (details: RefusalShown['details']) => string> = {
  UNAUTHENTICATED: () => 'Your session has ended. Sign in again; what you typed is kept.',
  NOT_FOUND: reasonOr('This is not here any more, or it is not yours to see.'),
  FORBIDDEN: reasonOr('Your role on this board does not allow that. Ask an admin to change it.'),
  BAD_INPUT: reasonOr('Something here cannot be kept. Check it and try again.'),
  CONFLICT: reasonOr('Somebody changed this meanwhile. Look at it again before you save.'),
  TOO_MANY_TRIES: ({ retryAt }) =>
    `Too many tries. Try again ${typeof retryAt === 'string' ? `at ${clock.format(new Date(retryAt))}` : 'in a while'}.`,
  WRONG_CREDENTIALS: () => 'E-mail or password is not right. Check both and try again.',
  ALREADY_SET_UP: () => 'This Baton has been set up already. Sign in, or ask for an invitation.',
  EMAIL_TAKEN: () => 'An account with this e-mail exists. Sign in with it instead.',
  INVITATION_INVALID: () => 'This invitation has been used, has expired or was taken back. Ask for a new one.',
  KEY_TAKEN: () => 'Another board has this key. Choose a different one.',
  COMMAND_REUSED: () => 'This was sent before with other content. Do it again.',
  NOTHING_TO_UNDO: () => 'There is nothing to take back.',
  UNREADABLE_FILE: reasonOr('This file cannot be read.'),
  TOO_LARGE: ({ limit }) => `This is too large${typeof limit === 'number' ? `: at most ${Math.round(limit / 1024 / 1024)} MB` : ''}.`,
  TOO_COMPLEX: () => 'That asked for too much at once. Reload the page and try again.',
  INTERNAL: ({ id }) =>
    `Something went wrong on our side; nothing you typed is lost. Try again${typeof id === 'string' ? ` (reference ${id.slice(0, 8)})` : ''}.`,
};

/** The refusal inside an error, or null when the server was not reached. */
export function refusalIn(error: unknown): RefusalShown | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  const extensions = error.errors[0]?.extensions;
  const code = refusalCodes.find((known) => known === extensions?.['code']) ?? 'INTERNAL';
  return { code, details: (extensions?.['details'] ?? {}) as RefusalShown['details'] };
}

/** What to tell a person about an error. */
export function sentenceFor(error: unknown): string {
  const refusal = refusalIn(error);
  return refusal
    ? sentences[refusal.code](refusal.details)
    : 'The server cannot be reached. Check your connection; what you typed is kept.';
}

export const sentenceOf = ({ code, details }: RefusalShown) => sentences[code](details);
