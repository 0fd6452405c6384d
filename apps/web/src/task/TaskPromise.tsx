import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Card, type DeadlineChange, headlineOf, lateFrom } from '@baton/domain';
import { useMoveScene, moveInWords } from '../board/moveScene';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { deadlineInWords, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { instantInWords } from '../time/words';
import { HandoffView } from './HandoffView';
import css from './TaskPanel.module.css';

/** Whose move the task is, at the top of its panel, with what can be answered about it. */
export function TaskMove({ card, meId, dueSetById, canEdit }: { card: Card; meId: string; dueSetById: string | null; canEdit: boolean }) {
  const board = useOpenBoard();
  const now = useNow();
  const scene = useMoveScene(board);
  const headline = headlineOf(card, scene);
  const nameOf = (id: string) => board.people.find((person) => person.id === id)?.name ?? 'somebody who left';
  const words = headline && moveInWords(headline, nameOf, readerZone(), now, lateFrom(headline, card, scene));
  return (
    <Stack gap="xs" component="section" aria-label="Whose move">
      {words && (
        <p className={css.move} data-mine={headline.personId === meId} data-late={words.late}>
          <span className={css.baton} aria-hidden />
          <span>
            <bdi>{words.who ?? 'no owner'}</bdi> · {words.what}
            {words.more > 0 && ` and ${words.more} more`}
          </span>
        </p>
      )}
      {card.handoff && <HandoffView card={card} handoff={card.handoff} meId={meId} canEdit={canEdit} />}
      {card.counter && <Counter card={card} meId={meId} answers={canEdit && (dueSetById === meId || card.requesterId === meId)} />}
    </Stack>
  );
}

/** Another deadline that the owner proposes, with its two answers for whoever set the first one. */
export function Counter({ card, meId, answers }: { card: Card; meId: string; answers: boolean }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const now = useNow();
  const [why, setWhy] = useState<string | null>(null);
  const { counter } = card;
  if (!counter) return null;
  const by = board.people.find(({ id }) => id === counter.byId)?.name ?? 'The owner';
  const when = deadlineInWords(counter, readerZone(), now).whole;
  return (
    <Alert color="gray" variant="light">
      <Text size="sm">
        {counter.byId === meId ? 'You' : by} can do {when}: <bdi>{counter.why}</bdi>
      </Text>
      {answers && why === null && (
        <Group gap="xs" mt="xs">
          <Button size="xs" onClick={() => void commands.answerCounter(card.id, true, '')}>
            Agree
          </Button>
          <Button size="xs" variant="default" onClick={() => setWhy('')}>
            Keep the deadline
          </Button>
        </Group>
      )}
      {why !== null && (
        <form
          onSubmit={(e) => {
            e.preventDefault();
            if (why.trim()) void commands.answerCounter(card.id, false, why);
          }}
        >
          <Group gap="xs" mt="xs" align="flex-end">
            <TextInput
              size="xs"
              label="Why it stays"
              value={why}
              onChange={(e) => setWhy(e.currentTarget.value)}
              autoFocus
              dir="auto"
              flex={1}
            />
            <Button size="xs" type="submit" disabled={!why.trim()}>
              Answer
            </Button>
          </Group>
        </form>
      )}
      {counter.byId === meId && (
        <Button size="xs" variant="subtle" mt="xs" onClick={() => void commands.answerCounter(card.id, false, '')}>
          Take the proposal back
        </Button>
      )}
    </Alert>
  );
}

/** Every change of the deadline: who, when, by how much, why. */
export function DueHistory({ history }: { history: readonly DeadlineChange[] }) {
  const board = useOpenBoard();
  const now = useNow();
  if (history.length < 2) return null;
  const zone = readerZone();
  const said = (deadline: DeadlineChange['to']) => (deadline ? deadlineInWords(deadline, zone, now).short : 'none');
  return (
    <details>
      <summary className={css.quietButton}>History of the deadline ({history.length})</summary>
      {history.toReversed().map((change) => (
        <Text key={change.at} size="sm" className={css.note} component="div">
          {change.byId === null ? 'Nobody' : (board.people.find(({ id }) => id === change.byId)?.name ?? 'Somebody who left')}:{' '}
          {change.from ? `${said(change.from)} to ` : ''}
          {said(change.to)}
          {change.days !== 0 && ` (${change.days > 0 ? '+' : '−'}${Math.abs(change.days)} ${Math.abs(change.days) === 1 ? 'day' : 'days'})`}
          {change.why && (
            <>
              , <bdi>“{change.why}”</bdi>
            </>
          )}{' '}
          <time className={css.meta} dateTime={change.at}>
            {instantInWords(change.at)}
          </time>
        </Text>
      ))}
    </details>
  );
}
