import { randomUUID } from 'node:crypto';
import { aDelivery, aLeave } from '../../test/delivery';
import { type Somebody, type TestServer, aServer } from '../../test/world';

// Everybody works in Berlin from nine to five: 08:00 to 16:00 UTC, with deliveries at 08:00, 12:00 and 14:30. It is a Tuesday.
let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const today = '2026-11-24';
async function aCheckIn(people: (scene: Awaited<ReturnType<typeof aDelivery>>) => Somebody[], offset: number) {
  const scene = await aDelivery(server);
  const checkInId = randomUUID();
  await scene.alice.command('createCheckIn', 'CreateCheckInInput', {
    ...{ id: checkInId, boardId: scene.id, template: 'plan', title: 'Weekly plan', questions: ['What will you do?'], period: 'week' },
    ...{ weekday: 2, offset, tasks: false, participantIds: people(scene).map(({ id }) => id), startsOn: today },
  });
  const pass = (who: Somebody) =>
    who.command('answerCheckIn', 'AnswerCheckInInput', {
      ...{ checkInId, on: today, pass: true, words: [], finishedIds: [], movingIds: [], stuck: [] },
    });
  return { ...scene, pass };
}

it('tells of a check-in once, in the slot after somebody is asked, and never again', async () => {
  const scene = await aCheckIn(({ alice, bob }) => [alice, bob], 90);
  await scene.at('2026-11-24T09:31:00Z');
  await scene.pass(scene.bob);
  await scene.at('2026-11-24T11:59:00Z', '2026-11-24T12:00:00Z', '2026-11-24T14:30:00Z', '2026-11-25T08:00:00Z', '2026-11-25T12:00:00Z');
  expect(scene.mail.to(scene.alice)).toEqual([['11-24T12:00', 'Weekly plan: yours to answer until Tue 24 Nov 17:00']]);
  // Whoever passed before the slot is not told at all.
  expect(scene.mail.to(scene.bob)).toEqual([]);
});

it('says nothing once the day is over, to nobody who is away, and to nobody who covers for them', async () => {
  const late = await aCheckIn(({ alice }) => [alice], 450);
  await late.at('2026-11-24T15:40:00Z', '2026-11-25T08:00:00Z');
  expect(late.mail.to(late.alice)).toEqual([]);
  const away = await aCheckIn(({ bob }) => [bob], 60);
  await away.at('2026-11-24T09:01:00Z');
  await away.hours(away.bob, { leave: [aLeave(today, '2026-11-25', { delegateId: away.alice.id })] });
  await away.at('2026-11-24T12:00:00Z', '2026-11-26T08:00:00Z');
  expect([away.mail.to(away.bob), away.mail.to(away.alice)]).toEqual([[], []]);
});

it('stands on the Today of whoever is asked, until they answer', async () => {
  const scene = await aCheckIn(({ alice }) => [alice], 60);
  const moves = async () =>
    (
      await scene.alice.ask<{ moves: { object: string; text: string; by: string | null }[] }>('query($w: ID!) { today(workspaceId: $w) }', {
        w: scene.workspaceId,
      })
    ).moves.filter(({ object }) => object === 'check-in');
  server.clock.set('2026-11-24T08:59:00Z');
  expect(await moves()).toEqual([]);
  server.clock.set('2026-11-24T09:00:00Z');
  expect(await moves()).toMatchObject([{ text: 'Weekly plan', by: '2026-11-24T16:00:00.000Z' }]);
  await scene.pass(scene.alice);
  expect(await moves()).toEqual([]);
});
