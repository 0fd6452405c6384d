import { Alert, Anchor, Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { type Ask, type AskStep, type BoardSnapshot, acknowledgements, askAt, countsAsLate, stepsFor } from '@baton/domain';
import { useCommand } from '../../command/useCommand';
import { useViewer } from '../../session/viewer';
import { readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { instantInWords } from '../../time/words';
import { sentenceOf } from '../../ui/refusals';
import { AskNotes } from './AskNotes';
import { AskSteps, ackKeys } from './AskSteps';
import { nameOn, sceneOfAsk } from './askPeople';
import { StepForm, needsForm } from './StepForm';
import { TalkForm } from './TalkForm';
import { askInWords, inBoth, stepInWords, stepVerbs } from './words';
import css from './Conversation.module.css';

/** What a form begins with. */
export interface StepStart {
  personId?: string;
  at?: number;
}

interface AskViewProps {
  ask: Ask;
  board: BoardSnapshot;
  canWrite: boolean;
  /** The step whose form is open from the first. */
  begin?: AskStep | null;
}

/** One ask under its comment: where it stands, and what the reader can do about it. */
export function AskView({ ask, board, canWrite, begin = null }: AskViewProps) {
  const { me } = useViewer();
  const { run } = useCommand();
  const now = useNow();
  const reader = readerZone();
  const [open, setOpen] = useState<{ step: AskStep; start: StepStart } | null>(
    begin === null || (begin === 'answer' && ask.want === 'acknowledgement') ? null : { step: begin, start: {} },
  );
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => onTalk(ask.id, () => setOpen({ step: 'talk', start: {} })), [ask.id]);
  const nameOf = (id: string) => nameOn(board, id);
  const scene = sceneOfAsk(board, ask, now);
  const standing = askAt(ask, scene, now);
  const steps = canWrite ? stepsFor(ask, standing, me.id) : [];
  const act = async (step: AskStep, more: Record<string, unknown> = {}) => {
    setFault(null);
    const { refusal } = await run({
      boardId: board.id,
      operation: 'stepAsk',
      words: stepVerbs[step],
      input: { askId: ask.id, step, ...more },
    });
    if (refusal) setFault(sentenceOf(refusal));
    else setOpen(null);
  };
  const choose = (step: AskStep, start: StepStart = {}) => (needsForm(step) ? setOpen({ step, start }) : void act(step, { agree: true }));
  const acknowledges = ask.want === 'acknowledgement' && steps.includes('answer');
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.target instanceof HTMLElement && e.target.closest('input, textarea, [role=menu]')) return;
    const ack = acknowledgements.find((one) => ackKeys[one] === e.key);
    if (!acknowledges || open || !ack || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    e.stopPropagation();
    if (ack === 'object') choose('answer');
    else void act('answer', { ack });
  };
  const over = standing.state === 'accepted' || standing.state === 'withdrawn' || standing.state === 'proceeded';
  const line = (
    <span className={css.askLine}>
      <span className={css.baton} data-mine={ask.holderId === me.id && !ask.closed} aria-hidden />
      <span dir="auto">{askInWords(ask, standing, { holder: scene.holder, nameOf, reader, now, meId: me.id })}</span>
    </span>
  );
  return (
    <div
      className={over ? css.askOver : css.ask}
      data-state={standing.state}
      data-late={standing.state === 'lapsed' && countsAsLate(ask, scene, now)}
      role="group"
      aria-label={`Ask to ${nameOf(ask.holderId)}`}
      {...(acknowledges && { tabIndex: 0 })}
      onKeyDown={onKeyDown}
    >
      {ask.steps.length > 1 ? (
        <details>
          <summary className={css.askSummary}>{line}</summary>
          <ul className={css.askHistory}>
            {ask.steps.map((done) => (
              <li key={`${done.at} ${done.step}`} dir="auto">
                {stepInWords(done, nameOf)}, {instantInWords(done.at)}
              </li>
            ))}
          </ul>
        </details>
      ) : (
        line
      )}
      {ask.offeredToId && <Text size="sm">Offered to {nameOf(ask.offeredToId)}.</Text>}
      {ask.deferAsked && (
        <Text size="sm" dir="auto">
          {nameOf(ask.holderId)} needs until {inBoth(Date.parse(ask.deferAsked.to), scene.holder, reader, now)}: {ask.deferAsked.why}
        </Text>
      )}
      <AskNotes
        ask={ask}
        standing={standing}
        scene={scene}
        board={board}
        steps={steps}
        onStep={choose}
        onAct={(step, more) => void act(step, more)}
      />
      {ask.talk?.from && (
        <Text size="sm">
          <Anchor href={`/talks/${ask.id}.ics`} download>
            Put it into your calendar
          </Anchor>
          {ask.talk.link && (
            <>
              {' · '}
              <Anchor href={ask.talk.link} target="_blank" rel="noopener noreferrer nofollow ugc">
                Where to meet
              </Anchor>
            </>
          )}
        </Text>
      )}
      {open === null && steps.length > 0 && (
        <AskSteps
          ask={ask}
          standing={standing}
          steps={steps}
          acknowledges={acknowledges}
          nameOf={nameOf}
          onStep={choose}
          onAct={(step, more) => void act(step, more)}
        />
      )}
      {open?.step === 'talk' && (
        <TalkForm ask={ask} board={board} onTalk={(more) => void act('talk', more)} onClose={() => setOpen(null)} />
      )}
      {open && open.step !== 'talk' && (
        <StepForm
          key={open.step}
          step={open.step}
          start={open.start}
          ask={ask}
          board={board}
          objects={acknowledges}
          onStep={(more) => void act(open.step, more)}
          onClose={() => setOpen(null)}
        />
      )}
      {fault && (
        <Alert color="orange" variant="light" mt={4} role="alert">
          {fault}
        </Alert>
      )}
    </div>
  );
}

const talkEvent = 'baton:talk';
/** Opens the form for a talk about an ask, wherever it is shown. */
export const offerTalk = (askId: string) => window.dispatchEvent(new CustomEvent(talkEvent, { detail: askId }));
const onTalk = (askId: string, open: () => void) => {
  const listen = (event: Event) => (event as CustomEvent<string>).detail === askId && open();
  window.addEventListener(talkEvent, listen);
  return () => window.removeEventListener(talkEvent, listen);
};
