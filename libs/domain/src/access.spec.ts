import { type WorkspaceRole, actions, may, workspaceRoles } from './access';
import { proposeBoardKey } from './board';

const as = (role: WorkspaceRole | null) => ({ personId: 'me', role });

it('lets an outsider do nothing at all', () => {
  for (const action of actions) {
    if (action === 'member.setRole') expect(may(as(null), action, { from: 'viewer', to: 'viewer' })).toBe(false);
    else if (action === 'member.remove') expect(may(as(null), action, { personId: 'you', role: 'viewer' })).toBe(false);
    else expect([action, may(as(null), action)]).toEqual([action, false]);
  }
});

it('gives a stronger role everything that a weaker one has', () => {
  const plain = actions.filter((a) => a !== 'member.setRole' && a !== 'member.remove') as Exclude<
    (typeof actions)[number],
    'member.setRole' | 'member.remove'
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

it('proposes a short key that nobody has', () => {
  expect(proposeBoardKey('Website relaunch', new Set())).toBe('WEB');
  expect(proposeBoardKey('Website relaunch', new Set(['WEB']))).toBe('WEB2');
  expect(proposeBoardKey('Über 3', new Set())).toBe('UBE');
  expect(proposeBoardKey('日本', new Set())).toBe('BRD');
});
