import { Anchor, Button, Group, Text } from '@mantine/core';
import {
  type Ask,
  type AskScene,
  type AskStanding,
  type AskStep,
  type BoardSnapshot,
  dayAt,
  halfTimeOf,
  holdOf,
  holdSentence,
  leaveWindow,
  offersTalk,
  promiseOf,
  standingAt,
} from '@baton/domain';
import { standingInWords } from '../../rhythm/words';
import { useViewer } from '../../session/viewer';
import { readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { dayInWords } from '../../time/words';
import type { StepStart } from './AskView';
import { nameOn } from './askPeople';
import { inBoth } from './words';
import css from './Conversation.module.css';

interface AskNotesProps {
  ask: Ask;
  standing: AskStanding;
  scene: AskScene;
  board: BoardSnapshot;
  steps: readonly AskStep[];
  onStep: (step: AskStep, start?: StepStart) => void;
  onAct: (step: AskStep, more?: Record<string, unknown>) => void;
}

/** What else is to be known of an open ask: what silence means, who covers, a time that falls into leave, and whether a talk would help. */
export function AskNotes({ ask, standing, scene, board, steps, onStep, onAct }: AskNotesProps) {
  const { me } = useViewer();
  const now = useNow();
  if (ask.closed) return null;
  const nameOf = (id: string) => nameOn(board, id);
  const holder = nameOf(ask.holderId);
  const where = standingAt(scene.holder, now);
  const half = halfTimeOf(ask, scene);
  const edited = ask.steps.some(({ step, at }) => step === 'edit' && at >= ask.deliveredAt);
  return (
    <>
      {standing.state === 'held' && (
        <Text size="xs" className={css.soft} title={ask.deliveredAt}>
          {/* The line above tells both times; here is why. */}
          {holdSentence(holdOf(ask.blocking ? 'blocking' : 'move', Date.parse(ask.sentAt), scene.holder), (at) =>
            inBoth(at, scene.holder, readerZone(), now).replace(/, [^,]* yours$/, ''),
          )}
          .
        </Text>
      )}
      {ask.ifNoReply.kind !== 'wait' && (
        <Text size="xs" className={css.soft} dir="auto">
          {ask.ifNoReply.kind === 'proceed'
            ? `Without a reply ${nameOf(ask.askerId)} goes ahead with: ${ask.ifNoReply.text}`
            : `Without a reply ${nameOf(ask.askerId)} asks ${nameOf(ask.ifNoReply.personId)}.`}
        </Text>
      )}
      {edited && (
        <Text size="xs" className={css.soft}>
          {nameOf(ask.askerId)} changed the time after it was delivered (version {ask.version}).
        </Text>
      )}
      {standing.coverId && (
        <Text size="sm">
          {standing.gone
            ? `${holder} is no longer here.`
            : where.kind === 'away'
              ? `${holder} is ${standingInWords({ ...where, leave: { ...where.leave, delegateId: null } }, scene.holder, readerZone(), now, nameOf)}.`
              : `${holder} is away.`}{' '}
          {standing.coverId === me.id ? 'You cover' : `${nameOf(standing.coverId)} covers`} for them.
        </Text>
      )}
      {half !== null && now >= half && (me.id === ask.holderId || me.id === board.triageId) && (
        <Text size="sm">Half of its time is over and nobody has taken it. Take it, or ask one of them to answer.</Text>
      )}
      {standing.conflict && ask.askerId === me.id && (
        <Conflict ask={ask} standing={standing} scene={scene} board={board} steps={steps} onStep={onStep} onAct={onAct} />
      )}
      {offersTalk(ask) && steps.includes('talk') && (
        <Text size="sm">
          This went back and forth three times.{' '}
          <Anchor component="button" type="button" onClick={() => onStep('talk')}>
            Would a talk help?
          </Anchor>{' '}
          <Anchor component="button" type="button" c="dimmed" onClick={() => onAct('write-on')}>
            Go on in writing
          </Anchor>
        </Text>
      )}
    </>
  );
}

/** A named time falls into leave that came later: extend it, ask who covers, or keep it (2.16). */
function Conflict({ ask, standing, scene, board, steps, onStep, onAct }: AskNotesProps) {
  const { me } = useViewer();
  const now = useNow();
  const leave = standing.conflict;
  if (!leave) return null;
  const holder = nameOn(board, ask.holderId);
  const { end } = leaveWindow(scene.holder, leave);
  const after = promiseOf(scene.holder, scene.norms, { sentAt: end, blocking: ask.blocking, explicit: null })?.respondBy;
  const coverId = leave.delegateId !== null && leave.delegateId !== me.id ? leave.delegateId : null;
  return (
    <div className={css.away} role="group" aria-label="Falls into leave">
      <Text size="sm">
        Falls in {holder}’s leave, which ends {dayInWords(leave.toDay, dayAt(readerZone(), now))}.
      </Text>
      <Group gap={6} mt={4}>
        <Button size="compact-sm" variant="light" onClick={() => onStep('edit', after === undefined ? {} : { at: after })}>
          Extend
        </Button>
        {coverId && steps.includes('move') && (
          <Button size="compact-sm" variant="default" onClick={() => onAct('move', { personId: coverId })}>
            Ask {nameOn(board, coverId)}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onAct('keep')}>
          Keep the time
        </Button>
      </Group>
    </div>
  );
}
