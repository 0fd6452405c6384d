import { randomUUID } from 'node:crypto';
import type { DeliveryEntry, UrgentView } from '@baton/domain';
import { Letterbox, aDelivery, aLeave } from '../../test/delivery';
import { type Somebody, type TestServer, aServer } from '../../test/world';
import { Deliveries } from './deliveries';

// Everybody works in Berlin from nine to five: 08:00 to 16:00 UTC.
let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

async function anUrgency() {
  const scene = await aDelivery(server);
  const pager = new Letterbox(server, 'webhook');
  server.app.get(Deliveries).register(pager);
  const carol = await server.person('Carol');
  await server.join(scene.workspaceId, carol, 'member');
  return {
    ...scene,
    pager,
    carol,
    urgent: (from: Somebody, to: Somebody | null, more: Record<string, unknown> = {}) =>
      from.command('sendUrgent', 'SendUrgentInput', {
        ...{ id: randomUUID(), taskId: scene.task('write'), toId: to?.id ?? null, reason: 'something is broken', text: 'The page is down' },
        ...more,
      }),
    rota: (people: Somebody[], from = '2026-11-23') =>
      scene.alice.command('editBoard', 'EditBoardInput', { boardId: scene.id, rota: { personIds: people.map(({ id }) => id), from } }),
    allows: (who: Somebody, hours: 'any' | 'working') =>
      scene.hours(who, { urgent: { reachable: true, hours, how: '+49 30 1234' } } as never),
    view: (who: Somebody) => who.ask<UrgentView>('query($t: ID!) { urgent(taskId: $t) }', { t: scene.task('write') }),
  };
}

it('goes out at once in working hours, also in focus time, by what was set up for it', async () => {
  const scene = await anUrgency();
  await scene.hours(scene.bob, { focus: [{ id: 'f', weekdays: [2], on: null, from: '09:00', to: '12:00', note: '' }] });
  await scene.urgent(scene.alice, scene.bob);
  await scene.at('2026-11-24T09:00:30Z');
  expect(scene.pager.to(scene.bob)).toEqual([['11-24T09:00', 'Alice needs you now: something is broken: The page is down']]);
  expect(scene.mail.to(scene.bob)).toEqual([]);
});

it('reaches outside hours who has duty, or allowed it, and nobody else', async () => {
  const scene = await anUrgency();
  await scene.allows(scene.bob, 'working');
  server.clock.set('2026-11-24T20:00:00Z');
  await expect(scene.urgent(scene.alice, null)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(scene.urgent(scene.alice, scene.bob)).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { reason: 'Bob is off until Wed 25 Nov 09:00 their time and cannot be reached. Reach them yourself: +49 30 1234.' },
  });
  await scene.rota([scene.carol, scene.bob]);
  await scene.urgent(scene.alice, null);
  await scene.allows(scene.bob, 'any');
  await scene.urgent(scene.alice, scene.bob);
  await scene.at('2026-11-24T20:00:30Z');
  expect([scene.pager.to(scene.carol).length, scene.pager.to(scene.bob).length]).toEqual([1, 1]);
  const { dutyId } = await scene.view(scene.alice);
  expect(dutyId).toBe(scene.carol.id);
  server.clock.set('2026-11-30T20:00:00Z');
  expect((await scene.view(scene.alice)).dutyId).toBe(scene.bob.id);
});

it('leaves somebody who is away in peace, and goes to who covers', async () => {
  const scene = await anUrgency();
  await scene.allows(scene.bob, 'any');
  await scene.hours(scene.bob, { leave: [aLeave('2026-11-24', '2026-11-25', { delegateId: scene.carol.id })] });
  await scene.urgent(scene.alice, scene.bob);
  await scene.at('2026-11-24T09:00:30Z');
  expect([scene.pager.to(scene.bob).length, scene.pager.to(scene.carol).length]).toEqual([0, 1]);
});

it('is read by the admins in their digest when somebody uses it more than twice a week, and rated by its receiver', async () => {
  const scene = await anUrgency();
  expect((await scene.view(scene.carol)).left).toBe(2);
  for (const text of ['One', 'Two', 'Three']) await scene.urgent(scene.carol, scene.bob, { text });
  await scene.at('2026-11-25T08:00:00Z');
  expect(scene.mail.to(scene.alice)).toEqual([['11-25T08:00', 'Carol used urgent more often than the house rules say: Three']]);
  const { left, sent } = await scene.view(scene.carol);
  expect([left, sent.map(({ toName, reason, was }) => [toName, reason, was])[0]]).toEqual([0, ['Bob', 'something is broken', null]]);
  const rate = (who: Somebody, was: boolean) => who.command('rateUrgent', 'RateUrgentInput', { urgentId: sent[0]?.id, was });
  await expect(rate(scene.carol, true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await rate(scene.bob, false);
  expect((await scene.view(scene.bob)).sent[0]?.was).toBe(false);
});

it('is counted in the report as urgent, outside hours where it was', async () => {
  const scene = await anUrgency();
  await scene.rota([scene.bob]);
  server.clock.set('2026-11-24T20:00:00Z');
  await scene.urgent(scene.alice, null);
  await scene.at('2026-11-24T20:00:30Z');
  const report = await scene.alice.ask('query($w: ID!) { deliveryReport(workspaceId: $w, month: "2026-11") }', { w: scene.workspaceId });
  expect(report).toMatchObject({ rows: [{ channel: 'webhook', class: 'urgent', sent: 1, outside: 1 }] });
  const [entry] = await scene.alice.ask<DeliveryEntry[]>('query($w: ID!) { deliveriesByMe(workspaceId: $w) }', { w: scene.workspaceId });
  expect(entry).toMatchObject({ cause: 'urgent', state: 'sent', channel: 'webhook' });
});
