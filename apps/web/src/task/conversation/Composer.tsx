import { Alert, Button, Chip, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type BoardSnapshot, type CommentKind, type Health, type Tone, dayAt, healths, soundsLikeAsk, tones } from '@baton/domain';
import { useCommand } from '../../command/useCommand';
import { useViewer } from '../../session/viewer';
import { DateField } from '../../time/DateField';
import { readerZone } from '../../time/deadlineWords';
import { sentenceOf } from '../../ui/refusals';
import { MarkdownEditor } from '../MarkdownEditor';
import { AskPreview } from './AskPreview';
import { AskSheet } from './AskSheet';
import { type AskDraft, emptyAsk } from './askDraft';
import { timeOfDraft } from './askPeople';
import { useSharedDraft } from './useSharedDraft';
import css from './Conversation.module.css';

interface ComposerProps {
  board: BoardSnapshot;
  taskId: string;
  /** The comment that is answered; null for a new thread. */
  replyToId?: string | null;
  kind?: CommentKind;
  /** Whom an ask is for, to begin with. */
  askee?: string | null;
  onDone: () => void;
  /** A blocker that waits for a decision opens the form for one. */
  onDecision?: (text: string) => void;
  attach?: ReactNode;
}

const sendVerb: Record<CommentKind, string> = { note: 'Post', update: 'Post the update', ask: 'Ask', blocker: 'Say what blocks' };
const never = 'baton.ask.suggestion';

/** Where one writes: a note, an update, an ask or a blocker. Ctrl+Enter sends; what is not sent is kept. */
export function Composer({
  board,
  taskId,
  replyToId = null,
  kind: first = 'note',
  askee = null,
  onDone,
  onDecision,
  attach,
}: ComposerProps) {
  const { run } = useCommand();
  const { me } = useViewer();
  const { text, write, done } = useSharedDraft(replyToId ? `reply:${replyToId}` : `comment:${taskId}`);
  const [kind, setKind] = useState<CommentKind>(first);
  const [tone, setTone] = useState<Tone | null>(null);
  const [headline, setHeadline] = useState('');
  const [health, setHealth] = useState<Health>('on track');
  const [ask, setAsk] = useState<AskDraft>({ ...emptyAsk, personIds: askee ? [askee] : [] });
  const [blocker, setBlocker] = useState<'person' | 'decision' | 'outside'>('person');
  const [who, setWho] = useState('');
  const [checkOn, setCheckOn] = useState(() => dayAt(board.zone, Date.now() + 3 * 86_400_000));
  const [fault, setFault] = useState<string | null>(null);
  const [suggests, setSuggests] = useState(() => localStorage.getItem(never) !== 'no');
  const asks = kind === 'ask' || (kind === 'blocker' && blocker === 'person');

  const send = async () => {
    if (kind === 'blocker' && blocker === 'decision') return onDecision?.(text);
    if (asks && ask.personIds.length === 0) return setFault('Choose whom you ask.');
    if (kind === 'update' ? headline.trim() === '' : text.trim() === '')
      return setFault(kind === 'update' ? 'Write a headline.' : 'Write something first.');
    setFault(null);
    const blocking = kind === 'blocker' || ask.blocking;
    const { at, feasible } = timeOfDraft(ask, board, me.id, { now: Date.now(), blocking });
    if (asks && !feasible && ask.instead === 'notice' && ask.shortNotice.trim() === '') return setFault('Say why it cannot wait.');
    const outcome = run({
      boardId: board.id,
      operation: 'postComment',
      words: 'Your comment',
      undo: 'none',
      input: {
        id: crypto.randomUUID(),
        taskId,
        kind,
        text,
        replyToId,
        tone: kind === 'note' ? tone : null,
        ...(kind === 'update' && { headline, health }),
        ...(asks && {
          ask: {
            ids: ask.pool ? [crypto.randomUUID()] : ask.personIds.map(() => crypto.randomUUID()),
            personIds: ask.personIds,
            pool: ask.pool,
            want: ask.want,
            blocking,
            ifNoReply: ask.ifNoReply,
            respondBy: at === null ? null : new Date(at).toISOString(),
            shortNotice: feasible || ask.instead === 'next' ? null : ask.shortNotice,
          },
        }),
        ...(kind === 'blocker' && { blocker: { kind: blocker, ...(blocker === 'outside' && { who, checkOn }) } }),
      },
    });
    const { refusal } = await outcome;
    // A refused comment keeps its words; the sentence is shown beside them.
    if (refusal) return setFault(sentenceOf(refusal));
    done(text);
    onDone();
  };

  return (
    <Stack gap="xs" className={css.composer} data-composer>
      <SegmentedControl
        size="xs"
        aria-label="Kind of comment"
        value={kind}
        onChange={(value) => setKind(value as CommentKind)}
        data={[
          { value: 'note', label: 'Note' },
          { value: 'update', label: 'Update' },
          { value: 'ask', label: 'Ask' },
          { value: 'blocker', label: 'Blocker' },
        ]}
      />
      {kind === 'update' && (
        <Group gap="xs" align="flex-end" wrap="wrap">
          <TextInput
            label="Headline"
            dir="auto"
            maxLength={120}
            flex={1}
            miw={180}
            value={headline}
            onChange={(e) => setHeadline(e.currentTarget.value)}
          />
          <Select
            label="How it is"
            w={130}
            allowDeselect={false}
            value={health}
            onChange={(value) => setHealth((value ?? 'on track') as Health)}
            data={healths.map((value) => ({ value, label: value }))}
          />
        </Group>
      )}
      {kind === 'blocker' && (
        <SegmentedControl
          size="xs"
          aria-label="What would unblock it"
          value={blocker}
          onChange={(value) => setBlocker(value as typeof blocker)}
          data={[
            { value: 'person', label: 'A colleague' },
            { value: 'decision', label: 'A decision' },
            { value: 'outside', label: 'Somebody outside' },
          ]}
        />
      )}
      <MarkdownEditor
        label={kind === 'ask' ? 'Your question' : kind === 'blocker' ? 'What blocks it' : replyToId ? 'Reply' : 'Comment'}
        value={text}
        onChange={(next) => write(next)}
        onSave={() => void send()}
        onCancel={onDone}
        people={board.people}
        minRows={2}
      />
      {kind === 'note' && suggests && soundsLikeAsk(text) && (
        <Group gap="xs">
          <Text size="sm">Make it an ask?</Text>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              setKind('ask');
              setAsk({ ...ask, personIds: mentioned(text, board) });
            }}
          >
            Yes, with a time
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              localStorage.setItem(never, 'no');
              setSuggests(false);
            }}
          >
            Do not suggest this
          </Button>
        </Group>
      )}
      {kind === 'note' && (
        <Chip.Group value={tone ?? ''} onChange={(value) => setTone(value as Tone)}>
          <Group gap={6} role="group" aria-label="Tone">
            {tones.map((value) => (
              <Chip key={value} value={value} size="xs" variant="light" onClick={() => tone === value && setTone(null)}>
                {value}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      {asks && <AskSheet board={board} draft={ask} onChange={setAsk} blocker={kind === 'blocker'} />}
      {kind === 'blocker' && blocker === 'outside' && (
        <Group gap="xs" align="flex-end" wrap="wrap">
          <TextInput label="Who is waited for" dir="auto" flex={1} miw={160} value={who} onChange={(e) => setWho(e.currentTarget.value)} />
          <div>
            <Text size="sm" fw={500}>
              The owner checks back on
            </Text>
            <DateField
              label="The owner checks back on"
              withTime={false}
              value={{ day: checkOn, time: null }}
              onChange={(due) => due && setCheckOn(due.day)}
            />
          </div>
        </Group>
      )}
      {fault && (
        <Alert color="orange" variant="light" role="alert">
          {fault}
        </Alert>
      )}
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Button size="xs" onClick={() => void send()}>
            {asks && ask.personIds.length === 1
              ? `Ask ${board.people.find(({ id }) => id === ask.personIds[0])?.name ?? ''}`
              : sendVerb[kind]}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
            Close
          </Button>
        </Group>
        {attach}
      </Group>
      {asks && (
        <AskPreview
          board={board}
          draft={ask}
          onChange={setAsk}
          blocking={kind === 'blocker' || ask.blocking}
          onNote={() => setKind('note')}
        />
      )}
      <Text size="xs" c="dimmed">
        {kind === 'note'
          ? 'A note interrupts nobody. Mentions are read in their next digest.'
          : `Times are yours, ${readerZone().split('/').at(-1)?.replaceAll('_', ' ') ?? ''}.`}
      </Text>
    </Stack>
  );
}

const mentioned = (text: string, board: BoardSnapshot) =>
  board.people.filter(({ id, name }) => text.includes(id) || text.includes(`@${name}`)).map(({ id }) => id);
