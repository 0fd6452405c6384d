import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useOpenBoard } from '../board/useBoard';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { sentenceOf } from '../ui/refusals';
import { useUrgent } from './useUrgent';

/** Asks whoever received something urgent whether it was; nothing for everybody else. */
export function UrgentLines({ taskId }: { taskId: string }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const { run } = useCommand();
  const { view } = useUrgent(taskId);
  const [fault, setFault] = useState<string | null>(null);
  const open = view?.sent.filter(({ toId, was }) => toId === me.id && was === null) ?? [];
  const rate = async (urgentId: string, was: boolean) => {
    const { refusal } = await run({
      boardId: board.id,
      operation: 'rateUrgent',
      words: 'Said whether it was urgent',
      undo: 'none',
      input: { urgentId, was },
    });
    setFault(refusal ? sentenceOf(refusal) : null);
  };
  return open.map(({ id, fromName, reason }) => (
    <Group key={id} gap={6} mb="xs" role="group" aria-label={`Urgent from ${fromName}`}>
      <Text size="sm" dir="auto">
        {fromName} called you, because {reason}. Was it urgent?
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => void rate(id, true)}>
        It was
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void rate(id, false)}>
        It could have waited
      </Button>
      {fault && (
        <Text size="sm" role="alert">
          {fault}
        </Text>
      )}
    </Group>
  ));
}
