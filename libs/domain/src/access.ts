/** Roles in a workspace, strongest first. A guest sees only the boards that name them, with the role written there. */
export const workspaceRoles = ['owner', 'admin', 'member', 'commenter', 'viewer', 'guest'] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

/** What a guest may be on a single board. */
export const guestRoles = ['member', 'commenter', 'viewer'] as const;
export type GuestRole = (typeof guestRoles)[number];

/** What somebody is, seen from one workspace or board; `role: null` is an outsider. */
export interface Actor {
  personId: string;
  role: WorkspaceRole | null;
}

const ladder: Record<WorkspaceRole, number> = { owner: 5, admin: 4, member: 3, commenter: 2, viewer: 1, guest: 0 };
const atLeast = (role: WorkspaceRole) => (actor: Actor) => actor.role !== null && ladder[actor.role] >= ladder[role];
const insider = (actor: Actor) => actor.role !== null;
const [owner, admin, member, commenter, viewer] = [
  atLeast('owner'),
  atLeast('admin'),
  atLeast('member'),
  atLeast('commenter'),
  atLeast('viewer'),
];

/** The whole permission matrix. On a board a guest's actor carries the role that the board gives them. */
const rules = {
  'workspace.read': insider,
  'workspace.edit': admin,
  'workspace.delete': owner,
  'member.list': viewer,
  'member.invite': admin,
  /** Nobody changes somebody stronger, nor makes anyone stronger than themselves. */
  'member.setRole': (actor: Actor, change: { from: WorkspaceRole; to: WorkspaceRole }) =>
    admin(actor) && actor.role !== null && ladder[change.from] <= ladder[actor.role] && ladder[change.to] <= ladder[actor.role],
  'member.remove': (actor: Actor, target: { personId: string; role: WorkspaceRole }) =>
    target.personId === actor.personId || (admin(actor) && actor.role !== null && ladder[target.role] <= ladder[actor.role]),
  /** What went out, which addresses were refused, and which webhooks there are. */
  'mail.oversee': admin,
  'board.read': insider,
  'board.create': member,
  'board.edit': member,
  'board.archive': member,
  'board.star': insider,
  'board.guests': admin,
  'column.edit': member,
  'label.edit': member,
  'task.create': member,
  'task.edit': member,
  'task.move': member,
  'task.delete': member,
  'task.follow': insider,
  'feed.board': insider,
  'comment.create': commenter,
  'comment.edit': (actor: Actor, comment: { authorId: string | null }) => commenter(actor) && comment.authorId === actor.personId,
  'comment.delete': (actor: Actor, comment: { authorId: string | null }) =>
    admin(actor) || (commenter(actor) && comment.authorId === actor.personId),
  'decision.propose': member,
  'decision.speak': commenter,
  'decision.redact': admin,
  'check-in.edit': member,
  'check-in.answer': commenter,
  'emoji.read': insider,
  'emoji.create': member,
  'emoji.remove': (actor: Actor, emoji: { byId: string | null }) => admin(actor) || (member(actor) && emoji.byId === actor.personId),
  /** A file belongs to the comment that brought it, and there to its author; one of the task itself to all who work on the task. */
  'file.edit': (actor: Actor, file: { byId: string | null; ofComment: boolean }) =>
    file.ofComment ? admin(actor) || (commenter(actor) && file.byId === actor.personId) : member(actor),
  'import.run': member,
  'command.undo': member,
} as const;

export type Action = keyof typeof rules;
type SubjectOf<A extends Action> = Parameters<(typeof rules)[A]>[1];

/** Whether the actor may do this; an action with a subject does not compile without one. */
export function may<A extends Action>(actor: Actor, action: A, ...subject: SubjectOf<A> extends undefined ? [] : [SubjectOf<A>]): boolean {
  const rule = rules[action] as (actor: Actor, subject?: unknown) => boolean;
  return rule(actor, subject[0]);
}

/** All actions, for tests that walk the table. */
export const actions = Object.keys(rules) as Action[];
