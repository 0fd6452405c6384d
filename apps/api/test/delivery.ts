import { randomUUID } from 'node:crypto';
import type { Calendar, Leave } from '@baton/domain';
import { AddressRefused, type Channel, type Message } from '../src/delivery/channel';
import { Settling } from '../src/decision/settling';
import { Deliveries } from '../src/delivery/deliveries';
import { Tick } from '../src/delivery/tick';
import { type Somebody, type TestBoard, type TestServer, aBoard } from './world';

/** A way to reach people that keeps what it was given, and fails as the test says. */
export class Letterbox implements Channel {
  readonly got: (Message & { at: string })[] = [];
  fault: (() => Error | null) | null = null;
  constructor(
    private readonly server: TestServer,
    readonly name: Channel['name'] = 'mail',
  ) {}
  private refused = false;
  reaches() {
    return Promise.resolve(!this.refused);
  }
  send(message: Message) {
    const fault = this.fault?.();
    this.refused ||= fault instanceof AddressRefused;
    if (fault) return Promise.reject(fault);
    this.got.push({ ...message, at: this.server.clock.now().toISOString() });
    return Promise.resolve();
  }
  /** What somebody got: when, and what it said. */
  to(who: Somebody) {
    return this.got
      .filter(({ personId }) => personId === who.id)
      .map(({ at, lines }) => [at.slice(5, 16), ...lines.map(({ text }) => text)]);
  }
}

/** A board, a mailbox, and a worker that comes round when the scene says so. */
export async function aDelivery(server: TestServer, scene: { tasks?: string[] } = { tasks: ['write'] }) {
  server.clock.set('2026-11-24T09:00:00Z');
  const board: TestBoard = await aBoard(server, scene);
  const mail = new Letterbox(server);
  const deliveries = server.app.get(Deliveries);
  deliveries.register(mail);
  const tick = server.app.get(Tick);
  const settling = server.app.get(Settling);
  const task = (title: string) => board.task(title);
  /** People do one thing after the other. */
  const later = () => server.clock.passMinutes(0.1);
  return {
    ...board,
    mail,
    /** The worker comes round at these times, one after the other. */
    async at(...times: string[]) {
      for (const time of times) {
        server.clock.set(time);
        await settling.settleAll();
        await tick.run();
      }
    },
    async ask(from: Somebody, to: Somebody, text: string, more: Record<string, unknown> = {}) {
      later();
      const [id, askId] = [randomUUID(), randomUUID()];
      const ask = { ids: [askId], personIds: [to.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' }, ...more };
      await from.command('postComment', 'PostCommentInput', { id, taskId: task('write'), kind: 'ask', text, ask });
      return { id, askId };
    },
    step: (who: Somebody, askId: string, step: string, more: Record<string, unknown> = {}) => (
      later(),
      who.command('stepAsk', 'StepAskInput', { askId, step, ...more })
    ),
    async note(from: Somebody, text: string, more: Record<string, unknown> = {}) {
      later();
      const id = randomUUID();
      await from.command('postComment', 'PostCommentInput', { id, taskId: task('write'), kind: 'note', text, ...more });
      return id;
    },
    edit: (who: Somebody, fields: Record<string, unknown>, title = 'write') => (
      later(),
      who.command('editTasks', 'EditTasksInput', { taskIds: [task(title)], ...fields })
    ),
    hours: (who: Somebody, parts: Partial<Calendar>) =>
      who.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), ...parts } }),
  };
}

export const aLeave = (fromDay: string, toDay: string, more: Partial<Leave> = {}): Leave => ({
  id: randomUUID(),
  fromDay,
  fromTime: null,
  toDay,
  toTime: null,
  delegateId: null,
  note: '',
  returnBuffer: 0,
  ...more,
});
