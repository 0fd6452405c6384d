import '@fontsource-variable/source-serif-4/index.css';
import { Anchor } from '@mantine/core';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import {
  type BoardSnapshot,
  type DecisionPage as Page,
  type DecisionStep,
  currentStance,
  decisionName,
  hearings,
  normsOf,
} from '@baton/domain';
import { BoardProvider, useBoard } from '../board/useBoard';
import { BoardTexts } from '../task/TaskFiles';
import { useViewer } from '../session/viewer';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { lazily } from '../ui/lazily';
import { About } from './About';
import { Actions, More } from './Actions';
import { sceneOf } from './form';
import { History } from './History';
import { Newer, Options, Outcome, Part } from './Outcome';
import type { ProposalStart } from './ProposeForm';
import { standingInWords } from './standing';
import { Stances } from './Stances';
import { useDecision } from './useDecision';
import { useStep } from './useStep';
import { stateWords } from './words';
import css from './Decision.module.css';

const ProposeForm = lazily(() => import('./ProposeForm').then((m) => ({ default: m.ProposeForm })));

/** One decision: the question, what came of it and why, what people said, and what the reader can do. */
export function DecisionPage() {
  const { key = '', number = '' } = useParams();
  const { workspace } = useViewer();
  const { board, error } = useBoard(workspace.id, key.toUpperCase());
  const { page, error: missing } = useDecision(key.toUpperCase(), Number(number));
  const question = page?.decision.question;
  useEffect(() => {
    if (question) document.title = `${decisionName(Number(number))} ${question} · Baton`;
  }, [number, question]);
  if (error || missing) return <NotFound what="decision" />;
  if (!board || !page) return null;
  return (
    <BoardProvider value={board}>
      <BoardTexts>
        <OpenDecision key={page.decision.id} page={page} board={board} />
      </BoardTexts>
    </BoardProvider>
  );
}

/** Whether the reader owes it something: a view, an outcome, or a review. */
function owes({ decision, steps, standing }: Page, meId: string): boolean {
  if (steps.includes('stance'))
    return decision.contributors.some(({ personId }) => personId === meId) && currentStance(decision, meId) === null;
  return decision.deciderId === meId && (steps.includes('decide') || (standing.reviewDue && steps.includes('uphold')));
}

function OpenDecision({ page, board }: { page: Page; board: BoardSnapshot }) {
  const { me } = useViewer();
  const now = useNow();
  const reader = readerZone();
  const navigate = useNavigate();
  const { decision, standing } = page;
  const [start, setStart] = useState<ProposalStart | null>(null);
  const [step, setStep] = useState<DecisionStep | null>(null);
  const take = useStep(decision);
  const nameOf = (id: string) =>
    page.people.find((person) => person.id === id)?.name ?? board.people.find((person) => person.id === id)?.name ?? 'somebody who left';
  const unheardIds = useMemo(
    () =>
      standing.state === 'open' && standing.closesAt !== null
        ? hearings(decision, sceneOf(board), standing.closesAt).flatMap(({ personId, heard, stance }) =>
            heard || stance ? [] : [personId],
          )
        : [],
    [decision, standing.state, standing.closesAt, board],
  );
  const days = normsOf(board.workspaceNorms, board.norms).decisionDays;
  return (
    <>
      <PageHeader
        title={<h1 style={{ all: 'unset' }}>{decisionName(decision.number)}</h1>}
        context={
          <>
            <Anchor component={Link} to={`/b/${page.boardKey}`} inherit underline="always">
              {board.name}
            </Anchor>
            {' · '}
            <Anchor component={Link} to={`/b/${page.boardKey}/decisions`} inherit underline="always">
              Decisions
            </Anchor>
            {' · '}
            {stateWords[standing.state]}
          </>
        }
      >
        <More page={page} board={board} onStep={setStep} onPropose={setStart} />
      </PageHeader>
      <div className={css.page}>
        <div className={css.columns}>
          <div className={css.main}>
            <Newer page={page} />
            <h2 className={css.question} dir="auto">
              {decision.question}
            </h2>
            <p className={css.standing} data-late={standing.overdue}>
              <span className={css.baton} data-mine={owes(page, me.id)} aria-hidden />
              <span>{standingInWords(page, { reader, now, nameOf, days, unheardIds })}</span>
            </p>
            <Outcome page={page} nameOf={nameOf} />
            <Actions page={page} step={step} onStep={setStep} onPropose={setStart} take={take} board={board} nameOf={nameOf} />
            <Part title={whatIsNewTitle(page)} text={decision.whatIsNew} />
            <Part title="What one should know" text={decision.context} />
            <Options page={page} />
            {decision.mode !== 'record' && decision.openedAt && <Stances page={page} nameOf={nameOf} />}
            <History page={page} nameOf={nameOf} />
          </div>
          <About page={page} nameOf={nameOf} />
        </div>
      </div>
      {start && (
        <Suspense fallback={null}>
          <ProposeForm
            board={board}
            start={start}
            onClose={() => setStart(null)}
            onDone={(number) => {
              setStart(null);
              if (number !== null && number !== decision.number) void navigate(`/b/${page.boardKey}/d/${number}`);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function whatIsNewTitle({ decision, related }: Page): string {
  const old = related.find(({ id }) => id === (decision.reopensId ?? decision.supersedesId));
  return old ? `What is new since ${decisionName(old.number)}` : 'What is new';
}
