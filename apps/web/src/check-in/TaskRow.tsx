import { Group, SegmentedControl, Select, Text, TextInput, Textarea } from '@mantine/core';
import { type BoardSnapshot, addDays, dayAt } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { DateField } from '../time/DateField';
import { useNow } from '../time/useNow';
import type { Place, PlacedTask, StuckDraft } from './answerDraft';
import css from './CheckIn.module.css';

interface TaskRowProps {
  task: PlacedTask;
  board: BoardSnapshot;
  stuck: StuckDraft;
  /** The task tells already what it waits for. */
  saidAlready: boolean;
  onPlace: (place: Place) => void;
  onStuck: (stuck: StuckDraft) => void;
}

/** One task of an answer: finished, moving or stuck; and when stuck, what stands in the way and who could unblock it. */
export function TaskRow({ task, board, stuck, saidAlready, onPlace, onStuck }: TaskRowProps) {
  return (
    <li className={css.row}>
      <div className={css.rowHead}>
        <span className={css.rowTitle} dir="auto">
          {task.title}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={`${task.title} is`}
          value={task.place}
          onChange={(place) => onPlace(place as Place)}
          data={[
            { value: 'finished', label: 'Finished' },
            { value: 'moving', label: 'Moving' },
            { value: 'stuck', label: 'Stuck' },
            { value: 'out', label: 'Leave out' },
          ]}
        />
      </div>
      {task.place === 'stuck' && <Stuck board={board} title={task.title} stuck={stuck} saidAlready={saidAlready} onStuck={onStuck} />}
    </li>
  );
}

type StuckProps = Pick<TaskRowProps, 'board' | 'stuck' | 'saidAlready' | 'onStuck'> & { title: string };

function Stuck({ board, title, stuck, saidAlready, onStuck }: StuckProps) {
  const { me } = useViewer();
  const now = useNow();
  const people = board.people.filter(({ id, removed, placeholder, role }) => id !== me.id && !removed && !placeholder && role !== 'viewer');
  const put = (change: Partial<StuckDraft>) => onStuck({ ...stuck, ...change });
  return (
    <div className={css.stuck}>
      <Textarea
        aria-label={`What stands in the way of ${title}`}
        placeholder="What stands in the way?"
        autosize
        minRows={1}
        dir="auto"
        value={stuck.text}
        onChange={(e) => put({ text: e.currentTarget.value })}
      />
      {saidAlready && stuck.text.trim() === '' ? (
        <Text size="xs" c="dimmed">
          The task says already what it waits for. Write only what is new.
        </Text>
      ) : (
        <Group gap="xs" align="flex-end" wrap="wrap">
          <Select
            label="Who could unblock it"
            placeholder="Choose"
            size="xs"
            w={200}
            searchable
            value={stuck.who}
            onChange={(who) => put({ who, ...(who === 'outside' && !stuck.checkOn && { checkOn: addDays(dayAt(board.zone, now), 3) }) })}
            data={[...people.map(({ id, name }) => ({ value: id, label: name })), { value: 'outside', label: 'Somebody outside' }]}
          />
          {stuck.who === 'outside' && (
            <>
              <TextInput
                label="Who"
                size="xs"
                dir="auto"
                w={160}
                value={stuck.outside}
                onChange={(e) => put({ outside: e.currentTarget.value })}
              />
              <DateField
                label="Look again on"
                compact
                withTime={false}
                value={stuck.checkOn ? { day: stuck.checkOn, time: null } : null}
                onChange={(due) => put({ checkOn: due?.day ?? null })}
              />
            </>
          )}
          <Text size="xs" c="dimmed">
            This becomes a blocker on the task.
          </Text>
        </Group>
      )}
    </div>
  );
}
