import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type HandoffNote, assumedCalendar, handoffStates, standingAt } from '@baton/domain';
import { calendarOfPerson } from '../board/moveScene';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { useViewer } from '../session/viewer';
import { DateField } from '../time/DateField';
import { DayField } from '../time/DayField';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { standingInWords } from '../rhythm/words';
import { sentenceOf } from '../ui/refusals';
import { useDraft } from './draft';

interface HandoffFormProps {
  taskId: string;
  nextStep: string;
  onClose: () => void;
  /** Who takes it over, and when it comes back, for somebody who goes away. */
  toId?: string | null;
  returnsOn?: string | null;
}

/** Hands a task to somebody: how it is, where it stands, what comes next. They own it when they say back what they take over. */
export function HandoffForm({ taskId, nextStep, onClose, toId: given = null, returnsOn: back = null }: HandoffFormProps) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const { me } = useViewer();
  const now = useNow();
  const { draft, write, done } = useDraft(`task.${taskId}.handoff`);
  const [toId, setToId] = useState(given);
  const [state, setState] = useState<HandoffNote['state']>('on track');
  const [next, setNext] = useState<HandoffNote['next']>([{ what: nextStep, by: null }]);
  const [watchOuts, setWatchOuts] = useState('');
  const [links, setLinks] = useState('');
  const [returnsOn, setReturnsOn] = useState(back);
  const [fault, setFault] = useState<string | null>(null);
  const where = draft?.text ?? '';
  const people = board.people.filter((p) => p.id !== me.id && !p.removed && !p.placeholder && !['viewer', 'commenter'].includes(p.role));
  const receiver = people.find(({ id }) => id === toId);
  const calendar = receiver ? calendarOfPerson(receiver) : assumedCalendar(board.zone);
  const send = async () => {
    if (!toId) return setFault('Choose who takes it over.');
    if (where.trim() === '') return setFault('Write where it stands.');
    const { refusal } = await commands.offerHandoff(taskId, toId, {
      state,
      where,
      next: next.filter(({ what }) => what.trim()),
      watchOuts,
      links,
      returnsOn,
    });
    if (refusal) return setFault(sentenceOf(refusal));
    done();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Hand over ${board.key}-${board.cards.find(({ id }) => id === taskId)?.number ?? ''}`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="sm">
        <Select
          label="Who takes it over"
          searchable
          data-autofocus
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={toId}
          onChange={setToId}
        />
        {receiver && (
          <Text size="sm" c="dimmed">
            {receiver.name}:{' '}
            {standingInWords(
              standingAt(calendar, now),
              calendar,
              readerZone(),
              now,
              (id) => people.find((p) => p.id === id)?.name ?? 'somebody',
            )}
          </Text>
        )}
        <SegmentedControl
          size="xs"
          aria-label="How it is"
          value={state}
          onChange={(v) => setState(v as HandoffNote['state'])}
          data={[...handoffStates]}
        />
        <Textarea label="Where it stands" autosize minRows={3} dir="auto" value={where} onChange={(e) => write(e.currentTarget.value)} />
        {next.map((action, i) => (
          <Group key={i} gap="xs" align="flex-end" wrap="wrap">
            <TextInput
              label={i === 0 ? 'What comes next' : `And then (${i + 1})`}
              dir="auto"
              flex={1}
              miw={180}
              value={action.what}
              onChange={(e) => setNext(next.with(i, { ...action, what: e.currentTarget.value }))}
            />
            <DateField
              label="By"
              withTime={false}
              value={action.by ? { day: action.by, time: null } : null}
              onChange={(due) => setNext(next.with(i, { ...action, by: due?.day ?? null }))}
            />
          </Group>
        ))}
        {next.length < 3 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setNext([...next, { what: '', by: null }])}>
            Another action
          </Button>
        )}
        <TextInput
          label="What to watch out for"
          placeholder="If the API is late, cut the export"
          dir="auto"
          value={watchOuts}
          onChange={(e) => setWatchOuts(e.currentTarget.value)}
        />
        <TextInput label="Links" dir="auto" value={links} onChange={(e) => setLinks(e.currentTarget.value)} />
        <DayField label="Comes back to me on" value={returnsOn} onChange={setReturnsOn} />
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          <Button onClick={() => void send()}>{receiver ? `Offer it to ${receiver.name}` : 'Offer it'}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
