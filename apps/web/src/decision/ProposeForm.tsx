import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type BoardSnapshot, type Decision, dayAt, decisionName, timeAt } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { type RefusalShown, sentenceOf } from '../ui/refusals';
import { type ProposalForm, changesOf, editOf, emptyProposal, fieldsOf, numberIn } from './form';
import { Preview } from './Preview';
import { ProposalFields } from './ProposalFields';
import { useFormDraft, useSending } from './useFormDraft';

/** What a new proposal begins with. */
export interface ProposalStart {
  form?: Partial<ProposalForm>;
  /** The words that it was made from, such as those of a blocker. */
  from?: string;
  taskIds?: string[];
  commentId?: string | null;
  reopens?: Decision | null;
  supersedes?: Decision | null;
  /** The decision that it is modelled on. */
  like?: Decision | null;
  /** A draft or an open decision that is changed instead. */
  edits?: Decision | null;
}

interface ProposeFormProps {
  board: BoardSnapshot;
  start: ProposalStart;
  onClose: () => void;
  onDone: (number: number | null) => void;
}

/** Where a proposal's draft is kept: one for each thing that it can be about. */
function placeOf({ edits, reopens, supersedes, like, taskIds }: ProposalStart, boardId: string): string {
  if (edits) return `change:${edits.id}`;
  if (reopens) return `reopening:${reopens.id}`;
  if (supersedes) return `replacement:${supersedes.id}`;
  return like ? `template:${like.id}` : `decision:${taskIds?.[0] ?? boardId}`;
}

/** Proposes a decision, or changes one. What is typed is kept on every device until it is sent. */
export function ProposeForm({ board, start, onClose, onDone }: ProposeFormProps) {
  const { me } = useViewer();
  const { run } = useCommand();
  const { edits = null, reopens = null, supersedes = null } = start;
  const begin = useMemo<ProposalForm>(
    () => ({ ...emptyProposal(me.id), ...(edits ? editOf(edits) : {}), from: start.from ?? '', ...start.form }),
    [me.id, edits, start.from, start.form],
  );
  const { form: kept, change, done } = useFormDraft(placeOf(start, board.id), begin);
  // What somebody has just written wins over the question of an older draft; the rest of that is kept.
  const form = kept.from === begin.from ? kept : { ...kept, from: begin.from, question: begin.question };
  const [id] = useState(() => edits?.id ?? crypto.randomUUID());
  const [fault, setFault] = useState<string | null>(null);
  const [feasible, setFeasible] = useState<number | null>(null);
  const put = (part: Partial<ProposalForm>) => change({ question: form.question, from: form.from, ...part });
  const opened = edits !== null && edits.state !== 'draft';

  const refused = (refusal: RefusalShown) => {
    const next = refusal.details['nextFeasible'];
    setFeasible(typeof next === 'string' ? Date.parse(next) : null);
    setFault(sentenceOf(refusal));
  };
  const step = (input: Record<string, unknown>) =>
    run({ boardId: board.id, operation: 'stepDecision', words: 'The proposal', undo: 'none', input: { decisionId: id, ...input } });
  const propose = (open: boolean) =>
    run({
      ...{ boardId: board.id, operation: 'createDecision', words: 'The proposal', undo: 'none' },
      input: {
        ...{ id, boardId: board.id, fields: fieldsOf(form), taskIds: start.taskIds ?? [], open, commentId: start.commentId ?? null },
        ...{ reopensId: reopens?.id ?? null, supersedesId: supersedes?.id ?? null, whatIsNew: form.whatIsNew || null },
      },
    });
  const [send, sending] = useSending(async (open: boolean) => {
    if (form.question.trim() === '') return setFault('Write the question.');
    if (reopens && form.whatIsNew.trim() === '') return setFault('Write what is new since it was decided.');
    setFault(null);
    setFeasible(null);
    const first = edits ? await step({ step: 'edit', fields: changesOf(form, edits), version: edits.version }) : await propose(open);
    if (first.refusal) return refused(first.refusal);
    const second = edits && open ? await step({ step: 'open' }) : null;
    if (second?.refusal) return refused(second.refusal);
    done();
    onDone(numberIn(first.events));
  });

  return (
    <Modal opened onClose={onClose} title={titleOf(start)} size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        {reopens && (
          <Textarea
            label={`What is new since ${decisionName(reopens.number)} was decided`}
            description="It stays in force until this one is."
            autosize
            minRows={2}
            dir="auto"
            value={form.whatIsNew}
            onChange={(e) => put({ whatIsNew: e.currentTarget.value })}
          />
        )}
        <ProposalFields form={form} board={board} opened={opened} onChange={put} />
        {opened && edits.stances.length > 0 && (
          <Alert color="gray" variant="light">
            A change of what is asked makes version {edits.version + 1}: objections stay, and everybody who agreed is asked again, with
            their whole time.
          </Alert>
        )}
        {!opened && <Preview form={form} board={board} />}
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
            {feasible !== null && <Feasible at={feasible} onTake={(decideBy) => put({ decideBy })} />}
          </Alert>
        )}
        <Group gap="xs">
          {opened ? (
            <Button loading={sending} onClick={() => void send(false)}>
              Save the change
            </Button>
          ) : (
            <>
              <Button loading={sending} onClick={() => void send(true)}>
                Open for input
              </Button>
              <Button variant="default" disabled={sending} onClick={() => void send(false)}>
                Keep as a draft
              </Button>
            </>
          )}
          <Button variant="subtle" color="gray" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function titleOf({ edits, reopens, supersedes }: ProposalStart): string {
  if (edits) return `Change ${decisionName(edits.number)}`;
  if (reopens) return `Reopen ${decisionName(reopens.number)}`;
  return supersedes ? `Replace ${decisionName(supersedes.number)}` : 'Propose a decision';
}

/** The first day on which the decider has time to decide, taken with one key. */
function Feasible({ at, onTake }: { at: number; onTake: (due: { day: string; time: string }) => void }) {
  const reader = readerZone();
  const now = useNow();
  // Rounded up to the minute, so that what is sent is not earlier than what was offered.
  const minute = Math.ceil(at / 60_000) * 60_000;
  return (
    <Text size="sm" mt={4}>
      <Button size="compact-sm" variant="light" onClick={() => onTake({ day: dayAt(reader, minute), time: timeAt(reader, minute) })}>
        Take {momentInShort(minute, reader, now)}
      </Button>
    </Text>
  );
}
