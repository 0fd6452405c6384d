import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { type BoardSnapshot, dayAt, limits } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { DayField } from '../time/DayField';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { sentenceOf } from '../ui/refusals';
import { endOfDay, numberIn, peopleOn } from './form';
import { PeopleSelect } from './PeopleSelect';
import { useFormDraft, useSending } from './useFormDraft';
import css from './Decision.module.css';

/** What a record begins with: mostly a comment. */
export interface RecordStart {
  question: string;
  choice: string;
  taskIds: string[];
  commentId: string | null;
}

interface RecordFields {
  question: string;
  choice: string;
  because: string;
  deciderId: string | null;
  /** Who was part of it: they can correct the record until the end of their next working day. */
  personIds: string[];
  /** When it was decided; null for now. */
  decidedOn: string | null;
  reviewOn: string | null;
}

/** What is still lacking, as a sentence. */
function lacking({ question, choice, because, deciderId }: RecordFields): string | null {
  if (question.trim() === '') return 'Write the question that was decided.';
  if (choice.trim() === '') return 'Write what was decided.';
  if (because.trim() === '') return 'Write why, in a few words.';
  return deciderId ? null : 'Name who decided it.';
}

interface RecordFormProps {
  board: BoardSnapshot;
  start: RecordStart;
  onClose: () => void;
  onDone: (number: number | null) => void;
}

/** Puts on record what was decided already. Prefilled from a comment, only the reason is left to write; Ctrl+Enter seals it. */
export function RecordForm({ board, start, onClose, onDone }: RecordFormProps) {
  const { me } = useViewer();
  const { run } = useCommand();
  const begin = useMemo<RecordFields>(
    () => ({
      ...{ question: start.question, choice: start.choice, because: '', deciderId: me.id },
      ...{ personIds: [], decidedOn: null, reviewOn: null },
    }),
    [start.question, start.choice, me.id],
  );
  const { form, change, done } = useFormDraft(`record:${start.commentId ?? start.taskIds[0] ?? board.id}`, begin);
  const [id] = useState(() => crypto.randomUUID());
  const [fault, setFault] = useState<string | null>(null);

  const [send, sending] = useSending(async () => {
    const lacks = lacking(form);
    setFault(lacks);
    if (lacks) return;
    const { question, choice, because, deciderId, personIds, decidedOn, reviewOn } = form;
    const { refusal, events } = await run({
      ...{ boardId: board.id, operation: 'createDecision', words: 'The decision', undo: 'none' },
      input: {
        ...{ id, boardId: board.id, taskIds: start.taskIds, open: false, commentId: start.commentId },
        fields: {
          ...{ question, mode: 'record', deciderId, recommendation: choice, because },
          contributors: personIds.map((personId) => ({ personId, required: false })),
        },
        outcome: { choice, because, reviewOn, decidedAt: decidedOn === null ? null : endOfDay(decidedOn) },
      },
    });
    if (refusal) return setFault(sentenceOf(refusal));
    done();
    onDone(numberIn(events));
  });
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
          value={form.question}
          onChange={(e) => change({ question: e.currentTarget.value })}
        />
        <Textarea
          label="What was decided"
          autosize
          minRows={1}
          maxRows={6}
          dir="auto"
          value={form.choice}
          onChange={(e) => change({ choice: e.currentTarget.value })}
        />
        <Textarea
          label="Because"
          autosize
          minRows={2}
          dir="auto"
          data-autofocus
          value={form.because}
          onChange={(e) => change({ because: e.currentTarget.value })}
        />
        <Select
          label="Who decided"
          searchable
          data={peopleOn(board)}
          value={form.deciderId}
          onChange={(deciderId) => change({ deciderId })}
        />
        <RecordMore board={board} form={form} onChange={change} />
        <Text size="xs" c="dimmed">
          Would someone ask why in three months, or would changing it cost more than a day? Then it is worth a record. It is sealed: later
          you can add to it, not change it.
        </Text>
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          <Button loading={sending} onClick={() => void send()}>
            Record decision
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What most records do not need. */
function RecordMore({
  board,
  form,
  onChange,
}: {
  board: BoardSnapshot;
  form: RecordFields;
  onChange: (change: Partial<RecordFields>) => void;
}) {
  const today = dayAt(readerZone(), useNow());
  return (
    <details className={css.more}>
      <summary>More: who was there, when it was, when to look again</summary>
      <Stack gap="sm" mt="xs">
        <PeopleSelect
          board={board}
          label="Who was part of it"
          description="They can correct the record until the end of their next working day."
          value={form.personIds}
          without={form.deciderId ? [form.deciderId] : []}
          onChange={(personIds) => onChange({ personIds })}
        />
        <Group gap="lg" wrap="wrap">
          <DayField
            label="Decided on"
            value={form.decidedOn}
            onChange={(decidedOn) => onChange({ decidedOn: decidedOn === today ? null : decidedOn })}
          />
          <DayField label="Look again on" value={form.reviewOn} onChange={(reviewOn) => onChange({ reviewOn })} />
        </Group>
      </Stack>
    </details>
  );
}
