import { useQuery } from '@apollo/client/react';
import { Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  type Ask,
  type BoardSnapshot,
  type Conversation,
  type TalkReason,
  type TalkTime,
  localTime,
  normsOf,
  talkReasons,
  talkTimes,
  whoBent,
} from '@baton/domain';
import { useViewer } from '../../session/viewer';
import { momentInShort, readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { calendarOn, nameOn } from './askPeople';
import { ConversationDocument } from './useConversation';

const none = 'none';

/** Half hours for the two of an ask, and who bent for their last talk. */
function useTimes(board: BoardSnapshot, ask: Ask) {
  const { me } = useViewer();
  const now = useNow();
  const { data } = useQuery(ConversationDocument, { variables: { taskId: ask.taskId }, fetchPolicy: 'cache-only' });
  const talks = (data?.conversation as Conversation | undefined)?.talks;
  return useMemo(() => {
    const talker = (id: string) => ({ id, calendar: calendarOn(board, id) });
    const pair = [ask.askerId, ask.holderId];
    const last = talks?.find(({ askerId, holderId }) => pair.includes(askerId) && pair.includes(holderId));
    const [mine, theirs] =
      me.id === ask.holderId ? [talker(ask.holderId), talker(ask.askerId)] : [talker(ask.askerId), talker(ask.holderId)];
    const bent = last ? whoBent(mine, theirs, { from: Date.parse(last.from), to: Date.parse(last.to) }) : null;
    const { minNoticeHours } = normsOf(board.workspaceNorms, board.norms);
    return { people: [mine, theirs], bent, ...talkTimes(mine, theirs, now + minNoticeHours * 3_600_000, bent) };
  }, [board, ask, me.id, now, talks]);
}

interface TalkFormProps {
  ask: Ask;
  board: BoardSnapshot;
  onTalk: (more: Record<string, unknown>) => void;
  onClose: () => void;
}

/** Choosing to talk on purpose: why, when both work, and where. What came of it is owed in writing. */
export function TalkForm({ ask, board, onTalk, onClose }: TalkFormProps) {
  const now = useNow();
  const reader = readerZone();
  const [reason, setReason] = useState<TalkReason>('going in circles');
  const [chosen, setChosen] = useState(none);
  const [link, setLink] = useState('');
  const { people, bent, shared, times } = useTimes(board, ask);
  const nameOf = (id: string) => nameOn(board, id);
  const time = times.find(({ from }) => String(from) === chosen);
  const marks = ({ early, late, bendsId, from }: TalkTime) => [
    ...(bendsId ? [`outside ${nameOf(bendsId)}’s hours`] : []),
    ...early.map((id) => `early for ${nameOf(id)}`),
    ...late.map((id) => `late for ${nameOf(id)}`),
    ...people.map(({ id, calendar }) => `${nameOf(id)} ${localTime(calendar, from)}`),
  ];
  return (
    <Stack
      gap="xs"
      mt={6}
      component="form"
      onKeyDown={(e) => e.key === 'Escape' && (e.stopPropagation(), onClose())}
      onSubmit={(e) => {
        e.preventDefault();
        const when = time ? { from: new Date(time.from).toISOString(), to: new Date(time.to).toISOString() } : {};
        onTalk({ reason, link: link || null, ...when });
      }}
    >
      <Select
        label="Why a talk"
        allowDeselect={false}
        value={reason}
        onChange={(value) => setReason((value ?? reason) as TalkReason)}
        data={[...talkReasons]}
      />
      {!shared && (
        <Text size="sm">
          {people.map(({ id }) => nameOf(id)).join(' and ')} do not work at the same time in the next five working days.
          {times.length > 0 && ' The least bad times:'}
          {bent && ` Last time ${nameOf(bent)} left their hours, so it is the other’s turn.`}
        </Text>
      )}
      <Radio.Group label={shared ? 'When both of you work' : 'When one of you bends'} value={chosen} onChange={setChosen}>
        <Stack gap={6} mt={4}>
          {times.map((one) => (
            <Radio
              key={one.from}
              size="xs"
              value={String(one.from)}
              label={momentInShort(one.from, reader, now)}
              description={marks(one).join(', ')}
            />
          ))}
          <Radio size="xs" value={none} label="We find a time ourselves" />
        </Stack>
      </Radio.Group>
      <TextInput label="Where, as a link" placeholder="https://" value={link} onChange={(e) => setLink(e.currentTarget.value)} />
      <Text size="xs" c="dimmed">
        Whoever begins a talk writes down what came of it by the end of the next working day. It stays open until then.
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" type="submit">
          Talk
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
