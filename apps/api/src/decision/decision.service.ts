import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Change,
  type Decision,
  type DecisionParty,
  type DecisionScene,
  type DecisionStep,
  Refusal,
  decisionAt,
  decisionName,
  decisionParties,
  decisionSteps,
  isInForce,
  limits,
  may,
  mayReopen,
  standsInForDecider,
  mayTake,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands, type LockedBoard, type Outcome as CommandOutcome } from '../board/command';
import { AskService } from '../conversation/ask.service';
import { asksWhere, settleOwed } from '../conversation/ask.store';
import { addComment } from '../conversation/comment.store';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { atMost, requireText } from '../platform/text';
import { requirePeople } from '../task/task.service';
import type { CreateDecisionInput, StepDecisionInput } from './decision.inputs';
import { type StepEffect, effects, requireLed } from './decision.steps';
import { decisionChanges, decisionsWhere, writeDecision, writeTasks } from './decision.store';
import { soundFields } from './fields';
import { seal } from './seal';
import { Settling, putInForce, sceneOf } from './settling';

const stateWords: Record<Decision['state'], string> = {
  draft: 'is still a draft',
  open: 'is open for input',
  awaiting: 'waits for its decider',
  contested: 'was objected to',
  decided: 'is decided',
  adopted: 'is in force',
  withdrawn: 'was withdrawn',
  superseded: 'was superseded',
  retired: 'no longer holds',
};

/** The part that somebody has in a decision on its board. */
export function partiesIn(decision: Decision, actor: Actor, standsIn = false): Set<DecisionParty> {
  const parties = new Set<DecisionParty>();
  if (may(actor, 'decision.speak')) parties.add('commenter');
  if (may(actor, 'decision.propose')) parties.add('writer');
  if (may(actor, 'decision.redact')) parties.add('admin');
  if (!parties.has('commenter')) return parties;
  if (decision.proposerId === actor.personId) parties.add('proposer');
  if (decision.deciderId === actor.personId || standsIn) parties.add('decider');
  if (decision.contributors.some(({ personId }) => personId === actor.personId)) parties.add('contributor');
  return parties;
}

/** Decisions: proposed, spoken about, and sealed, so that whoever asks in three months finds who decided what, and why (2.7). */
@Injectable()
export class DecisionService {
  constructor(
    private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly asks: AskService,
    private readonly settling: Settling,
  ) {}

  /** Drafts a decision; opens it for input, or puts it on record, in the same step where that is asked for. */
  create(viewer: Viewer, input: CreateDecisionInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'decision.propose', target: { boardId: input.boardId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const draft = await this.draft(tx, viewer, board, input);
      await writeDecision(tx, draft);
      await writeTasks(tx, draft, await this.tasksHere(tx, board, input.taskIds));
      const [written] = await decisionsWhere(tx, 'd.id = $1', [draft.id]);
      if (!written) throw new Refusal('NOT_FOUND');
      if (input.outcome || input.open) {
        const step = input.outcome ? 'record' : 'open';
        return this.write(
          tx,
          viewer,
          board,
          written,
          await this.effect(tx, viewer, board, written, { step, outcome: input.outcome ?? null }),
        );
      }
      return { kind: 'decision.drafted', changes: await decisionChanges(tx, written), taskIds: written.taskIds };
    });
  }

  /** Takes one step of the table; refuses what the state or the caller's part does not allow, with the present state. */
  async step(viewer: Viewer, input: StepDecisionInput): Promise<Event> {
    const [row] = await select<{ board_id: string }>(this.db, 'select board_id from decision where id = $1', [input.decisionId]);
    // What the clock did comes first in the log.
    if (row) await this.settling.settleBoard(row.board_id);
    const request = { commandId: input.commandId, action: 'decision.speak', target: { decisionId: input.decisionId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      if (!decisionSteps.includes(input.step))
        throw new Refusal('BAD_INPUT', { field: 'step', reason: 'This is not a step of a decision.' });
      const [decision] = await decisionsWhere(tx, 'd.id = $1', [input.decisionId]);
      if (!decision) throw new Refusal('NOT_FOUND');
      return this.write(tx, viewer, board, decision, await this.effect(tx, viewer, board, decision, input));
    });
  }

  /** Input closes later where somebody's new hours say so, and never earlier (D1). Within the transaction of the change. */
  async slide(tx: EntityManager, boardId: string, personId: string): Promise<Change[]> {
    const open = await decisionsWhere(tx, `d.board_id = $1 and d.state = 'open' and d.contributors @> $2::jsonb`, [
      boardId,
      JSON.stringify([{ personId }]),
    ]);
    const scene = open.length > 0 ? await sceneOf(tx, boardId, open) : null;
    if (!scene) return [];
    const changes: Change[] = [];
    for (const decision of open) {
      const { closesAt } = decisionAt(decision, scene, 0);
      const closes = closesAt === null ? null : new Date(closesAt).toISOString();
      if (closes === null || closes === decision.closesAt) continue;
      const next = { ...decision, closesAt: closes, closesFloor: closes };
      await writeDecision(tx, next);
      changes.push(...(await decisionChanges(tx, next)));
    }
    return changes;
  }

  private async effect(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    decision: Decision,
    input: Omit<StepDecisionInput, 'commandId' | 'decisionId'>,
  ): Promise<StepEffect> {
    const named = [input.personId, input.fields?.deciderId, ...(input.fields?.contributors ?? []).map(({ personId }) => personId)];
    const people = [...named, ...(input.fields?.informedIds ?? [])].filter((id): id is string => !!id);
    if (people.length > 0 && input.step !== 'inform') await requirePeople(tx, board, [...new Set(people)]);
    const time = await sceneOf(tx, board.id, [decision], [...people, viewer.personId]);
    const { state } = decisionAt(decision, time, board.now.getTime());
    const standsIn = input.step === 'decide' && standsInForDecider(decision, time, viewer.personId, board.now.getTime());
    this.require(decision, state, input.step, board.actor, standsIn);
    if (input.step === 'open') await this.requireReopenable(tx, decision, time, board);
    const taskIds = input.step === 'link' ? await this.tasksHere(tx, board, input.taskIds ?? []) : null;
    const scene = { input: { ...input, taskIds }, byId: viewer.personId, now: board.now, time, state };
    const effect = effects[input.step](decision, scene);
    requireLed(state, input.step, effect.decision.state);
    return effect;
  }

  /** Writes what a step did, and what follows from it: the seal, what it replaces, the ask for information. */
  private async write(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    before: Decision,
    effect: StepEffect,
  ): Promise<CommandOutcome> {
    let decision = effect.decision;
    const changes: Change[] = [];
    if (effect.asks) {
      const asked = await this.askProposer(tx, viewer, board, decision, effect.asks.reason);
      const stances = decision.stances.with(-1, { ...effect.asks, askId: asked.askId });
      decision = { ...decision, stances };
      changes.push(...asked.changes);
    }
    if (effect.informs) changes.push(...(await this.answerAsk(tx, viewer, board, effect.informs)));
    const redacts = decision.afterwards.length > before.afterwards.length && decision.afterwards.at(-1)?.kind === 'redaction';
    if (redacts) await tx.query(`select set_config('baton.redacting', 'on', true)`);
    const replaced =
      isInForce(decision.state) && !isInForce(before.state)
        ? await putInForce(tx, decision, { personId: viewer.personId, now: board.now })
        : await writeDecision(tx, decision).then(() => []);
    if (decision.afterwards.length > before.afterwards.length && before.seal) await seal(tx, decision, board.now);
    await writeTasks(tx, decision, decision.taskIds);
    const touched = [...new Set([...before.taskIds, ...decision.taskIds])];
    changes.push(...(await decisionChanges(tx, decision, touched)));
    for (const old of replaced) changes.push(...(await decisionChanges(tx, old)));
    return { kind: effect.kind, changes, taskIds: touched };
  }

  private async draft(tx: EntityManager, viewer: Viewer, board: LockedBoard, input: CreateDecisionInput): Promise<Decision> {
    const fields = soundFields(input.fields);
    const contributors = input.fields.contributors ?? [];
    const people = [fields.deciderId, ...contributors.map(({ personId }) => personId), ...(fields.informedIds ?? [])];
    await requirePeople(tx, board, [...new Set(people.filter((id): id is string => !!id))]);
    const [{ number = 1 } = {}] = await select<{ number: number }>(
      tx,
      'select coalesce(max(number), 0)::int + 1 as number from decision where board_id = $1',
      [board.id],
    );
    await this.requireOlder(tx, board, input);
    return {
      ...{ context: '', options: [], recommendation: '', because: '', informedIds: [], hideStances: false, blocking: false },
      ...{ mode: 'advice', reversibility: 'costly', closesWish: null, decideBy: null, reviewOn: null, reviewTrigger: '' },
      deciderId: viewer.personId,
      ...fields,
      question: requireText(input.fields.question ?? '', 'the question', limits.question),
      id: input.id,
      workspaceId: board.workspaceId,
      boardId: board.id,
      number,
      state: 'draft',
      proposerId: viewer.personId,
      contributors: contributors.map((one) => ({ ...one, addedAt: board.now.toISOString(), deliveredAt: null })),
      commentId: input.commentId ?? null,
      createdAt: board.now.toISOString(),
      ...{ openedAt: null, closesFloor: null, closesAt: null, version: 1, versions: [], stances: [], outcome: null, history: [] },
      ...{ afterwards: [], supersededById: null, whyWithdrawn: '', taskIds: [], seal: null },
      reopensId: input.reopensId ?? null,
      supersedesId: input.supersedesId ?? null,
      whatIsNew: input.reopensId
        ? requireText(input.whatIsNew ?? '', 'what is new since it was decided', limits.comment)
        : atMost((input.whatIsNew ?? '').trim(), 'what is new', limits.comment),
    };
  }

  /** What it reopens or replaces is a decision in force of the same board; what it was made from is a comment of that board. */
  private async requireOlder(tx: EntityManager, board: LockedBoard, { reopensId, supersedesId, commentId }: CreateDecisionInput) {
    for (const id of [reopensId, supersedesId].filter((one): one is string => !!one)) {
      const [old] = await decisionsWhere(tx, 'd.id = $1 and d.board_id = $2', [id, board.id]);
      if (!old) throw new Refusal('NOT_FOUND');
      if (!isInForce(old.state))
        throw new Refusal('CONFLICT', {
          reason: `${decisionName(old.number)} ${stateWords[old.state]}: only what is in force is reopened or replaced.`,
        });
    }
    if (!commentId) return;
    const here = await select(tx, 'select 1 from comment c join task t on t.id = c.task_id where c.id = $1 and t.board_id = $2', [
      commentId,
      board.id,
    ]);
    if (here.length === 0) throw new Refusal('NOT_FOUND');
  }

  private async requireReopenable(tx: EntityManager, decision: Decision, time: DecisionScene, board: LockedBoard) {
    if (decision.reopensId === null) return;
    const [old] = await decisionsWhere(tx, 'd.id = $1', [decision.reopensId]);
    const who = { personId: board.actor.personId, admin: may(board.actor, 'decision.redact') };
    if (!old || mayReopen(old, time, who, board.now.getTime())) return;
    throw new Refusal('CONFLICT', {
      reason: `${decisionName(old.number)} was decided less than ten working days ago: its decider or an admin opens this, or whoever reports that what would change it has happened.`,
    });
  }

  private require(decision: Decision, state: Decision['state'], step: DecisionStep, actor: Actor, standsIn: boolean) {
    const fits = mayTake(decision, state, step);
    const parties = partiesIn(decision, actor, standsIn);
    if (fits && decisionParties[step].some((party) => parties.has(party))) return;
    if (fits) throw new Refusal('FORBIDDEN', { reason: 'This is up to somebody else.', state });
    throw new Refusal('CONFLICT', {
      state,
      reason: `${decisionName(decision.number)} ${stateWords[state]} by now, so that cannot be done.`,
    });
  }

  private async tasksHere(tx: EntityManager, board: LockedBoard, taskIds: readonly string[]): Promise<string[]> {
    const ids = [...new Set(taskIds)];
    if (ids.length > limits.tasksPerDecision)
      throw new Refusal('BAD_INPUT', { field: 'taskIds', reason: `Link at most ${limits.tasksPerDecision} tasks.` });
    const here = await select(tx, 'select 1 from task where id = any($1) and board_id = $2', [ids, board.id]);
    if (here.length < ids.length) throw new Refusal('NOT_FOUND');
    return ids;
  }

  /** A need for information is an ask to the proposer on the decision's first task; without one the decision's page carries it. */
  private async askProposer(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    decision: Decision,
    question: string,
  ): Promise<{ askId: string | null; changes: Change[] }> {
    const [taskId] = decision.taskIds;
    if (!taskId || decision.proposerId === viewer.personId) return { askId: null, changes: [] };
    const [commentId, askId] = [randomUUID(), randomUUID()];
    const text = `${decisionName(decision.number)}: ${question}`;
    const said = await addComment(tx, board, viewer, { id: commentId, taskId, text, kind: 'ask' });
    await this.asks.send(
      tx,
      viewer,
      board,
      { id: commentId, taskId },
      {
        ...{ ids: [askId], personIds: [decision.proposerId], pool: false, want: 'answer', blocking: false },
        ifNoReply: { kind: 'wait' },
      },
    );
    return { askId, changes: [{ type: 'detail', id: taskId, fields: { what: 'comments' } }, ...said, ...(await settleOwed(tx, [taskId]))] };
  }

  private async answerAsk(tx: EntityManager, viewer: Viewer, board: LockedBoard, { askId, text }: { askId: string; text: string }) {
    const [ask] = await asksWhere(tx, 'a.id = $1 and a.closed is null and a.holder_id = $2', [askId, viewer.personId]);
    return ask ? this.asks.take(tx, viewer, board, ask, { step: 'answer', text }) : [];
  }
}
