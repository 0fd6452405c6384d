import {
  type AskFact,
  type Facts,
  type Happened,
  type Rank,
  type TaskFact,
  type Written,
  assumedCalendar,
  bareCard,
  defaultNorms,
  promiseOf,
} from '../src';

/** Monday to Friday, nine to five. */
export const berlin = assumedCalendar('Europe/Berlin');
/** A Friday morning in Berlin. */
export const now = Date.parse('2026-11-27T08:30:00Z');
/** A task of WEB that is being worked on. */
export const task = (id: string, fields: Partial<TaskFact> = {}): TaskFact => ({
  ...bareCard,
  id,
  boardId: 'web',
  number: Number(id.replace(/\D/g, '') || 1),
  columnId: 'doing',
  rank: 'a0' as Rank,
  title: id,
  dueSetById: null,
  followerIds: [],
  ...fields,
});
let seq = 0;
/** Something that Ana did to a task. */
export const happens = (taskId: string, fields: Partial<Happened> & { before?: object; after?: object } = {}): Happened => {
  seq += 1;
  const { before = {}, after = {}, ...rest } = fields;
  const rows = [{ taskId, before: before as Record<string, unknown>, after: after as Record<string, unknown> }];
  return {
    boardId: 'web',
    seq,
    at: new Date(now - 1_000_000 + seq).toISOString(),
    actorId: 'ana',
    kind: 'task.edited',
    taskIds: [taskId],
    decisionIds: [],
    rows,
    why: null,
    ...rest,
  };
};
/** What Mia sees, with Ana and Ben around her. */
export function facts(tasks: TaskFact[], happened: Happened[] = [], written: Written[] = [], asks: AskFact[] = []): Facts {
  const board = {
    id: 'web',
    workspaceId: 'team',
    key: 'WEB',
    name: 'Website',
    zone: 'Europe/Berlin',
    norms: defaultNorms,
    triageId: null,
    seq: 99_999,
    since: 0,
    sinceAt: '2026-11-23T08:00:00Z',
    classes: new Map([
      ['todo', 'queued'],
      ['doing', 'active'],
      ['done', 'done'],
      ['no', 'dropped'],
    ] as const),
  };
  const people = ['me', 'ana', 'ben'];
  return {
    meId: 'me',
    now,
    boards: new Map([['web', board]]),
    tasks: new Map(tasks.map((one) => [one.id, one])),
    asks,
    decisions: [],
    checkIns: [],
    answeredAt: new Map(),
    gone: new Set(),
    names: new Map([
      ['ana', 'Ana'],
      ['ben', 'Ben'],
      ['me', 'Mia'],
    ]),
    calendars: new Map(people.map((id) => [id, berlin])),
    happened,
    written,
    statuses: [],
    hours: [],
  };
}

/** A question that was asked at an instant, with what the receiver's clock made of it. */
export function ask(change: Partial<AskFact> = {}): AskFact {
  const sentAt = change.sentAt ?? '2026-11-26T09:00:00.000Z';
  const promise = promiseOf(berlin, defaultNorms, { sentAt: Date.parse(sentAt), blocking: change.blocking ?? false, explicit: null });
  return {
    id: 'q1',
    taskId: 't1',
    boardId: 'web',
    commentId: 'c1',
    askerId: 'ana',
    holderId: 'me',
    poolIds: [],
    want: 'answer',
    blocking: false,
    ifNoReply: { kind: 'wait' },
    sentAt,
    deliveredAt: new Date(promise?.deliveredAt ?? 0).toISOString(),
    respondBy: new Date(promise?.respondBy ?? 0).toISOString(),
    explicit: false,
    shortNotice: null,
    deferred: false,
    deferAsked: null,
    offeredToId: null,
    delegatedFromId: null,
    closed: null,
    talk: null,
    rounds: 0,
    version: 1,
    steps: [{ step: 'send', at: sentAt, byId: change.askerId ?? 'ana', text: '' }],
    question: 'Which colour?',
    ...change,
  };
}
