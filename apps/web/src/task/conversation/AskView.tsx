import { Alert, Anchor, Button, Group, Menu, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  type Ask,
  type AskStep,
  type BoardSnapshot,
  askAt,
  assumedCalendar,
  minutesOf,
  instantOf,
  normsOf,
  roundsBeforeTalk,
  stepsFor,
  wallOf,
} from '@baton/domain';
import { calendarOfPerson } from '../../board/moveScene';
import { useCommand } from '../../command/useCommand';
import { useViewer } from '../../session/viewer';
import type { Due } from '../../time/dates';
import { DateField } from '../../time/DateField';
import { readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { sentenceOf } from '../../ui/refusals';
import { TalkForm } from './TalkForm';
import { askInWords, inBoth, stepVerbs } from './words';
import css from './Conversation.module.css';

const needsText: readonly AskStep[] = ['answer', 'reopen', 'decline', 'outcome'];
const needsPerson: readonly AskStep[] = ['offer', 'move'];
const needsTime: readonly AskStep[] = ['defer', 'edit'];
const ackVerbs = { seen: 'Seen', agree: 'Agree', object: 'Object', done: 'Done' } as const;

/** One ask under its comment: where it stands, and what the reader can do about it. */
export function AskView({ ask, board, canWrite }: { ask: Ask; board: BoardSnapshot; canWrite: boolean }) {
  const { me } = useViewer();
  const { run } = useCommand();
  const now = useNow();
  const reader = readerZone();
  const [open, setOpen] = useState<AskStep | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const calendarOf = (id: string) => {
    const person = board.people.find((one) => one.id === id);
    return person ? calendarOfPerson(person) : assumedCalendar(board.zone);
  };
  const nameOf = (id: string) => board.people.find((person) => person.id === id)?.name ?? 'somebody who left';
  const scene = { holder: calendarOf(ask.holderId), asker: calendarOf(ask.askerId), norms: normsOf(board.workspaceNorms, board.norms) };
  const standing = askAt(ask, scene, now);
  const steps = canWrite ? stepsFor(ask, standing, me.id) : [];
  const act = async (step: AskStep, more: Record<string, unknown> = {}) => {
    setFault(null);
    const { refusal } = await run({
      boardId: board.id,
      operation: 'stepAsk',
      words: stepVerbs[step],
      undo: 'none',
      input: { askId: ask.id, step, ...more },
    });
    if (refusal) setFault(sentenceOf(refusal));
    else setOpen(null);
  };
  const choose = (step: AskStep) =>
    needsText.includes(step) || needsPerson.includes(step) || needsTime.includes(step) || step === 'talk'
      ? setOpen(step)
      : void act(step, { agree: true });
  const acknowledges = ask.want === 'acknowledgement' && steps.includes('answer') && ask.holderId === me.id;
  const main = steps.filter(
    (step) =>
      ['answer', 'claim', 'take', 'accept', 'proceed', 'agree-defer', 'outcome'].includes(step) && !(acknowledges && step === 'answer'),
  );
  const rest = steps.filter((step) => !main.includes(step) && !(acknowledges && step === 'answer'));
  const late = standing.state === 'lapsed';
  return (
    <div className={css.ask} data-state={standing.state} data-late={late}>
      <p className={css.askLine}>
        <span className={css.baton} data-mine={ask.holderId === me.id && !ask.closed} aria-hidden />
        <span dir="auto">{askInWords(ask, standing, { holder: scene.holder, nameOf, reader, now })}</span>
      </p>
      {ask.offeredToId && <Text size="sm">Offered to {nameOf(ask.offeredToId)}.</Text>}
      {ask.deferAsked && (
        <Text size="sm" dir="auto">
          {nameOf(ask.holderId)} needs until {inBoth(Date.parse(ask.deferAsked.to), scene.holder, reader, now)}: {ask.deferAsked.why}
        </Text>
      )}
      {ask.ifNoReply.kind !== 'wait' && !ask.closed && (
        <Text size="xs" className={css.soft} dir="auto">
          {ask.ifNoReply.kind === 'proceed'
            ? `Without a reply ${nameOf(ask.askerId)} goes ahead with: ${ask.ifNoReply.text}`
            : `Without a reply ${nameOf(ask.askerId)} asks ${nameOf(ask.ifNoReply.personId)}.`}
        </Text>
      )}
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
      {ask.rounds === roundsBeforeTalk && steps.includes('talk') && (
        <Text size="sm">
          This went back and forth three times.{' '}
          <Anchor component="button" type="button" onClick={() => setOpen('talk')}>
            Would a talk help?
          </Anchor>
        </Text>
      )}
      {open === null && steps.length > 0 && (
        <Group gap={6} mt={4}>
          {acknowledges &&
            (Object.keys(ackVerbs) as (keyof typeof ackVerbs)[]).map((ack) => (
              <Button
                key={ack}
                size="compact-sm"
                variant={ack === 'seen' ? 'filled' : 'default'}
                onClick={() => (ack === 'object' ? setOpen('answer') : void act('answer', { ack }))}
              >
                {ackVerbs[ack]}
              </Button>
            ))}
          {main.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant={step === 'answer' || step === 'take' ? 'filled' : 'light'}
              onClick={() => choose(step)}
            >
              {stepVerbs[step]}
            </Button>
          ))}
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
                    {stepVerbs[step]}
                  </Menu.Item>
                ))}
                {steps.includes('agree-defer') && (
                  <Menu.Item onClick={() => void act('agree-defer', { agree: false })}>Keep the time</Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      )}
      {open === 'talk' ? (
        <TalkForm ask={ask} board={board} onTalk={(more) => void act('talk', more)} onClose={() => setOpen(null)} />
      ) : (
        open && (
          <StepForm
            key={open}
            step={open}
            ask={ask}
            board={board}
            objects={acknowledges}
            onStep={(more) => void act(open, more)}
            onClose={() => setOpen(null)}
          />
        )
      )}
      {fault && (
        <Alert color="orange" variant="light" mt={4} role="alert">
          {fault}
        </Alert>
      )}
    </div>
  );
}

interface StepFormProps {
  step: AskStep;
  ask: Ask;
  board: BoardSnapshot;
  objects: boolean;
  onStep: (more: Record<string, unknown>) => void;
  onClose: () => void;
}

/** What a step asks for: words, a person, or a time. */
function StepForm({ step, ask, board, objects, onStep, onClose }: StepFormProps) {
  const [text, setText] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [at, setAt] = useState<Due | null>(null);
  const wantsPerson = needsPerson.includes(step);
  const wantsTime = needsTime.includes(step);
  const others = board.people.filter(
    ({ id, removed, placeholder, role }) => id !== ask.holderId && id !== ask.askerId && !removed && !placeholder && role !== 'viewer',
  );
  const send = () => {
    const instant = at ? instantOf(readerZone(), wallOf(at.day, minutesOf(at.time ?? '17:00')), 'later') : null;
    onStep({
      ...(text.trim() && { text }),
      ...(personId && { personId }),
      ...(instant !== null && { at: new Date(instant).toISOString() }),
      ...(objects && step === 'answer' && { ack: 'object' }),
    });
  };
  const label =
    objects && step === 'answer'
      ? 'What you object to, and what would help'
      : step === 'decline'
        ? 'Why you decline'
        : step === 'reopen'
          ? 'What is missing'
          : step === 'outcome'
            ? 'What came of it'
            : 'Your answer';
  return (
    <Stack
      gap="xs"
      mt={6}
      component="form"
      onSubmit={(e) => (e.preventDefault(), send())}
      onKeyDown={(e) => e.key === 'Escape' && (e.stopPropagation(), onClose())}
    >
      {wantsTime && <DateField label={step === 'defer' ? 'I need until' : 'By when'} value={at} onChange={setAt} />}
      {(wantsPerson || step === 'decline') && (
        <Select
          label={step === 'offer' ? 'Who could answer for you' : step === 'move' ? 'Whom you ask instead' : 'Who instead, if you know'}
          searchable
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onChange={setPersonId}
        />
      )}
      {needsText.includes(step) ? (
        <Textarea
          label={label}
          autosize
          minRows={2}
          autoFocus
          dir="auto"
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) send();
          }}
        />
      ) : (
        <TextInput label="A few words, if you like" dir="auto" value={text} onChange={(e) => setText(e.currentTarget.value)} />
      )}
      <Group gap="xs">
        <Button size="compact-sm" type="submit">
          {stepVerbs[step]}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
