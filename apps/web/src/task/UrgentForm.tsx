import { Alert, Button, Modal, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type UrgentReason, type UrgentView, limits, urgentReasons } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useCommand } from '../command/useCommand';
import { sentenceFor, sentenceOf } from '../ui/refusals';
import { useUrgent } from './useUrgent';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Whom it would reach, as a list: who has duty first, then who can be reached, then the others with why not. */
function peopleOf({ people, dutyId }: UrgentView) {
  const rank = ({ id, way }: UrgentView['people'][number]) => (id === dutyId ? 0 : way === 'now' ? 1 : way === 'delegate' ? 2 : 3);
  return people
    .filter(({ way }) => way !== 'self')
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id, name, why }) => ({ value: id, label: `${name}: ${why}` }));
}

/** Tells somebody now. Only to who works, has duty or allowed it; everybody else is left in peace, and the form says so. */
export function UrgentForm({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const board = useOpenBoard();
  const { run } = useCommand();
  const { view, error } = useUrgent(taskId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState<UrgentReason | null>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const data = view ? peopleOf(view) : [];
  const toId = chosen ?? (view?.people.some(({ id, way }) => id === view.dutyId && way !== 'self') ? view.dutyId : null);
  const send = async () => {
    if (!toId) return setFault('Choose whom you call.');
    if (!reason) return setFault('Say what makes it urgent. Anything else is an ask.');
    if (text.trim() === '') return setFault('Write what is needed now.');
    const input = { id: crypto.randomUUID(), taskId, toId, reason, text: text.trim() };
    const { refusal } = await run({ boardId: board.id, operation: 'sendUrgent', words: 'Sent something urgent', undo: 'none', input });
    if (refusal) return setFault(sentenceOf(refusal));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title="It cannot wait" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            This reaches people at once, by what they set up for it. Everybody reads it on the task. For anything that can wait until they
            work, ask instead.
          </Text>
          {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
          <Select label="Whom" searchable data={data} value={toId} onChange={setChosen} />
          <Radio.Group label="Why" value={reason} onChange={(value) => setReason(urgentReasons.find((one) => one === value) ?? null)}>
            {urgentReasons.map((one) => (
              <Radio key={one} mt={6} value={one} label={capital(one)} />
            ))}
          </Radio.Group>
          <TextInput
            label="What is needed now"
            data-autofocus
            maxLength={limits.headline}
            value={text}
            dir="auto"
            onChange={(e) => setText(e.currentTarget.value)}
          />
          {view && (
            <Text size="sm" c="dimmed">
              {view.left > 0
                ? `${view.left === 1 ? 'One' : 'Two'} left for you this week.`
                : 'You have used this twice this week. You can send it; the admins read that you did.'}
            </Text>
          )}
          {fault && (
            <Alert color="orange" role="alert">
              {fault}
            </Alert>
          )}
          <Button type="submit" w="fit-content">
            Send it now
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
