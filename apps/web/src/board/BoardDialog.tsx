import { Alert, Button, Group, Modal, MultiSelect, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type BoardSnapshot, type Rota, allZones, dayAt, normsOf } from '@baton/domain';
import { useBoards } from '../shell/boards';
import { useCommand } from '../command/useCommand';
import { BoardReminders } from './BoardReminders';
import { NormsFields } from '../ui/NormsFields';
import { sentenceOf } from '../ui/refusals';

/** The weeks go on where they are while nobody was added or taken away; otherwise this week is the first one's. */
function rotaOf(personIds: string[], board: BoardSnapshot): Rota | null {
  if (personIds.length === 0) return null;
  const same = personIds.join() === board.rota?.personIds.join();
  return { personIds, from: same && board.rota ? board.rota.from : dayAt(board.zone, Date.now()) };
}

/** Changes name, key and zone of a board; what is typed stays when it is refused. */
export function BoardDialog({ board, onClose }: { board: BoardSnapshot; onClose: () => void }) {
  const { run } = useCommand();
  const { refetch } = useBoards();
  const navigate = useNavigate();
  const [name, setName] = useState(board.name);
  const [key, setKey] = useState(board.key);
  const [zone, setZone] = useState(board.zone);
  const [norms, setNorms] = useState(board.norms);
  const [triageId, setTriageId] = useState(board.triageId);
  const [rota, setRota] = useState<string[]>(board.rota?.personIds ?? []);
  const [sprintEnd, setSprintEnd] = useState(board.sprint?.endsOn ?? '');
  const [sprintWeeks, setSprintWeeks] = useState(board.sprint?.weeks ?? 2);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const outcome = await run({
      boardId: board.id,
      operation: 'editBoard',
      input: {
        boardId: board.id,
        name,
        key,
        zone,
        norms,
        triageId,
        rota: rotaOf(rota, board),
        sprint: sprintEnd ? { endsOn: sprintEnd, weeks: sprintWeeks } : null,
      },
      words: `Changed the board ${name}`,
    });
    if (outcome.refusal) return setProblem(sentenceOf(outcome.refusal));
    await refetch();
    onClose();
    if (key !== board.key) void navigate(`/b/${key.toUpperCase()}`, { replace: true });
  };
  return (
    <Modal opened onClose={onClose} title="Board" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void save();
        }}
      >
        <Stack>
          <TextInput label="Name" value={name} onChange={(e) => setName(e.currentTarget.value)} required dir="auto" data-autofocus />
          <TextInput
            label="Key"
            description="Stands before every task number. Old addresses keep working."
            value={key}
            onChange={(e) => setKey(e.currentTarget.value.toUpperCase())}
            required
          />
          <Select
            label="Time zone"
            description="Dates on this board mean days in this zone."
            data={allZones()}
            value={zone}
            searchable
            allowDeselect={false}
            onChange={(value) => value && setZone(value)}
          />
          <Select
            label="Sees to what nobody owns"
            description="Gets the tasks of people who leave, and asks that name nobody."
            placeholder="an owner of the workspace"
            data={board.people.filter((p) => !p.removed && p.role !== 'guest').map((p) => ({ value: p.id, label: p.name }))}
            value={triageId}
            clearable
            onChange={setTriageId}
          />
          <MultiSelect
            label="Takes what is urgent"
            description="One person a week, in this order, also outside their hours. Empty for nobody."
            data={board.people
              .filter((p) => !p.removed && !p.placeholder && p.role !== 'guest')
              .map((p) => ({ value: p.id, label: p.name }))}
            value={rota}
            searchable
            clearable
            onChange={setRota}
          />
          <Group grow align="flex-end">
            <TextInput
              type="date"
              label="A sprint ends on"
              description="Empty for none."
              value={sprintEnd}
              onChange={(e) => setSprintEnd(e.currentTarget.value)}
            />
            <NumberInput
              label="Weeks"
              min={1}
              max={12}
              value={sprintWeeks}
              disabled={!sprintEnd}
              onChange={(value) => setSprintWeeks(Number(value))}
            />
          </Group>
          <details>
            <summary>House rules of this board</summary>
            <NormsFields norms={norms} otherwise={normsOf(board.workspaceNorms)} onChange={setNorms} />
          </details>
          <details>
            <summary>Reminders of deadlines on this board</summary>
            <BoardReminders boardId={board.id} />
          </details>
          {problem && <Alert color="orange">{problem}</Alert>}
          <Button type="submit">Save</Button>
        </Stack>
      </form>
    </Modal>
  );
}
