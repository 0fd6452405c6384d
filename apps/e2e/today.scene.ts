import { randomUUID } from 'node:crypto';
import type { Actor, World } from './world';

/** What people do on a board, in few words, for scenes. */
export function deeds(world: World, key: string) {
  const idOf = async (title: string) => {
    const found = (await world.snapshot(key)).cards.find((card) => card.title === title);
    if (!found) throw new Error(`${title} is not on the board`);
    return found.id;
  };
  const command = (who: Actor, name: string, type: string, input: Record<string, unknown>) =>
    who.ask(`mutation($i: ${type}!) { ${name}(input: $i) { seq } }`, { i: { commandId: randomUUID(), ...input } });
  return {
    idOf,
    edit: async (who: Actor, title: string, fields: Record<string, unknown>) =>
      command(who, 'editTasks', 'EditTasksInput', { taskIds: [await idOf(title)], ...fields }),
    move: async (who: Actor, title: string, columnId: string | undefined) =>
      command(who, 'moveTasks', 'MoveTasksInput', { taskIds: [await idOf(title)], columnId, afterTaskId: null }),
    say: async (who: Actor, title: string, text: string, more: Record<string, unknown> = {}) =>
      command(who, 'postComment', 'PostCommentInput', { id: randomUUID(), taskId: await idOf(title), kind: 'note', text, ...more }),
    ask: async (who: Actor, whom: Actor, title: string, text: string, more: Record<string, unknown> = {}) => {
      const id = randomUUID();
      const ask = { ids: [id], personIds: [whom.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' }, ...more };
      await command(who, 'postComment', 'PostCommentInput', { id: randomUUID(), taskId: await idOf(title), kind: 'ask', text, ask });
      return id;
    },
    step: (who: Actor, askId: string, step: string, more: Record<string, unknown> = {}) =>
      command(who, 'stepAsk', 'StepAskInput', { askId, step, ...more }),
    handOver: async (who: Actor, whom: Actor, title: string, where: string) =>
      command(who, 'offerHandoff', 'OfferHandoffInput', {
        taskId: await idOf(title),
        toId: whom.id,
        note: { state: 'on track', where, next: [], watchOuts: '', links: '', returnsOn: null },
      }),
    counter: async (who: Actor, title: string, on: string, why: string) =>
      command(who, 'counterDeadline', 'CounterInput', { taskId: await idOf(title), on, why }),
    answerHandoff: async (who: Actor, title: string, accept: boolean, text: string) =>
      command(who, 'answerHandoff', 'AnswerHandoffInput', { taskId: await idOf(title), accept, text }),
  };
}

/** Says how far somebody has read, as "Caught up to here" does. */
export async function upToHere(who: Actor, workspaceId: string) {
  const { boards } = await who.ask<{ boards: { id: string; seq: number }[] }>('query($w: ID!) { catchUp(workspaceId: $w) }', {
    w: workspaceId,
  });
  await who.ask('mutation($w: ID!, $b: [WatermarkInput!]!) { moveWatermarks(workspaceId: $w, boards: $b) }', {
    w: workspaceId,
    b: boards.map(({ id, seq }) => ({ boardId: id, seq })),
  });
}

/** Three days in which Ana and Ben work, and Mia is away, with time off in her calendar or without: what she comes back to on Friday morning. */
export async function threeDays(world: World, leave: object[] = []) {
  const ana = world.owner;
  const mia = await world.member('Mia', 'member', 'Europe/Lisbon');
  if (leave.length > 0)
    await mia.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), leave } });
  const ben = await world.member('Ben', 'member', 'Europe/Lisbon');
  const board = await world.board('Walking guide', [
    'Write the opening chapter',
    'Choose the cover photo',
    'Draw the river map',
    'Order the paper',
    'Translate the index',
    'Check the ferry times',
    'Ask the printer for a proof',
    'Photograph the mill',
  ]);
  const { Doing, Done } = board.columns;
  const does = deeds(world, board.key);
  await does.edit(mia, 'Draw the river map', { ownerId: mia.id, dueOn: '2026-12-04', nextStep: 'draw the second half' });
  await does.move(mia, 'Draw the river map', Doing);
  await does.edit(ana, 'Order the paper', { ownerId: ben.id, dueOn: '2026-12-02', requesterId: mia.id });
  await does.move(ana, 'Order the paper', Doing);
  await does.edit(mia, 'Ask the printer for a proof', { ownerId: mia.id, dueOn: '2026-12-11' });
  const mine = await does.ask(mia, ben, 'Check the ferry times', 'Do the ferries run in **January**?');
  await upToHere(mia, world.workspaceId);

  await world.setClock('2026-11-24T10:00:00Z');
  await does.ask(ana, mia, 'Choose the cover photo', 'Which of the two photos do we take, the mill or the bridge at dawn?');
  await does.edit(ben, 'Order the paper', { dueOn: '2026-12-08', why: 'The mill is closed this week' });
  await does.step(ben, mine, 'answer', { text: 'They do, twice a day, from pier 3.' });
  await does.say(ben, 'Photograph the mill', 'Too much fog for a picture today.');
  await world.setClock('2026-11-25T10:00:00Z');
  await does.edit(ana, 'Write the opening chapter', { ownerId: mia.id, dueOn: '2026-12-03' });
  await does.move(ana, 'Write the opening chapter', Doing);
  await does.ask(ben, mia, 'Order the paper', 'We take 90 g, recycled. Please say that you have seen it.', { want: 'acknowledgement' });
  await does.say(ben, 'Order the paper', '', {
    kind: 'update',
    headline: 'Three offers are here, the cheapest is from Porto',
    health: 'on track',
  });
  await world.setClock('2026-11-26T10:00:00Z');
  await does.edit(ana, 'Translate the index', { ownerId: ana.id, dueOn: '2026-12-10' });
  await does.handOver(ana, mia, 'Translate the index', 'Letters A to M are translated, the rest is marked.');
  await does.say(ana, 'Draw the river map', '', { kind: 'update', headline: 'The scale is agreed with the county', health: 'on track' });
  await does.move(ben, 'Photograph the mill', Done);
  return { ana, ben, mia, board, does };
}
