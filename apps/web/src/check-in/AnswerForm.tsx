import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { BoardSnapshot, CheckIn, CheckInAnswer, CheckInPrefill } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { useSharedDraft } from '../task/useSharedDraft';
import { MarkdownEditor } from '../task/MarkdownEditor';
import { sentenceOf } from '../ui/refusals';
import { type AnswerDraft, inputOf, placedTasks, readDraft, stuckOf, wordsOf } from './answerDraft';
import { TaskRow } from './TaskRow';
import css from './CheckIn.module.css';

interface AnswerFormProps {
  checkIn: CheckIn;
  board: BoardSnapshot;
  on: string;
  /** What was said before on this day. */
  answer: CheckInAnswer | null;
  prefill: CheckInPrefill | null;
  until: string;
  onPass: (() => void) | null;
  onDone: () => void;
}

/** One's own answer. What is typed is kept from day to day and on every device until it is sent. */
export function AnswerForm({ checkIn, board, on, answer, prefill, until, onPass, onDone }: AnswerFormProps) {
  const { me } = useViewer();
  const { run } = useCommand();
  const { text, write, done } = useSharedDraft(`checkin:${checkIn.id}`);
  const draft = useMemo(() => readDraft(text), [text]);
  const [fault, setFault] = useState<string | null>(null);
  const change = (part: Partial<AnswerDraft>) => write(JSON.stringify({ ...draft, ...part }));
  const cardOf = (taskId: string) => board.cards.find(({ id }) => id === taskId);
  const tasks = useMemo(
    () =>
      checkIn.tasks
        ? placedTasks(draft, answer, prefill, (taskId) => {
            const card = board.cards.find(({ id }) => id === taskId);
            return card ? { taskId, number: card.number, title: card.title } : null;
          })
        : [],
    [checkIn.tasks, draft, answer, prefill, board.cards],
  );
  const send = async () => {
    setFault(null);
    const input = { checkInId: checkIn.id, on, pass: false, ...inputOf(draft, answer, checkIn.questions, tasks) };
    const { refusal } = await run({
      boardId: board.id,
      operation: 'answerCheckIn',
      input,
      words: `Answer to ${checkIn.title}`,
      undo: 'none',
    });
    if (refusal) return setFault(sentenceOf(refusal));
    done(text);
    onDone();
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey) || e.defaultPrevented) return;
    e.preventDefault();
    void send();
  };
  const waits = (taskId: string) =>
    cardOf(taskId)?.wait != null ||
    (cardOf(taskId)?.blockerIds.length ?? 0) > 0 ||
    (cardOf(taskId)?.owed ?? []).some(({ blocking, fromId }) => blocking && fromId === me.id);
  const others = board.cards.filter(
    ({ id, doneAt, ownerId }) => !tasks.some(({ taskId }) => taskId === id) && (doneAt === null || ownerId === me.id),
  );
  return (
    <Stack
      gap="md"
      className={css.form}
      component="form"
      onSubmit={(e) => (e.preventDefault(), void send())}
      onKeyDown={onKeyDown}
      aria-label="Your answer"
    >
      {checkIn.questions.map((question) => (
        <div key={question}>
          <p className={css.asked} dir="auto">
            {question}
          </p>
          <MarkdownEditor
            label={question}
            value={wordsOf(draft, answer, question)}
            onChange={(next) => change({ words: { ...draft.words, [question]: next } })}
            onSave={() => void send()}
            onCancel={() => undefined}
            people={board.people}
            minRows={3}
          />
        </div>
      ))}
      {checkIn.tasks && (
        <div role="group" aria-label="Your tasks">
          <p className={css.asked}>Your tasks</p>
          {tasks.length === 0 && (
            <Text size="sm" c="dimmed">
              The log has nothing of yours since the last one.
            </Text>
          )}
          <ul className={css.rows}>
            {tasks.map((task) => (
              <TaskRow
                key={task.taskId}
                task={task}
                board={board}
                stuck={stuckOf(draft, answer, task.taskId)}
                saidAlready={waits(task.taskId)}
                onPlace={(place) => change({ places: { ...draft.places, [task.taskId]: place } })}
                onStuck={(stuck) => change({ stuck: { ...draft.stuck, [task.taskId]: stuck } })}
              />
            ))}
          </ul>
          {others.length > 0 && (
            <Select
              aria-label="Add a task"
              placeholder="Add a task"
              size="xs"
              mt={6}
              maw={360}
              searchable
              value={null}
              limit={30}
              nothingFoundMessage="No task of that name."
              data={others.map(({ id, number, title }) => ({ value: id, label: `${board.key}-${number} ${title}` }))}
              onChange={(taskId) =>
                taskId && change({ places: { ...draft.places, [taskId]: cardOf(taskId)?.doneAt ? 'finished' : 'moving' } })
              }
            />
          )}
        </div>
      )}
      {fault && (
        <Alert color="orange" variant="light" role="alert">
          {fault}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" size="sm">
          {answer ? 'Save' : 'Send'}
        </Button>
        {onPass && (
          <Button size="sm" variant="default" onClick={onPass}>
            Pass this time
          </Button>
        )}
        <Text size="xs" c="dimmed">
          Open until {until}. Read on the board; nobody is told of it by itself.
        </Text>
      </Group>
    </Stack>
  );
}
