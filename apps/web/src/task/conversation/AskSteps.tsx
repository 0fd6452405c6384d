import { Button, Group, Kbd, Menu } from '@mantine/core';
import { type Acknowledgement, type Ask, type AskStanding, type AskStep, acknowledgements } from '@baton/domain';
import type { StepStart } from './AskView';
import { stepVerbs } from './words';

/** The one key that acknowledges while the ask has the focus. */
export const ackKeys: Record<Acknowledgement, string> = { seen: 's', agree: 'a', object: 'o', done: 'd' };
const ackVerbs: Record<Acknowledgement, string> = { seen: 'Seen', agree: 'Agree', object: 'Object', done: 'Done' };

const first: readonly AskStep[] = ['answer', 'claim', 'take', 'refuse-offer', 'accept', 'reopen', 'proceed', 'agree-defer', 'outcome'];
/** Once its time is over, what the asker chooses from stands open. */
const lapsed: readonly AskStep[] = ['reask', 'move', 'talk'];
/** These stand in a note of their own. */
const elsewhere: readonly AskStep[] = ['keep', 'write-on'];

interface AskStepsProps {
  ask: Ask;
  standing: AskStanding;
  steps: readonly AskStep[];
  acknowledges: boolean;
  nameOf: (id: string) => string;
  onStep: (step: AskStep, start?: StepStart) => void;
  onAct: (step: AskStep, more: Record<string, unknown>) => void;
}

/** The buttons of an ask: what is most likely stands open, the rest is in a menu. */
export function AskSteps({ ask, standing, steps, acknowledges, nameOf, onStep, onAct }: AskStepsProps) {
  const own = steps.filter((step) => !elsewhere.includes(step) && !(acknowledges && step === 'answer'));
  const shown = (step: AskStep) =>
    first.includes(step) || (lapsed.includes(step) && (steps.includes('reask') || standing.state === 'declined'));
  const main = own.filter(shown);
  const rest = own.filter((step) => !shown(step));
  const otherId =
    ask.closed?.insteadId ??
    (ask.closed === null && standing.state === 'lapsed' && ask.ifNoReply.kind === 'other' ? ask.ifNoReply.personId : null);
  const choose = (step: AskStep) => onStep(step, step === 'move' && otherId ? { personId: otherId } : {});
  const words = (step: AskStep) =>
    step === 'move' && otherId
      ? `Ask ${nameOf(otherId)}`
      : step === 'take' && standing.coverId && ask.offeredToId === null
        ? `Take it for ${nameOf(ask.holderId)}`
        : stepVerbs[step];
  return (
    <Group gap={6} mt={4}>
      {acknowledges &&
        acknowledgements.map((ack) => (
          <Button
            key={ack}
            size="compact-sm"
            variant={ack === 'seen' ? 'filled' : 'default'}
            rightSection={
              <Kbd size="xs" aria-hidden>
                {ackKeys[ack]}
              </Kbd>
            }
            onClick={() => (ack === 'object' ? onStep('answer') : onAct('answer', { ack }))}
          >
            {ackVerbs[ack]}
          </Button>
        ))}
      {main.map((step) => (
        <Button
          key={step}
          size="compact-sm"
          variant={step === 'answer' || (step === 'take' && !main.includes('answer')) || step === 'outcome' ? 'filled' : 'light'}
          onClick={() => choose(step)}
        >
          {words(step)}
        </Button>
      ))}
      {steps.includes('agree-defer') && (
        <Button size="compact-sm" variant="default" onClick={() => onAct('agree-defer', { agree: false })}>
          Keep the time
        </Button>
      )}
      {rest.length > 0 && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="subtle" color="gray">
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((step) => (
              <Menu.Item key={step} onClick={() => choose(step)}>
                {words(step)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
