import '@fontsource-variable/source-serif-4/index.css';
import { Anchor, Button, Menu } from '@mantine/core';
import { Suspense, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { type BoardSnapshot, type DecisionPage as Page, type DecisionStep, decisionName, isInForce } from '@baton/domain';
import { BoardProvider, useBoard } from '../board/useBoard';
import { BoardTexts } from '../task/TaskFiles';
import { useViewer } from '../session/viewer';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { Markdown } from '../task/Markdown';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { lazily } from '../ui/lazily';
import { About, History } from './About';
import { DecideForm } from './DecideForm';
import { formOf } from './form';
import type { ProposalStart } from './ProposeForm';
import { StanceForm } from './StanceForm';
import { Stances } from './Stances';
import { StepForm } from './StepForm';
import { useDecision } from './useDecision';
import { type TakeStep, useStep } from './useStep';
import { standingInWords, stateWords, stepVerbs } from './words';
import css from './Decision.module.css';

const ProposeForm = lazily(() => import('./ProposeForm').then((m) => ({ default: m.ProposeForm })));

/** One decision: the question, what came of it and why, what people said, and what the reader can do. */
export function DecisionPage() {
  const { key = '', number = '' } = useParams();
  const { workspace } = useViewer();
  const { board, error } = useBoard(workspace.id, key.toUpperCase());
  const { page, error: missing } = useDecision(key.toUpperCase(), Number(number));
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

function OpenDecision({ page, board }: { page: Page; board: BoardSnapshot }) {
  const { me } = useViewer();
  const now = useNow();
  const reader = readerZone();
  const navigate = useNavigate();
  const { decision, standing, steps } = page;
  const [start, setStart] = useState<ProposalStart | null>(null);
  const [step, setStep] = useState<DecisionStep | null>(null);
  const take = useStep(decision);
  const nameOf = (id: string) =>
    page.people.find((person) => person.id === id)?.name ?? board.people.find((person) => person.id === id)?.name ?? 'somebody who left';
  const owes =
    (steps.includes('decide') && decision.deciderId === me.id) ||
    (steps.includes('stance') &&
      decision.contributors.some(({ personId }) => personId === me.id) &&
      !decision.stances.some((s) => s.personId === me.id));
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
          <main className={css.main}>
            <Newer page={page} />
            <h2 className={css.question} dir="auto">
              {decision.question}
            </h2>
            <p className={css.standing} data-late={standing.overdue}>
              <span className={css.baton} data-mine={owes} aria-hidden />
              <span>{standingInWords(page, reader, now)}</span>
            </p>
            <Outcome page={page} nameOf={nameOf} />
            <Actions page={page} step={step} onStep={setStep} onPropose={setStart} take={take} board={board} nameOf={nameOf} />
            {decision.context && (
              <section aria-label="Context">
                <h2 className={css.heading}>What one should know</h2>
                <div className={css.read}>
                  <Markdown text={decision.context} />
                </div>
              </section>
            )}
            <Options page={page} />
            {decision.mode !== 'record' && decision.openedAt && <Stances page={page} nameOf={nameOf} />}
            <History page={page} nameOf={nameOf} />
          </main>
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

/** Of a decision that was replaced, the one that holds now comes first. */
function Newer({ page }: { page: Page }) {
  const newer = page.related.find(({ id }) => id === page.decision.supersededById);
  if (!newer) return null;
  return (
    <p className={css.newer}>
      What holds now:{' '}
      <Anchor component={Link} to={`/b/${page.boardKey}/d/${newer.number}`}>
        {decisionName(newer.number)} <bdi>{newer.question}</bdi>
      </Anchor>
    </p>
  );
}

/** The outcome with its reason; before there is one, what is proposed. */
function Outcome({ page, nameOf }: { page: Page; nameOf: (id: string) => string }) {
  const { decision, standing } = page;
  const { outcome } = decision;
  const choice = outcome?.choice ?? decision.recommendation;
  const because = outcome?.because ?? decision.because;
  if (!choice) return null;
  const state = !outcome ? 'proposal' : isInForce(standing.state) ? 'force' : 'past';
  return (
    <section className={css.outcome} data-state={state} aria-label={outcome ? 'Outcome' : 'Proposal'}>
      <h2 className={css.heading} style={{ marginTop: 0 }}>
        {outcome ? 'Decided' : 'Proposed'}
      </h2>
      <p className={css.choice} dir="auto">
        {choice}
      </p>
      {because && (
        <div className={css.read}>
          <h3 className={css.heading}>Because</h3>
          <Markdown text={because} />
        </div>
      )}
      {outcome?.consequences && (
        <div className={css.read}>
          <h3 className={css.heading}>What follows from it</h3>
          <Markdown text={outcome.consequences} />
        </div>
      )}
      {outcome?.conditions && (
        <div className={css.read}>
          <h3 className={css.heading}>On what conditions</h3>
          <Markdown text={outcome.conditions} />
        </div>
      )}
      {outcome?.answers.map(({ personId, text }) => (
        <div key={personId}>
          <h3 className={css.heading}>Answer to {nameOf(personId)}</h3>
          <p className={css.words} dir="auto">
            {text}
          </p>
        </div>
      ))}
    </section>
  );
}

function Options({ page }: { page: Page }) {
  const { options } = page.decision;
  if (options.length === 0) return null;
  return (
    <section aria-label="Options">
      <h2 className={css.heading}>Options</h2>
      <ul className={css.list}>
        {options.map((option, i) => (
          <li key={i} className={css.option}>
            <div className={css.optionText} dir="auto">
              {option.text}
            </div>
            {option.good && (
              <p className={css.point} dir="auto">
                Good: {option.good}
              </p>
            )}
            {option.bad && (
              <p className={css.point} dir="auto">
                Bad: {option.bad}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const main: readonly DecisionStep[] = ['stance', 'decide', 'record', 'open', 'inform', 'convert', 'uphold', 'correct'];

interface ActionsProps {
  page: Page;
  board: BoardSnapshot;
  step: DecisionStep | null;
  onStep: (step: DecisionStep | null) => void;
  onPropose: (start: ProposalStart) => void;
  take: TakeStep;
  nameOf: (id: string) => string;
}

/** What the reader can do now: the few that matter as buttons, the form of the one that was chosen below them. */
function Actions({ page, board, step, onStep, onPropose, take, nameOf }: ActionsProps) {
  const { decision, steps, standing } = page;
  const [fault, setFault] = useState('');
  const shown = main.filter((one) => steps.includes(one) && (one !== 'uphold' || standing.reviewDue));
  const choose = async (one: DecisionStep) => {
    setFault('');
    if (one === 'open') setFault((await take('open')) ?? '');
    else onStep(one);
  };
  const done = () => onStep(null);
  return (
    <>
      {step === null && (
        <div className={css.actions}>
          {shown.map((one, i) => (
            <Button key={one} size="sm" variant={i === 0 ? 'filled' : 'default'} onClick={() => void choose(one)}>
              {stepVerbs[one]}
            </Button>
          ))}
          {steps.includes('edit') && (
            <Button size="sm" variant="default" onClick={() => onPropose({ edits: decision })}>
              {stepVerbs.edit}
            </Button>
          )}
        </div>
      )}
      {fault && (
        <p role="alert" className={css.standing} data-late>
          {fault}
        </p>
      )}
      {step === 'stance' && <StanceForm decision={decision} take={take} onDone={done} />}
      {(step === 'decide' || step === 'record') && <DecideForm decision={decision} step={step} nameOf={nameOf} take={take} onDone={done} />}
      {step && !['stance', 'decide', 'record'].includes(step) && (
        <StepForm key={step} step={step} decision={decision} board={board} take={take} onDone={done} />
      )}
    </>
  );
}

/** Everything else that can be done, in a menu. */
function More({
  page,
  board,
  onStep,
  onPropose,
}: {
  page: Page;
  board: BoardSnapshot;
  onStep: (step: DecisionStep) => void;
  onPropose: (start: ProposalStart) => void;
}) {
  const { decision, steps, standing } = page;
  const rest = steps.filter((step) => (!main.includes(step) || (step === 'uphold' && !standing.reviewDue)) && step !== 'edit');
  const writes = !['viewer', 'commenter', 'guest'].includes(board.myRole);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {rest.map((step) => (
          <Menu.Item key={step} onClick={() => onStep(step)}>
            {stepVerbs[step]}
          </Menu.Item>
        ))}
        {writes && isInForce(standing.state) && (
          <>
            <Menu.Item onClick={() => onPropose({ reopens: decision, form: { ...formOf(decision), recommendation: '', because: '' } })}>
              Reopen
            </Menu.Item>
            <Menu.Item onClick={() => onPropose({ supersedes: decision })}>Replace with another</Menu.Item>
          </>
        )}
        {writes && <Menu.Item onClick={() => onPropose({ form: formOf(decision) })}>Use as a template</Menu.Item>}
        <Menu.Item component="a" href={`/decisions/${decision.boardId}.md?id=${decision.id}`} download>
          Save as Markdown
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
