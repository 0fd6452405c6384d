import { ActionIcon, Alert, Button, Checkbox, Group, Modal, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import {
  type BoardSnapshot,
  type CheckIn,
  type CheckInForm,
  type CheckInPeriod,
  addDays,
  canTakePart,
  checkInPeriods,
  dayAt,
  limits,
  nextAsked,
} from '@baton/domain';
import { calendarOfPerson } from '../board/moveScene';
import { useCommand } from '../command/useCommand';
import { weekdayName } from '../rhythm/words';
import { momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { sentenceOf } from '../ui/refusals';
import { offsets, periodNames, rhythmInWords } from './words';
import css from './CheckIn.module.css';

interface CheckInDialogProps {
  board: BoardSnapshot;
  /** Null for a new one. */
  checkIn: CheckIn | null;
  form: CheckInForm;
  onClose: () => void;
}

/** Sets a check-in up, or changes it. What is typed stays when it is refused. */
export function CheckInDialog({ board, checkIn, form, onClose }: CheckInDialogProps) {
  const { run } = useCommand();
  const people = board.people.filter((person) => !person.removed && !person.placeholder && canTakePart(person.role));
  const [title, setTitle] = useState(form.title);
  const [questions, setQuestions] = useState(form.questions.length > 0 ? form.questions : ['']);
  const [period, setPeriod] = useState<CheckInPeriod>(form.period);
  const [weekday, setWeekday] = useState(form.weekday);
  const [offset, setOffset] = useState(form.offset);
  const [tasks, setTasks] = useState(form.tasks);
  const [participantIds, setParticipantIds] = useState<string[]>(
    checkIn ? checkIn.participantIds.filter((id) => people.some((person) => person.id === id)) : people.map(({ id }) => id),
  );
  const [fault, setFault] = useState<string | null>(null);
  const setting = {
    title,
    questions: questions.filter((question) => question.trim() !== ''),
    period,
    weekday,
    offset,
    tasks,
    participantIds,
  };
  const save = async () => {
    const { refusal } = await run({
      boardId: board.id,
      operation: checkIn ? 'editCheckIn' : 'createCheckIn',
      input: checkIn
        ? { checkInId: checkIn.id, ...setting }
        : { id: crypto.randomUUID(), boardId: board.id, template: form.template, ...setting },
      words: checkIn ? `Changed ${title}` : `Began ${title}`,
      undo: 'toast',
    });
    if (refusal) setFault(sentenceOf(refusal));
    else onClose();
  };
  const put = (i: number, text: string) => setQuestions(questions.with(i, text));
  return (
    <Modal
      opened
      onClose={onClose}
      title={checkIn ? 'Change the check-in' : 'New check-in'}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={(e) => (e.preventDefault(), void save())}>
        <Stack gap="sm">
          <TextInput
            label="Title"
            required
            dir="auto"
            maxLength={limits.name}
            value={title}
            onChange={(e) => setTitle(e.currentTarget.value)}
            data-autofocus
          />
          <fieldset className={css.fieldset}>
            <legend>Questions</legend>
            {questions.map((question, i) => (
              <Group key={i} gap={4} wrap="nowrap" mt={4}>
                <TextInput
                  aria-label={`Question ${i + 1}`}
                  dir="auto"
                  flex={1}
                  maxLength={limits.reason}
                  value={question}
                  onChange={(e) => put(i, e.currentTarget.value)}
                />
                {questions.length > 1 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Take question ${i + 1} out`}
                    onClick={() => setQuestions(questions.toSpliced(i, 1))}
                  >
                    <IconX size={14} stroke={1.5} />
                  </ActionIcon>
                )}
              </Group>
            ))}
            {questions.length < limits.checkInQuestions && (
              <Button size="compact-sm" variant="subtle" mt={4} onClick={() => setQuestions([...questions, ''])}>
                Add a question
              </Button>
            )}
          </fieldset>
          <Checkbox
            label="Also what each of them finished, moves and is stuck with"
            description="Their own tasks stand there already; they look at them before they send."
            checked={tasks}
            onChange={(e) => setTasks(e.currentTarget.checked)}
          />
          <Group gap="sm" align="flex-end" wrap="wrap">
            <Select
              label="How often"
              w={160}
              allowDeselect={false}
              value={period}
              onChange={(value) => setPeriod((value ?? period) as CheckInPeriod)}
              data={checkInPeriods.map((value) => ({ value, label: periodNames[value] }))}
            />
            <Select
              label={period === 'month' ? 'On the first' : 'On'}
              w={140}
              allowDeselect={false}
              value={String(weekday)}
              onChange={(value) => setWeekday(Number(value ?? weekday))}
              data={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value: String(value), label: weekdayName(value) }))}
            />
            <Select
              label="When"
              w={230}
              allowDeselect={false}
              value={String(offset)}
              onChange={(value) => setOffset(Number(value ?? offset))}
              data={
                offsets.some(({ value }) => value === String(offset))
                  ? offsets
                  : [...offsets, { value: String(offset), label: `${offset} minutes in` }]
              }
            />
          </Group>
          <MultiSelect
            label="Who is asked"
            description="Guests and viewers read along."
            searchable
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={participantIds}
            onChange={setParticipantIds}
          />
          <Preview board={board} setting={setting} startsOn={checkIn?.startsOn ?? null} />
          {fault && (
            <Alert color="orange" variant="light" role="alert">
              {fault}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit">{checkIn ? 'Save' : 'Begin'}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type Setting = Pick<CheckIn, 'period' | 'weekday' | 'offset' | 'participantIds'>;

/** When each of them would be asked first, in the reader's time; who does not work on its days is named. */
function Preview({ board, setting, startsOn }: { board: BoardSnapshot; setting: Setting; startsOn: string | null }) {
  const now = useNow();
  const zone = readerZone();
  const people = board.people.filter(({ id }) => setting.participantIds.includes(id));
  if (people.length === 0) return null;
  const first = startsOn ?? addDays(dayAt(board.zone, now), 1);
  const times = people.map((person) => ({
    name: person.name,
    next: nextAsked({ ...whole, ...setting, startsOn: first }, calendarOfPerson(person), now),
  }));
  const never = times.filter(({ next }) => next === null).map(({ name }) => name);
  return (
    <div className={css.preview} data-testid="check-in-preview">
      <Text size="sm">{rhythmInWords(setting)}. In your time, first:</Text>
      <ul className={css.previewList}>
        {times
          .toSorted((a, b) => (a.next?.askedAt ?? Infinity) - (b.next?.askedAt ?? Infinity))
          .flatMap(({ name, next }) =>
            next
              ? [
                  <li
                    key={name}
                  >{`${name}: ${momentInShort(next.askedAt, zone, now)} to ${momentInShort(next.closesAt, zone, next.askedAt).replace(/^today /, '')}`}</li>,
                ]
              : [],
          )}
      </ul>
      {never.length > 0 && <Text size="sm">{never.join(', ')}: does not work on these days, and is not asked.</Text>}
    </div>
  );
}

const whole = {
  template: 'own' as const,
  title: '',
  questions: [],
  tasks: false,
  id: '',
  boardId: '',
  stoppedAt: null,
  createdById: '',
};
