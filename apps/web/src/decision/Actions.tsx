import { Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { type BoardSnapshot, type DecisionPage as Page, type DecisionStep, isInForce, may } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { DecideForm } from './DecideForm';
import { formOf } from './form';
import { isElsewhere } from './keys';
import type { ProposalStart } from './ProposeForm';
import { StanceForm } from './StanceForm';
import { StepForm } from './StepForm';
import type { TakeStep } from './useStep';
import { stepVerbs } from './words';
import css from './Decision.module.css';

const main: readonly DecisionStep[] = ['stance', 'decide', 'record', 'open', 'inform', 'convert', 'uphold', 'correct'];

/** The steps that stand as buttons, the one that is owed first; the others are in the menu. */
function buttonsOf({ steps, standing, decision }: Page, meId: string): DecisionStep[] {
  const asked = decision.contributors.some(({ personId }) => personId === meId);
  return main.filter(
    (step) =>
      steps.includes(step) &&
      (step !== 'uphold' || standing.reviewDue) &&
      (step !== 'correct' || (asked && decision.afterwards.length === 0)),
  );
}

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
export function Actions({ page, board, step, onStep, onPropose, take, nameOf }: ActionsProps) {
  const { me } = useViewer();
  const { decision, steps } = page;
  const [fault, setFault] = useState('');
  const edit = () => onPropose({ edits: decision });
  useHotkeys([
    ['s', (e) => !isElsewhere(e) && steps.includes('stance') && onStep('stance')],
    ['e', (e) => !isElsewhere(e) && steps.includes('edit') && edit()],
  ]);
  const choose = async (one: DecisionStep) => {
    setFault('');
    if (one === 'open') setFault((await take('open')) ?? '');
    else onStep(one);
  };
  const done = () => onStep(null);
  const form = { decision, nameOf, take, onDone: done };
  return (
    <>
      {step === null && (
        <div className={css.actions}>
          {buttonsOf(page, me.id).map((one, i) => (
            <Button key={one} size="sm" variant={i === 0 ? 'filled' : 'default'} onClick={() => void choose(one)}>
              {stepVerbs[one]}
            </Button>
          ))}
          {steps.includes('edit') && (
            <Button size="sm" variant="default" onClick={edit}>
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
      {step === 'stance' && <StanceForm {...form} />}
      {(step === 'decide' || step === 'record') && <DecideForm step={step} {...form} />}
      {step && !['stance', 'decide', 'record'].includes(step) && (
        <StepForm key={step} step={step} board={board} tasks={page.tasks} {...form} />
      )}
    </>
  );
}

interface MoreProps {
  page: Page;
  board: BoardSnapshot;
  onStep: (step: DecisionStep) => void;
  onPropose: (start: ProposalStart) => void;
}

/** Everything else that can be done, in a menu. */
export function More({ page, board, onStep, onPropose }: MoreProps) {
  const { me } = useViewer();
  const { decision, steps, standing } = page;
  const buttons = buttonsOf(page, me.id);
  const rest = steps.filter((step) => !buttons.includes(step) && step !== 'edit');
  const proposes = may({ personId: me.id, role: board.myRole }, 'decision.propose') && !board.archivedAt;
  // What comes after it is about the same tasks, so that they lead to what holds.
  const { taskIds } = decision;
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
        {proposes && isInForce(standing.state) && (
          <>
            <Menu.Item
              onClick={() => onPropose({ reopens: decision, taskIds, form: { ...formOf(decision), recommendation: '', because: '' } })}
            >
              Reopen
            </Menu.Item>
            <Menu.Item onClick={() => onPropose({ supersedes: decision, taskIds })}>Replace with another</Menu.Item>
          </>
        )}
        {proposes && <Menu.Item onClick={() => onPropose({ like: decision, form: formOf(decision) })}>Use as a template</Menu.Item>}
        <Menu.Item component="a" href={`/decisions/${decision.boardId}.md?id=${decision.id}`} download>
          Save as Markdown
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
