import { type WorkspaceRole, actions, may, workspaceRoles } from './access';
import { proposeBoardKey } from './board';

const as = (role: WorkspaceRole | null) => ({ personId: 'me', role });
const withSubject = new Set<string>(['member.setRole', 'member.remove', 'comment.edit', 'comment.delete', 'emoji.remove', 'file.edit']);

it('lets an outsider do nothing at all', () => {
  for (const action of actions) {
    if (action === 'member.setRole') expect(may(as(null), action, { from: 'viewer', to: 'viewer' })).toBe(false);
    else if (action === 'member.remove') expect(may(as(null), action, { personId: 'you', role: 'viewer' })).toBe(false);
    else if (action === 'comment.edit' || action === 'comment.delete') expect(may(as(null), action, { authorId: 'me' })).toBe(false);
    else if (action === 'emoji.remove') expect(may(as(null), action, { byId: 'me' })).toBe(false);
    else if (action === 'file.edit') expect(may(as(null), action, { byId: 'me', ofComment: false })).toBe(false);
    else expect([action, may(as(null), action)]).toEqual([action, false]);
  }
});

it('gives a stronger role everything that a weaker one has', () => {
  const plain = actions.filter((a) => !withSubject.has(a)) as Exclude<
    (typeof actions)[number],
    'member.setRole' | 'member.remove' | 'comment.edit' | 'comment.delete' | 'emoji.remove' | 'file.edit'
  >[];
  for (const action of plain) {
    const allowed = workspaceRoles.map((role) => may(as(role), action));
    expect([action, allowed]).toEqual([action, [...allowed].sort((a, b) => Number(b) - Number(a))]);
  }
});

it('lets nobody touch somebody stronger, and everybody leave', () => {
  expect(may(as('admin'), 'member.setRole', { from: 'owner', to: 'member' })).toBe(false);
  expect(may(as('admin'), 'member.setRole', { from: 'member', to: 'owner' })).toBe(false);
  expect(may(as('admin'), 'member.setRole', { from: 'member', to: 'admin' })).toBe(true);
  expect(may(as('viewer'), 'member.remove', { personId: 'me', role: 'viewer' })).toBe(true);
  expect(may(as('admin'), 'member.remove', { personId: 'you', role: 'owner' })).toBe(false);
});

it('lets people change their own words, and admins take away those of others', () => {
  expect(may(as('commenter'), 'comment.edit', { authorId: 'me' })).toBe(true);
  expect(may(as('owner'), 'comment.edit', { authorId: 'you' })).toBe(false);
  expect(may(as('viewer'), 'comment.delete', { authorId: 'me' })).toBe(false);
  expect(may(as('member'), 'comment.delete', { authorId: 'you' })).toBe(false);
  expect(may(as('admin'), 'comment.delete', { authorId: 'you' })).toBe(true);
});

it('leaves a file of a comment to its author, and one of the task to those who work on it', () => {
  expect(may(as('commenter'), 'file.edit', { byId: 'me', ofComment: true })).toBe(true);
  expect(may(as('member'), 'file.edit', { byId: 'you', ofComment: true })).toBe(false);
  expect(may(as('member'), 'file.edit', { byId: 'you', ofComment: false })).toBe(true);
  expect(may(as('commenter'), 'file.edit', { byId: 'me', ofComment: false })).toBe(false);
  expect(may(as('admin'), 'emoji.remove', { byId: 'you' })).toBe(true);
  expect(may(as('member'), 'emoji.remove', { byId: 'you' })).toBe(false);
});

it('proposes a short key that nobody has', () => {
  expect(proposeBoardKey('Website relaunch', new Set())).toBe('WEB');
  expect(proposeBoardKey('Website relaunch', new Set(['WEB']))).toBe('WEB2');
  expect(proposeBoardKey('Über 3', new Set())).toBe('UBE');
  expect(proposeBoardKey('日本', new Set())).toBe('BRD');
});
