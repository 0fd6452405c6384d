import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type BoardSnapshot, limits } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { useSharedDraft } from '../task/useSharedDraft';
import { DateField } from '../time/DateField';
import { sentenceOf } from '../ui/refusals';
import { peopleOn } from './form';

/** What a record begins with: mostly a comment. */
export interface RecordStart {
  question: string;
  choice: string;
  taskIds: string[];
  commentId: string | null;
}

/** Puts on record what was decided already. Prefilled from a comment, only the reason is left to write; Ctrl+Enter seals it. */
export function RecordForm({
  board,
  start,
  onClose,
  onDone,
}: {
  board: BoardSnapshot;
  start: RecordStart;
  onClose: () => void;
  onDone: (number: number | null) => void;
}) {
  const { me } = useViewer();
  const { run } = useCommand();
  const { text: because, write, done } = useSharedDraft(`record:${start.commentId ?? start.taskIds[0] ?? board.id}`);
  const [question, setQuestion] = useState(start.question);
  const [choice, setChoice] = useState(start.choice);
  const [deciderId, setDeciderId] = useState<string | null>(me.id);
  const [reviewOn, setReviewOn] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const send = async () => {
    if (question.trim() === '') return setFault('Write the question that was decided.');
    if (choice.trim() === '') return setFault('Write what was decided.');
    if (because.trim() === '') return setFault('Write why, in a few words.');
    if (!deciderId) return setFault('Name who decided it.');
    setFault(null);
    const { refusal, events } = await run({
      ...{ boardId: board.id, operation: 'createDecision', words: 'The decision', undo: 'none' },
      input: {
        ...{ id: crypto.randomUUID(), boardId: board.id, taskIds: start.taskIds, open: false, commentId: start.commentId },
        fields: { question, mode: 'record', deciderId, recommendation: choice, because },
        outcome: { choice, because, reviewOn },
      },
    });
    if (refusal) return setFault(sentenceOf(refusal));
    done(because);
    const told = events.flatMap(({ changes }) => changes).find(({ type }) => type === 'decision');
    onDone(told?.type === 'decision' ? (told.fields.number ?? null) : null);
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      void send();
    }
  };
  return (
    <Modal opened onClose={onClose} title="Record a decision" size="md" closeButtonProps={{ 'aria-label': 'Close' }} onKeyDown={onKeyDown}>
      <Stack gap="sm">
        <TextInput
          label="The question"
          dir="auto"
          maxLength={limits.question}
          value={question}
          onChange={(e) => setQuestion(e.currentTarget.value)}
        />
        <Textarea
          label="What was decided"
          autosize
          minRows={1}
          maxRows={6}
          dir="auto"
          value={choice}
          onChange={(e) => setChoice(e.currentTarget.value)}
        />
        <Textarea
          label="Because"
          autosize
          minRows={2}
          dir="auto"
          data-autofocus
          value={because}
          onChange={(e) => write(e.currentTarget.value)}
        />
        <Select label="Who decided" searchable data={peopleOn(board)} value={deciderId} onChange={setDeciderId} />
        <div>
          <Text size="sm" fw={500}>
            Look again on
          </Text>
          <DateField
            label="Look again on"
            withTime={false}
            value={reviewOn ? { day: reviewOn, time: null } : null}
            onChange={(due) => setReviewOn(due?.day ?? null)}
          />
        </div>
        <Text size="xs" c="dimmed">
          Worth a record if somebody would ask why in three months, or if changing it would cost more than a day. It is sealed: later you
          can add to it, not change it.
        </Text>
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          <Button onClick={() => void send()}>Record decision</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
