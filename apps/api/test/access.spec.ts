import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLField,
  type GraphQLInputType,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isLeafType,
  isNonNullType,
  getNamedType,
} from 'graphql';
import { picture } from './pictures';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from './world';

/** Who may use a root field on a board or workspace where somebody else is at home. */
type Expected = {
  /** Answers without an account. */
  public?: true;
  /** Answers for anybody who is signed in, about themselves. */
  own?: true;
  /** What a viewer of the workspace gets. */
  viewer?: 'yes' | 'FORBIDDEN' | 'own-refusal';
};

/** Every root field of the schema has an entry here; one without fails the test below. */
const expected: Record<string, Expected> = {
  setup: { public: true },
  me: { public: true },
  invitation: { public: true },
  setUp: { public: true },
  signIn: { public: true },
  acceptInvitation: { public: true },
  workspaces: { own: true },
  signOut: { own: true },
  signOutEverywhere: { own: true },
  changePassword: { own: true },
  editProfile: { own: true },
  editCalendar: { own: true },
  setStatus: { own: true },
  holidayRegions: { own: true },
  holidays: { own: true },
  // A feed is one's own; somebody else's is not there for anybody.
  revokeFeed: { viewer: 'own-refusal' },
  feeds: { viewer: 'yes' },
  createFeed: { viewer: 'yes' },
  myWork: { viewer: 'yes' },
  workspaceSchedule: { viewer: 'yes' },
  // One's own list, and how far one has read: nobody else sees either.
  catchUp: { viewer: 'yes' },
  today: { viewer: 'yes' },
  boardStory: { viewer: 'yes' },
  markLines: { viewer: 'yes' },
  moveWatermarks: { viewer: 'yes' },
  search: { viewer: 'yes' },
  searchLanguages: { own: true },
  followTask: { viewer: 'yes' },
  counterDeadline: { viewer: 'FORBIDDEN' },
  answerCounter: { viewer: 'FORBIDDEN' },
  offerHandoff: { viewer: 'FORBIDDEN' },
  answerHandoff: { viewer: 'FORBIDDEN' },
  conversation: { viewer: 'yes' },
  draft: { own: true },
  saveDraft: { own: true },
  postComment: { viewer: 'FORBIDDEN' },
  editComment: { viewer: 'FORBIDDEN' },
  react: { viewer: 'FORBIDDEN' },
  stepAsk: { viewer: 'FORBIDDEN' },
  checkIns: { viewer: 'yes' },
  checkInDay: { viewer: 'yes' },
  myCheckIns: { viewer: 'yes' },
  createCheckIn: { viewer: 'FORBIDDEN' },
  editCheckIn: { viewer: 'FORBIDDEN' },
  answerCheckIn: { viewer: 'FORBIDDEN' },
  decision: { viewer: 'yes' },
  decisions: { viewer: 'yes' },
  taskDecisions: { viewer: 'yes' },
  verifyDecisions: { viewer: 'yes' },
  createDecision: { viewer: 'FORBIDDEN' },
  stepDecision: { viewer: 'FORBIDDEN' },
  myReach: { own: true },
  chooseReach: { own: true },
  // A viewer may say that their own address works; here it is somebody else's.
  tryAddressAgain: { viewer: 'FORBIDDEN' },
  mailState: { viewer: 'FORBIDDEN' },
  mailArrivals: { viewer: 'FORBIDDEN' },
  outbox: { viewer: 'FORBIDDEN' },
  outboxMail: { viewer: 'FORBIDDEN' },
  boardAddress: { viewer: 'FORBIDDEN' },
  renewBoardAddress: { viewer: 'FORBIDDEN' },
  deliveriesToMe: { viewer: 'yes' },
  deliveriesByMe: { viewer: 'yes' },
  dueNumber: { viewer: 'yes' },
  urgent: { viewer: 'yes' },
  sendUrgent: { viewer: 'FORBIDDEN' },
  rateUrgent: { viewer: 'FORBIDDEN' },
  deliveryReport: { viewer: 'FORBIDDEN' },
  myReminders: { own: true },
  setMyReminders: { own: true },
  boardReminders: { viewer: 'yes' },
  setBoardReminders: { viewer: 'FORBIDDEN' },
  pushKey: { own: true },
  pushDevices: { own: true },
  addPushDevice: { own: true },
  // Somebody else's device or webhook is not there for anybody.
  removePushDevice: { viewer: 'own-refusal' },
  webhooks: { viewer: 'FORBIDDEN' },
  createWebhook: { viewer: 'FORBIDDEN' },
  removeWebhook: { viewer: 'own-refusal' },
  testWebhook: { viewer: 'own-refusal' },
  addFiles: { viewer: 'FORBIDDEN' },
  editFile: { viewer: 'FORBIDDEN' },
  emoji: { viewer: 'yes' },
  removeEmoji: { viewer: 'FORBIDDEN' },
  taskNames: { viewer: 'yes' },
  boards: { viewer: 'yes' },
  members: { viewer: 'yes' },
  invitations: { viewer: 'FORBIDDEN' },
  boardSnapshot: { viewer: 'yes' },
  boardEvents: { viewer: 'yes' },
  boardGuests: { viewer: 'FORBIDDEN' },
  task: { viewer: 'yes' },
  taskByKey: { viewer: 'yes' },
  archive: { viewer: 'yes' },
  trash: { viewer: 'yes' },
  imports: { viewer: 'FORBIDDEN' },
  editWorkspace: { viewer: 'FORBIDDEN' },
  setMemberRole: { viewer: 'FORBIDDEN' },
  removeMember: { viewer: 'FORBIDDEN' },
  createInvitation: { viewer: 'FORBIDDEN' },
  revokeInvitation: { viewer: 'FORBIDDEN' },
  createBoard: { viewer: 'FORBIDDEN' },
  createExampleBoard: { viewer: 'FORBIDDEN' },
  editBoard: { viewer: 'FORBIDDEN' },
  archiveBoard: { viewer: 'FORBIDDEN' },
  starBoard: { viewer: 'yes' },
  placeBoard: { viewer: 'yes' },
  setBoardGuest: { viewer: 'FORBIDDEN' },
  removeBoardGuest: { viewer: 'FORBIDDEN' },
  createColumn: { viewer: 'FORBIDDEN' },
  editColumn: { viewer: 'FORBIDDEN' },
  moveColumn: { viewer: 'FORBIDDEN' },
  archiveColumn: { viewer: 'FORBIDDEN' },
  createLabel: { viewer: 'FORBIDDEN' },
  editLabel: { viewer: 'FORBIDDEN' },
  deleteLabel: { viewer: 'FORBIDDEN' },
  createTasks: { viewer: 'FORBIDDEN' },
  editTasks: { viewer: 'FORBIDDEN' },
  editDescription: { viewer: 'FORBIDDEN' },
  moveTasks: { viewer: 'FORBIDDEN' },
  moveTasksToBoard: { viewer: 'FORBIDDEN' },
  archiveTasks: { viewer: 'FORBIDDEN' },
  keepTasks: { viewer: 'FORBIDDEN' },
  // Somebody else's time off is not there for anybody.
  leaveCheck: { viewer: 'own-refusal' },
  leaveAsItIs: { viewer: 'yes' },
  staleTasks: { viewer: 'yes' },
  statusUpdates: { viewer: 'yes' },
  statusDraft: { viewer: 'FORBIDDEN' },
  publishStatus: { viewer: 'FORBIDDEN' },
  acknowledgeStatus: { viewer: 'FORBIDDEN' },
  deleteTasks: { viewer: 'FORBIDDEN' },
  restoreTasks: { viewer: 'FORBIDDEN' },
  createChecklist: { viewer: 'FORBIDDEN' },
  editChecklist: { viewer: 'FORBIDDEN' },
  deleteChecklist: { viewer: 'FORBIDDEN' },
  createChecklistItems: { viewer: 'FORBIDDEN' },
  editChecklistItem: { viewer: 'FORBIDDEN' },
  moveChecklistItem: { viewer: 'FORBIDDEN' },
  deleteChecklistItem: { viewer: 'FORBIDDEN' },
  convertChecklistItem: { viewer: 'FORBIDDEN' },
  // Undo knows only one's own commands, so somebody else's is not there for anybody.
  undoCommand: { viewer: 'own-refusal' },
  previewImport: { viewer: 'FORBIDDEN' },
  runImport: { viewer: 'FORBIDDEN' },
  undoImport: { viewer: 'own-refusal' },
};

const schema = buildSchema(readFileSync(join(__dirname, '../../../libs/schema/schema.graphql'), 'utf8'));
const rootFields = (type: 'Query' | 'Mutation') =>
  Object.values((type === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {});

let server: TestServer;
let board: TestBoard;
let removed: Somebody;
let ids: Record<string, unknown>;

beforeAll(async () => {
  server = await aServer();
  board = await aBoard(server, { tasks: ['canary write', 'canary review'] });
  removed = await server.person('Rita');
  await server.join(board.workspaceId, removed, 'member');
  await board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
    w: board.workspaceId,
    p: removed.id,
  });

  const [checklistId, itemId, labelId] = [randomUUID(), randomUUID(), randomUUID()];
  const taskId = board.task('canary write');
  await board.alice.command('createChecklist', 'CreateChecklistInput', { taskId, id: checklistId, name: 'canary' });
  await board.alice.command('createChecklistItems', 'CreateChecklistItemsInput', { checklistId, items: [{ id: itemId, title: 'canary' }] });
  await board.alice.command('createLabel', 'CreateLabelInput', { boardId: board.id, id: labelId, name: 'canary', color: 'teal' });
  const other = await board.alice.ask<{ id: string; key: string }>(
    'mutation($input: CreateBoardInput!) { createBoard(input: $input) { id key } }',
    {
      input: { commandId: randomUUID(), workspaceId: board.workspaceId, name: 'Other' },
    },
  );
  const { columns } = await board.alice.ask<{ columns: { id: string }[] }>(
    'query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }',
    { w: board.workspaceId, k: other.key },
  );
  const invitation = await board.alice.ask<{ invitation: { id: string } }>(
    'mutation($i: CreateInvitationInput!) { createInvitation(input: $i) { invitation { id } } }',
    {
      i: { workspaceId: board.workspaceId, role: 'viewer' },
    },
  );
  const [commentId, askId, statusId] = [randomUUID(), randomUUID(), randomUUID()];
  await board.alice.command('publishStatus', 'PublishStatusInput', {
    ...{ id: statusId, boardId: board.id, health: 'on track', headline: 'canary', text: 'canary' },
    ...{ readerIds: [board.bob.id], toSeq: 1 },
  });
  await board.alice.command('postComment', 'PostCommentInput', {
    id: commentId,
    taskId,
    kind: 'ask',
    text: 'Which colour?',
    ask: { ids: [askId], personIds: [board.bob.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' } },
  });
  const checkInId = randomUUID();
  await board.alice.command('createCheckIn', 'CreateCheckInInput', {
    ...{
      id: checkInId,
      boardId: board.id,
      template: 'plan',
      title: 'canary',
      questions: ['canary?'],
      period: 'week',
      weekday: 1,
      offset: 60,
    },
    ...{ tasks: true, participantIds: [board.bob.id] },
  });
  const decisionId = randomUUID();
  await board.alice.command('createDecision', 'CreateDecisionInput', {
    ...{ id: decisionId, boardId: board.id, taskIds: [taskId], open: false },
    fields: { question: 'canary?', mode: 'record', deciderId: board.alice.id },
    outcome: { choice: 'canary', because: 'canary' },
  });
  const { id: fileId } = await board.alice.send(`/files/${taskId}`, 'canary.txt', 'canary');
  await board.alice.command('addFiles', 'AddFilesInput', { taskId, fileIds: [fileId] });
  const { id: emojiId } = await board.alice.send(`/emoji/${board.workspaceId}`, 'canary', picture('png'));
  const urgentId = randomUUID();
  await board.alice.command('sendUrgent', 'SendUrgentInput', {
    ...{ id: urgentId, taskId, toId: board.bob.id, reason: 'something is broken', text: 'canary' },
  });
  ids = {
    fileId,
    fileIds: [fileId],
    emojiId,
    keys: [`${board.key}-1`],
    urgentId,
    'sendUrgent.reason': 'something is broken',
    workspaceId: board.workspaceId,
    boardId: board.id,
    columnId: board.column('To do'),
    taskId,
    taskIds: [taskId],
    checklistId,
    itemId,
    labelId,
    personId: board.bob.id,
    key: board.key,
    'taskByKey.key': `${board.key}-1`,
    'task.id': taskId,
    'moveTasksToBoard.columnId': columns[0]?.id,
    'revokeInvitation.id': invitation.invitation.id,
    commentId,
    askId,
    statusId,
    'publishStatus.health': 'on track',
    'acknowledgeStatus.answer': 'seen',
    'react.on': true,
    forAll: true,
    'postComment.kind': 'note',
    'stepAsk.step': 'withdraw',
    checkInId,
    decisionId,
    'decision.number': 1,
    'stepDecision.step': 'retire',
    color: 'teal',
    afterSeq: 0,
    marks: [],
    'boardStory.since': '2026-11-01',
    'moveWatermarks.boards': [{ boardId: board.id, seq: 1 }],
    archived: true,
    starred: true,
    follows: true,
    on: '2026-12-01',
    baseVersion: 0,
    month: '2026-11',
    role: 'viewer',
    'createInvitation.role': 'viewer',
  };
});
afterAll(() => server.close());

/** A value of this type for the argument of this name: an id of the foreign workspace where one fits. */
function valueFor(field: string, name: string, type: GraphQLInputType): unknown {
  const known = ids[`${field}.${name}`] ?? ids[name];
  if (known !== undefined) return known;
  if (isNonNullType(type)) return valueFor(field, name, type.ofType);
  if (isListType(type)) return [valueFor(field, name, type.ofType)];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((input) => isNonNullType(input.type))
        .map((input) => [input.name, valueFor(field, input.name, input.type)]),
    );
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (type.toString() === 'ID') return randomUUID();
  if (type.toString() === 'Int') return 1;
  if (type.toString() === 'Boolean') return true;
  return 'canary';
}

/** The operation for a root field with all required arguments and every leaf of the answer. */
function operationFor(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>) {
  const args = field.args.filter((arg) => isNonNullType(arg.type));
  const type = getNamedType(field.type);
  const leaves =
    'getFields' in type && !isInputObjectType(type) ? Object.values(type.getFields()).filter((f) => isLeafType(getNamedType(f.type))) : [];
  const declared = args.map((arg) => `$${arg.name}: ${arg.type.toString()}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(type) ? '' : `{ ${leaves.map((f) => f.name).join(' ') || '__typename'} }`;
  return {
    query: `${kind} Walk${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selection} }`,
    variables: Object.fromEntries(args.map((arg) => [arg.name, valueFor(field.name, arg.name, arg.type)])),
  };
}

const all = [...rootFields('Query').map((f) => ['query', f] as const), ...rootFields('Mutation').map((f) => ['mutation', f] as const)];
const guarded = all.filter(([, f]) => !expected[f.name]?.public && !expected[f.name]?.own);

it('has an entry for every root field, and none for fields that are gone', () => {
  expect(Object.keys(expected).sort()).toEqual(all.map(([, f]) => f.name).sort());
  expect(Object.keys(schema.getSubscriptionType()?.getFields() ?? {})).toEqual(['boardEvent']);
});

describe('without an account', () => {
  it.each(all.filter(([, f]) => !expected[f.name]?.public).map(([kind, f]) => [f.name, kind, f] as const))(
    '%s is refused',
    async (_name, kind, field) => {
      const { query, variables } = operationFor(kind, field);
      const { errors, data } = await server.nobody().post(query, variables);
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
    },
  );
});

describe.each(['outsider', 'removed member'])('as %s', (who) => {
  it.each(guarded.map(([kind, f]) => [f.name, kind, f] as const))('%s knows nothing and changes nothing', async (_name, kind, field) => {
    const somebody = who === 'outsider' ? board.outsider : removed;
    const before = await board.snapshot();
    const { query, variables } = operationFor(kind, field);
    const answer = await somebody.post(query, variables);
    expect(['NOT_FOUND', 'NOTHING_TO_UNDO']).toContain(answer.errors?.[0]?.extensions.code);
    expect(JSON.stringify(answer)).not.toContain('canary');
    expect(await board.snapshot()).toEqual(before);
  });
});

describe('as viewer', () => {
  it.each(guarded.map(([kind, f]) => [f.name, kind, f] as const))('%s does what a viewer may', async (name, kind, field) => {
    const before = await board.snapshot();
    const { query, variables } = operationFor(kind, field);
    const { errors } = await board.viewer.post(query, variables);
    const wanted = expected[name]?.viewer;
    if (wanted === 'yes') expect(errors).toBeUndefined();
    else if (wanted === 'FORBIDDEN') expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    else expect(['NOT_FOUND', 'NOTHING_TO_UNDO']).toContain(errors?.[0]?.extensions.code);
    // Following a task is told to the others, and changes nothing that they see.
    const { seq } = await board.snapshot();
    expect(await board.snapshot()).toEqual({ ...before, seq: name === 'followTask' ? seq : before.seq, myRole: 'owner' });
  });
});

it('refuses a subscription and an upload without an account', async () => {
  const upload = await fetch(`${server.url}/uploads`, { method: 'POST', headers: { 'x-baton-request': '1' }, body: '{}' });
  expect(upload.status).toBe(401);
});
