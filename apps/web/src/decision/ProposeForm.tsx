import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type BoardSnapshot, type Decision, decisionName } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { useSharedDraft } from '../task/useSharedDraft';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { sentenceOf } from '../ui/refusals';
import { type ProposalForm, emptyProposal, fieldsOf, formOf, previewOf } from './form';
import { ProposalFields } from './ProposalFields';
import { momentFor } from './words';

/** What a new proposal begins with. */
export interface ProposalStart {
  form?: Partial<ProposalForm>;
  taskIds?: string[];
  commentId?: string | null;
  reopens?: Decision | null;
  supersedes?: Decision | null;
  /** A draft or an open decision that is changed instead. */
  edits?: Decision | null;
}

interface ProposeFormProps {
  board: BoardSnapshot;
  start: ProposalStart;
  onClose: () => void;
  onDone: (number: number | null) => void;
}

/** Proposes a decision, or changes one. What is typed is kept on every device until it is sent. */
export function ProposeForm({ board, start, onClose, onDone }: ProposeFormProps) {
  const { me } = useViewer();
  const { run } = useCommand();
  const { edits = null, reopens = null, supersedes = null } = start;
  const place = `decision:${edits?.id ?? reopens?.id ?? supersedes?.id ?? start.taskIds?.[0] ?? board.id}`;
  const { text: kept, write, done } = useSharedDraft(place);
  const begin = useMemo<ProposalForm>(
    () => ({ ...emptyProposal(me.id), ...(edits ? formOf(edits) : {}), ...start.form }),
    [me.id, edits, start.form],
  );
  const form = useMemo(() => readForm(kept, begin), [kept, begin]);
  const [fault, setFault] = useState<string | null>(null);
  const opened = edits !== null && edits.state !== 'draft';
  const change = (part: Partial<ProposalForm>) => write(JSON.stringify({ ...form, ...part }));
  const spoken = opened && (edits?.stances.length ?? 0) > 0;

  const send = async (open: boolean) => {
    if (form.question.trim() === '') return setFault('Write the question.');
    if (reopens && form.whatIsNew.trim() === '') return setFault('Write what is new since it was decided.');
    setFault(null);
    const fields: Record<string, unknown> = fieldsOf(form);
    if (opened) for (const stays of ['contributors', 'mode', 'reversibility', ...(form.decideBy ? [] : ['decideBy'])]) delete fields[stays];
    const first = edits
      ? await run({
          ...{ boardId: board.id, operation: 'stepDecision', words: 'The proposal', undo: 'none' },
          input: { decisionId: edits.id, step: 'edit', fields, version: edits.version },
        })
      : await run({
          ...{ boardId: board.id, operation: 'createDecision', words: 'The proposal', undo: 'none' },
          input: {
            ...{ id: crypto.randomUUID(), boardId: board.id, fields, taskIds: start.taskIds ?? [], open },
            ...{ commentId: start.commentId ?? null, reopensId: reopens?.id ?? null, supersedesId: supersedes?.id ?? null },
            whatIsNew: form.whatIsNew || null,
          },
        });
    const refusal = first.refusal ?? (edits && open ? (await openIt(edits.id)).refusal : undefined);
    if (refusal) return setFault(sentenceOf(refusal));
    done(kept);
    const told = first.events?.flatMap(({ changes }) => changes).find(({ type }) => type === 'decision');
    onDone(told?.type === 'decision' ? (told.fields.number ?? null) : null);
  };
  const openIt = (decisionId: string) =>
    run({ boardId: board.id, operation: 'stepDecision', words: 'The proposal', undo: 'none', input: { decisionId, step: 'open' } });

  const title = edits
    ? `Change ${decisionName(edits.number)}`
    : reopens
      ? `Reopen ${decisionName(reopens.number)}`
      : supersedes
        ? `Replace ${decisionName(supersedes.number)}`
        : 'Propose a decision';
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        {reopens && (
          <Textarea
            label={`What is new since ${decisionName(reopens.number)} was decided`}
            description="It stays in force until this one is."
            autosize
            minRows={2}
            dir="auto"
            value={form.whatIsNew}
            onChange={(e) => change({ whatIsNew: e.currentTarget.value })}
          />
        )}
        <ProposalFields form={form} board={board} opened={opened} onChange={change} />
        {spoken && (
          <Alert color="gray" variant="light">
            A change of what is asked makes a new version: objections stay, and everybody who agreed is asked again, with their whole time.
          </Alert>
        )}
        <Preview form={form} board={board} opened={opened} />
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          {opened ? (
            <Button onClick={() => void send(false)}>Save the change</Button>
          ) : (
            <>
              <Button onClick={() => void send(true)}>Open for input</Button>
              <Button variant="default" onClick={() => void send(false)}>
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

/** When input would close, said before anybody is asked. */
function Preview({ form, board, opened }: { form: ProposalForm; board: BoardSnapshot; opened: boolean }) {
  const { me } = useViewer();
  const now = useNow();
  const reader = readerZone();
  if (opened) return null;
  const { closes, decideBy, away } = previewOf(form, board, me.id, now);
  const nameOf = (id: string | null) => board.people.find((person) => person.id === id)?.name ?? 'somebody';
  const decider = board.people.find((person) => person.id === form.deciderId);
  const asked = form.contributorIds.length > 0;
  return (
    <Text size="sm" role="status">
      {asked
        ? `Opened now, it closes when everybody had their time: ${momentFor(closes, reader, now)}. `
        : form.mode === 'advice'
          ? 'Nobody is asked, so it goes to its decider at once. '
          : 'Name the people whose silence would count. '}
      {form.mode === 'advice' && `${nameOf(form.deciderId)} decides by ${momentFor(decideBy, reader, now, decider)}. `}
      {away.length > 0 && `${away.map(nameOf).join(', ')} cannot be heard: they have no working time in the next 120 days. `}
      Nobody is expected to answer now.
    </Text>
  );
}

function readForm(kept: string, begin: ProposalForm): ProposalForm {
  if (kept === '') return begin;
  try {
    return { ...begin, ...(JSON.parse(kept) as Partial<ProposalForm>) };
  } catch {
    return begin;
  }
}
