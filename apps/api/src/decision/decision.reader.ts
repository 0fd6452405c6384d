import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Decision,
  type DecisionFilter,
  type DecisionLine,
  type DecisionPage,
  type DecisionScene,
  type DecisionStanding,
  type DecisionStep,
  currentStance,
  decisionAt,
  decisionMarkdown,
  decisionFile,
  decisionName,
  decisionStepsFor,
  hearings,
  inFilter,
  isInForce,
  standsInForDecider,
  Refusal,
  taskKey,
} from '@baton/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import { Access } from '../workspace/access';
import { aroundOf } from './around';
import { partiesIn } from './decision.service';
import { decisionsWhere } from './decision.store';
import { type Verdict, verifyBoard } from './seal';
import { Settling, sceneOf } from './settling';

const mostLines = 1_000;

interface BoardRow {
  id: string;
  key: string;
  name: string;
  zone: string;
}

/** Reads decisions: one with everything, the log, those of a task, and their files. What the clock did is written down on the way. */
@Injectable()
export class DecisionReader {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly settling: Settling,
  ) {}

  /** One decision with its standing, who was heard, and what the caller can do with it. */
  async page(viewer: Viewer, board: { workspaceId: string; key: string }, number: number): Promise<DecisionPage> {
    const reached = await this.access.requireOnBoard(this.db, viewer, 'board.read', board);
    await this.settling.settleBoard(reached.id);
    const [decision] = await decisionsWhere(this.db, 'd.board_id = $1 and d.number = $2', [reached.id, number]);
    if (!decision || !mayRead(decision, viewer)) throw new Refusal('NOT_FOUND');
    const scene = await sceneOf(this.db, reached.id, [decision]);
    const now = this.clock.now().getTime();
    const standing = decisionAt(decision, scene, now);
    const hidden = hidesStances(decision, standing, viewer.personId);
    const shown = hidden ? { ...decision, stances: decision.stances.filter(({ personId }) => personId === viewer.personId) } : decision;
    const until = standing.state === 'open' ? now : (standing.closesAt ?? now);
    return {
      decision: shown,
      boardKey: reached.key,
      boardZone: reached.zone,
      standing,
      hearings: decision.mode === 'record' || !decision.openedAt ? [] : hearings(shown, scene, until),
      stancesHidden: hidden,
      steps: this.steps(decision, standing.state, reached.actor, standsInForDecider(decision, scene, viewer.personId, now)),
      people: await this.people(decision),
      ...(await aroundOf(this.db, decision, reached)),
    };
  }

  /** What the caller can do; whoever stands in for the decider decides, and nothing else in their name. */
  private steps(decision: Decision, state: Decision['state'], actor: Actor, standsIn: boolean): DecisionStep[] {
    const own = decisionStepsFor(decision, state, partiesIn(decision, actor));
    const asDecider = standsIn ? decisionStepsFor(decision, state, partiesIn(decision, actor, true)) : own;
    return asDecider.filter((step) => own.includes(step) || step === 'decide');
  }

  /** The log of a board, or of everything that the caller may read in a workspace, newest first. */
  async log(
    viewer: Viewer,
    workspaceId: string,
    { boardId, filter, search }: { boardId?: string | null; filter?: DecisionFilter | null; search?: string | null },
  ): Promise<DecisionLine[]> {
    const boards = (await this.boards(viewer, workspaceId)).filter(({ id }) => !boardId || id === boardId);
    if (boardId && boards.length === 0) throw new Refusal('NOT_FOUND');
    for (const { id } of boards) await this.settling.settleBoard(id);
    const words = (search ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
    const text = `lower(concat_ws(' ', 'D-' || d.number, d.question, d.context, d.recommendation, d.because, d.outcome ->> 'choice', d.outcome ->> 'because'))`;
    const decisions = await decisionsWhere(
      this.db,
      `d.board_id = any($1) and (d.state <> 'draft' or d.proposer_id = $2)
       and not exists (select 1 from unnest($3::text[]) w where strpos(${text}, w) = 0)`,
      [boards.map(({ id }) => id), viewer.personId, words],
    );
    const lines: DecisionLine[] = [];
    for (const board of boards)
      lines.push(
        ...(await this.lines(
          viewer,
          board,
          decisions.filter(({ boardId: id }) => id === board.id),
        )),
      );
    return lines
      .filter((line) => !filter || inFilter(line, filter))
      .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
      .slice(0, mostLines);
  }

  /** The decisions of a task, those in force first; what took the place of one is there too, though nobody linked it. */
  async ofTask(viewer: Viewer, taskId: string): Promise<DecisionLine[]> {
    const reached = await this.access.requireOnBoard(this.db, viewer, 'board.read', { taskId });
    await this.settling.settleBoard(reached.id);
    const decisions = await decisionsWhere(
      this.db,
      `d.board_id = $1 and (d.state <> 'draft' or d.proposer_id = $3) and d.id in (
         with recursive about as (
           select l.decision_id as id from decision_task l where l.task_id = $2
           union select o.superseded_by_id from about a join decision o on o.id = a.id where o.superseded_by_id is not null)
         select id from about)`,
      [reached.id, taskId, viewer.personId],
    );
    const [board] = await select<BoardRow>(this.db, 'select id, key, name, zone from board where id = $1', [reached.id]);
    const lines = board ? await this.lines(viewer, board, decisions) : [];
    const order = (line: DecisionLine) => (isInForce(line.state) ? 0 : line.state === 'superseded' || line.state === 'retired' ? 2 : 1);
    return lines.toSorted((a, b) => order(a) - order(b) || b.number - a.number);
  }

  /** Checks the chain of every board that the caller may read, or of one. */
  async verify(viewer: Viewer, workspaceId: string, boardId: string | null): Promise<Verdict[]> {
    const boards = (await this.boards(viewer, workspaceId)).filter(({ id }) => !boardId || id === boardId);
    if (boardId && boards.length === 0) throw new Refusal('NOT_FOUND');
    return Promise.all(boards.map((board) => verifyBoard(this.db, board)));
  }

  /** The Markdown files of a board's decisions, or of one: name and text. */
  async files(
    viewer: Viewer,
    boardId: string,
    decisionId: string | null,
  ): Promise<{ board: string; files: { name: string; text: string }[] }> {
    const reached = await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    await this.settling.settleBoard(reached.id);
    const all = await decisionsWhere(this.db, `d.board_id = $1 and d.state <> 'draft'`, [boardId], 'd.number');
    const wanted = all.filter(({ id }) => decisionId === null || id === decisionId);
    const people = new Map((await this.peopleOf(wanted)).map(({ id, name }) => [id, name]));
    const tasks = await select<{ id: string; number: number; title: string }>(
      this.db,
      'select id, number, title from task where id = any($1)',
      [wanted.flatMap(({ taskIds }) => taskIds)],
    );
    const scene = {
      nameOf: (id: string) => people.get(id) ?? 'somebody who left',
      taskOf: (id: string) => {
        const task = tasks.find((one) => one.id === id);
        return task ? `${taskKey(reached.key, task.number)} ${task.title}` : 'a task that is gone';
      },
      decisionOf: (id: string) => decisionName(all.find((one) => one.id === id)?.number ?? 0),
      zone: reached.zone,
    };
    return { board: reached.key, files: wanted.map((one) => ({ name: decisionFile(one), text: decisionMarkdown(one, scene) })) };
  }

  /** The Markdown files of every board that the caller may read, board by board. */
  async allFiles(viewer: Viewer, workspaceId: string) {
    const boards = await this.boards(viewer, workspaceId);
    const all = [];
    for (const { id } of boards) all.push(await this.files(viewer, id, null));
    return all.filter(({ files }) => files.length > 0);
  }

  private async lines(viewer: Viewer, board: BoardRow, decisions: readonly Decision[]): Promise<DecisionLine[]> {
    if (decisions.length === 0) return [];
    const moving = decisions.filter(({ state }) => state === 'open' || isInForce(state));
    const scene = await sceneOf(this.db, board.id, moving);
    const names = new Map((await this.peopleOf(decisions)).map(({ id, name }) => [id, name]));
    const numbers = new Map(decisions.map(({ id, number }) => [id, number]));
    const now = this.clock.now().getTime();
    return decisions.map((decision) => lineOf(decision, { viewer, board, scene, names, numbers, now }));
  }

  private people(decision: Decision) {
    return this.peopleOf([decision]);
  }

  private peopleOf(decisions: readonly Decision[]): Promise<{ id: string; name: string; zone: string }[]> {
    const ids = decisions.flatMap((d) => [
      ...[d.proposerId, d.deciderId, d.outcome?.decidedById, ...d.informedIds],
      ...[...d.contributors, ...d.stances].map(({ personId }) => personId),
      ...[...d.afterwards, ...d.history, ...d.versions].map(({ byId }) => byId),
    ]);
    return select(this.db, 'select id, name, zone from person where id = any($1)', [[...new Set(ids.filter((id) => !!id))]]);
  }

  private async boards(viewer: Viewer, workspaceId: string): Promise<BoardRow[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    return select<BoardRow>(
      this.db,
      `select b.id, b.key, b.name, b.zone from board b
       join membership m on m.workspace_id = b.workspace_id and m.person_id = $2
       where b.workspace_id = $1 and (m.role <> 'guest' or exists (select 1 from board_guest g where g.board_id = b.id and g.person_id = $2))
       order by b.key`,
      [workspaceId, viewer.personId],
    );
  }
}

/** A draft is its proposer's until it is opened. */
const mayRead = (decision: Decision, viewer: Viewer) => decision.state !== 'draft' || decision.proposerId === viewer.personId;

/** Whether somebody who is asked gives their own view first (D6). */
const hidesStances = (decision: Decision, standing: DecisionStanding, personId: string) =>
  decision.hideStances &&
  standing.state === 'open' &&
  decision.contributors.some((one) => one.personId === personId) &&
  currentStance(decision, personId) === null;

interface LineScene {
  viewer: Viewer;
  board: BoardRow;
  scene: DecisionScene;
  names: Map<string, string>;
  numbers: Map<string, number>;
  now: number;
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

function lineOf(decision: Decision, { viewer, board, scene, names, numbers, now }: LineScene): DecisionLine {
  const standing = decisionAt(decision, scene, now);
  return {
    ...{ id: decision.id, boardId: board.id, boardKey: board.key, boardName: board.name, number: decision.number },
    ...{ question: decision.question, choice: decision.outcome?.choice ?? decision.recommendation, mode: decision.mode },
    state: standing.state,
    deciderId: decision.deciderId,
    deciderName: decision.deciderId === null ? null : (names.get(decision.deciderId) ?? null),
    proposerName: names.get(decision.proposerId) ?? '',
    decidedAt: decision.outcome?.decidedAt ?? null,
    closesAt: iso(standing.closesAt),
    decideBy: iso(standing.decideBy),
    reviewOn: decision.reviewOn,
    ...{ reviewDue: standing.reviewDue, closing: standing.closing, overdue: standing.overdue },
    supersededByNumber: decision.supersededById === null ? null : (numbers.get(decision.supersededById) ?? null),
    mine: owes(decision, standing, viewer.personId),
    createdAt: decision.createdAt,
  };
}

/** What somebody owes a decision now. */
function owes(decision: Decision, standing: DecisionStanding, personId: string): DecisionLine['mine'] {
  const asked = decision.contributors.some((one) => one.personId === personId);
  if (standing.state === 'open' && asked && currentStance(decision, personId) === null) return 'stance';
  const wantsInformation = decision.stances.some(({ kind, informed }) => kind === 'need information' && !informed);
  if (standing.state === 'open' && decision.proposerId === personId && wantsInformation) return 'information';
  if (decision.deciderId !== personId) return null;
  if (standing.state === 'awaiting' || standing.state === 'contested') return 'decide';
  return standing.reviewDue ? 'review' : null;
}
