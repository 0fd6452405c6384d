import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Card, type Handoff, assumedCalendar, handoffAt, lengthOf, shortestReadBack } from '@baton/domain';
import { calendarOfPerson } from '../board/moveScene';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords, dayOf } from '../time/words';
import { sentenceOf } from '../ui/refusals';
import { inBoth } from './conversation/words';
import { Markdown } from './Markdown';

/** A task that is offered: what the giver says, and the receiver's answer in their own words. */
export function HandoffView({ card, handoff, meId, canEdit }: { card: Card; handoff: Handoff; meId: string; canEdit: boolean }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const now = useNow();
  const [saying, setSaying] = useState<'accept' | 'decline' | null>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const nameOf = (id: string) => board.people.find((person) => person.id === id)?.name ?? 'somebody who left';
  const receiver = board.people.find(({ id }) => id === handoff.toId);
  const state = handoffAt(handoff, now);
  const mine = handoff.toId === meId && canEdit && state === 'offered';
  const giver = handoff.fromId === meId && canEdit;
  const note = handoff.note ?? null;
  const by = inBoth(Date.parse(handoff.by), receiver ? calendarOfPerson(receiver) : assumedCalendar(board.zone), readerZone(), now);
  const needsReadBack = handoff.kind !== 'orphaned';
  const answer = async (accept: boolean, words: string) => {
    const { refusal } = await commands.answerHandoff(card.id, accept, words);
    setFault(refusal ? sentenceOf(refusal) : null);
    if (!refusal) setSaying(null);
  };
  return (
    <Alert color="gray" variant="light" role="group" aria-label="Handoff">
      <Text size="sm">
        {handoff.kind === 'orphaned'
          ? `${nameOf(handoff.fromId)} left. ${handoff.toId === meId ? 'This is offered to you.' : `Offered to ${nameOf(handoff.toId)}.`}`
          : state === 'expired'
            ? `${nameOf(handoff.toId)} did not take this over by ${by}. It is back with ${nameOf(handoff.fromId)}.`
            : `${nameOf(handoff.fromId)} ${handoff.kind === 'return' ? 'gives this back to' : 'hands this over to'} ${handoff.toId === meId ? 'you' : nameOf(handoff.toId)}. Accept or question it by ${by}.`}
      </Text>
      {note && (
        <Stack gap={2} mt={6}>
          <Text size="sm">It is {note.state}.</Text>
          <Markdown text={note.where} />
          {note.next.length > 0 && (
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {note.next.map(({ what, by: day }) => (
                <li key={what} dir="auto">
                  {what}
                  {day && `, by ${dayInWords(day, dayOf(new Date(now)))}`}
                </li>
              ))}
            </ul>
          )}
          {note.watchOuts && <Markdown text={note.watchOuts} />}
          {note.links && <Markdown text={note.links} />}
          {note.returnsOn && <Text size="sm">It comes back {dayInWords(note.returnsOn, dayOf(new Date(now)))}.</Text>}
        </Stack>
      )}
      {mine && saying === null && (
        <Group gap="xs" mt="xs">
          <Button size="xs" onClick={() => (needsReadBack ? setSaying('accept') : void answer(true, ''))}>
            Take it over
          </Button>
          {needsReadBack && (
            <>
              <Button
                size="xs"
                variant="default"
                onClick={() => window.dispatchEvent(new CustomEvent('baton:ask', { detail: { personId: handoff.fromId } }))}
              >
                Question it
              </Button>
              <Button size="xs" variant="subtle" color="gray" onClick={() => setSaying('decline')}>
                Decline
              </Button>
            </>
          )}
        </Group>
      )}
      {saying && (
        <Stack gap="xs" mt="xs">
          <Textarea
            label={saying === 'accept' ? 'What you take over, in your own words' : 'Why you decline'}
            description={saying === 'accept' ? `Such as "I will ship v2 by Tuesday; if the API is late I cut the export."` : undefined}
            autosize
            minRows={2}
            autoFocus
            dir="auto"
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          <Group gap="xs">
            <Button
              size="xs"
              disabled={saying === 'accept' ? lengthOf(text.trim()) < shortestReadBack : text.trim() === ''}
              onClick={() => void answer(saying === 'accept', text)}
            >
              {saying === 'accept' ? 'Take it over' : 'Decline'}
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => setSaying(null)}>
              Close
            </Button>
          </Group>
        </Stack>
      )}
      {giver && handoff.kind !== 'orphaned' && (
        <Button size="compact-sm" variant="subtle" color="gray" mt="xs" onClick={() => void answer(false, '')}>
          {state === 'expired' ? 'Keep it' : 'Take the offer back'}
        </Button>
      )}
      {fault && (
        <Text size="sm" role="alert" mt={4}>
          {fault}
        </Text>
      )}
    </Alert>
  );
}
