/** Every reason for which Baton says no. The client has a sentence for each and does not compile without one. */
export const refusalCodes = [
  'UNAUTHENTICATED', // nobody is signed in, or the session has ended
  'NOT_FOUND', // it does not exist, or the caller may not know that it does
  'FORBIDDEN', // the caller can see it, but may not do this
  'BAD_INPUT', // details.reason says what to change
  'CONFLICT', // somebody changed it meanwhile; details carries the current state
  'TOO_MANY_TRIES', // details.retryAt says when to try again
  'WRONG_CREDENTIALS', // e-mail or password does not match
  'ALREADY_SET_UP', // the first account exists
  'EMAIL_TAKEN', // an account with this e-mail exists
  'INVITATION_INVALID', // used, revoked, expired, or never made
  'KEY_TAKEN', // another board of the workspace has this key
  'COMMAND_REUSED', // a command id was sent again with other content
  'NOTHING_TO_UNDO', // the command is unknown, already undone, or too old
  'UNREADABLE_FILE', // details.reason is one sentence on what is wrong with an import file
  'TOO_LARGE', // details.limit says how much is accepted
  'TOO_COMPLEX', // the GraphQL operation exceeds depth, alias or node limits
  'INTERNAL', // our fault; details.id finds it in the log
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The one error class that domain and services throw; the API maps it to `extensions.code` and `extensions.details`. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(typeof details['reason'] === 'string' ? details['reason'] : code);
    this.name = 'Refusal';
  }
}
