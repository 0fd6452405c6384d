import { Alert, Button, Chip, Group, SegmentedControl, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type BoardSnapshot, type CommentKind, type Tone, filesIn, soundsLikeAsk, taskKey, tones } from '@baton/domain';
import { useCommand } from '../../command/useCommand';
import { useViewer } from '../../session/viewer';
import { readerZone } from '../../time/deadlineWords';
import { sentenceOf } from '../../ui/refusals';
import { MarkdownEditor } from '../MarkdownEditor';
import { OtherDraft } from '../OtherDraft';
import { useSharedDraft } from '../useSharedDraft';
import { AskPreview } from './AskPreview';
import { AskSheet } from './AskSheet';
import { BlockerFields, UpdateFields } from './ComposerFields';
import { type Form, asksSomebody, faultIn, formOf, isBlocking, mentionedIn, postOf, timeOf, worthKeeping } from './composed';
import css from './Conversation.module.css';

interface ComposerProps {
  board: BoardSnapshot;
  taskId: string;
  /** The comment that is answered; null for a new thread. */
  replyToId?: string | null;
  kind?: CommentKind;
  /** Whom an ask is for, to begin with. */
  askee?: string | null;
  /** Words to begin with, put below what was written already. */
  quote?: string;
  onDone: () => void;
  /** A blocker that waits for a decision opens the form for one. */
  onDecision?: (text: string) => void;
  attach?: ReactNode;
}

const sendVerb: Record<CommentKind, string> = { note: 'Post', update: 'Post the update', ask: 'Ask', blocker: 'Say what blocks' };
const labels: Record<CommentKind, string> = { note: 'Comment', update: 'Comment', ask: 'Your question', blocker: 'What blocks it' };
const invitations: Record<CommentKind, string> = {
  note: 'Write. @ names somebody, # a task; pictures and files can be dropped here.',
  update: 'What is behind it, for those who want to know more.',
  ask: 'What do you want to know?',
  blocker: 'What is in the way?',
};
const never = 'baton.ask.suggestion';

/** Where one writes: a note, an update, an ask or a blocker. Ctrl+Enter sends; what is not sent is kept, on every device. */
export function Composer(props: ComposerProps) {
  const { board, taskId, replyToId = null, kind: first = 'note', askee = null, quote = '', onDone, onDecision, attach } = props;
  const { run } = useCommand();
  const { me } = useViewer();
  const draft = useSharedDraft(replyToId ? `reply:${replyToId}` : `comment:${taskId}`, true);
  const { text } = draft;
  const begin = { kind: first, askee };
  const [form, setForm] = useState<Form>(() => formOf(draft.more, board.zone, begin));
  const [seen, setSeen] = useState(draft.taken);
  if (draft.taken !== seen) {
    setSeen(draft.taken);
    setForm(formOf(draft.more, board.zone, begin));
  }
  const [fault, setFault] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const quoted = useRef('');
  // All of it in view, not only the field.
  const files = filesIn(text).length;
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [form.kind, files, waiting]);
  useEffect(() => {
    if (quote === quoted.current) return;
    quoted.current = quote;
    if (quote) draft.write(text.trim() === '' ? quote : `${text.trimEnd()}\n\n${quote}`);
  });

  const put = (change: Partial<Form>) => {
    const next = { ...form, ...change };
    setForm(next);
    draft.write(text, worthKeeping(text, next));
  };
  const write = (next: string) => draft.write(next, worthKeeping(next, form));
  const send = async () => {
    if (form.kind === 'blocker' && form.blocker === 'decision' && onDecision) return onDecision(text);
    const time = timeOf(form, board, me.id);
    const lacking = faultIn(text, form, { filesOnTheirWay: waiting, feasible: time.feasible });
    setFault(lacking);
    if (lacking) return undefined;
    draft.hold(true);
    const input = postOf(form, { taskId, text, replyToId }, time);
    const { refusal } = await run({ boardId: board.id, operation: 'postComment', words: 'Your comment', undo: 'none', input });
    draft.hold(false);
    // A refused comment keeps its words; the sentence is shown beside them.
    if (refusal) return setFault(sentenceOf(refusal));
    draft.done(text);
    return onDone();
  };
  const close = () => {
    // Nothing was written: nothing is kept.
    if (text.trim() === '' && form.headline.trim() === '') draft.done();
    onDone();
  };
  const asked = form.ask.personIds;
  return (
    <div ref={box} className={css.composer} data-composer>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Kind of comment"
        value={form.kind}
        onChange={(value) => put({ kind: value as CommentKind })}
        data={[
          { value: 'note', label: 'Note' },
          { value: 'update', label: 'Update' },
          { value: 'ask', label: 'Ask' },
          { value: 'blocker', label: 'Blocker' },
        ]}
      />
      {form.kind === 'update' && <UpdateFields form={form} onChange={put} onSend={() => void send()} />}
      <OtherDraft other={draft.other} onChoose={draft.choose} />
      <MarkdownEditor
        label={form.kind === 'note' && replyToId ? 'Reply' : labels[form.kind]}
        placeholder={replyToId ? 'Write a reply' : invitations[form.kind]}
        value={text}
        onChange={write}
        onSave={() => void send()}
        onCancel={close}
        taskId={taskId}
        people={board.people}
        tasks={tasksOf(board)}
        minRows={replyToId ? 2 : 3}
        onWaiting={setWaiting}
      />
      {form.kind === 'note' && <Tones tone={form.tone} onChange={(tone) => put({ tone })} />}
      {form.kind === 'note' && soundsLikeAsk(text) && (
        <Suggestion onTake={() => put({ kind: 'ask', ask: { ...form.ask, personIds: mentionedIn(text, board.people) } })} />
      )}
      {form.kind === 'blocker' && <BlockerFields form={form} onChange={put} decision={onDecision !== undefined} />}
      {asksSomebody(form) && <AskSheet board={board} draft={form.ask} onChange={(ask) => put({ ask })} blocker={form.kind === 'blocker'} />}
      {fault && (
        <Alert color="orange" variant="light" role="alert">
          {fault}
        </Alert>
      )}
      <div className={css.sendLine}>
        <Text size="xs" c="dimmed" className={css.sendNote}>
          {form.kind === 'note'
            ? 'A note interrupts nobody. Mentions are read in their next digest.'
            : `Times are yours, ${readerZone().split('/').at(-1)?.replaceAll('_', ' ') ?? ''}.`}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {attach}
          <Button size="xs" variant="subtle" color="gray" onClick={close}>
            Close
          </Button>
          <Button size="xs" onClick={() => void send()} title="Ctrl+Enter">
            {asksSomebody(form) && asked.length === 1
              ? `Ask ${board.people.find(({ id }) => id === asked[0])?.name ?? ''}`
              : sendVerb[form.kind]}
          </Button>
        </Group>
      </div>
      {asksSomebody(form) && (
        <AskPreview
          board={board}
          draft={form.ask}
          onChange={(ask) => put({ ask })}
          blocking={isBlocking(form)}
          onNote={() => put({ kind: 'note' })}
        />
      )}
    </div>
  );
}

const known = new WeakMap<BoardSnapshot['cards'], { key: string; title: string }[]>();
/** The board's tasks as the editor offers them; the same list as long as the cards are the same. */
function tasksOf({ key, cards }: BoardSnapshot) {
  let tasks = known.get(cards);
  if (!tasks) known.set(cards, (tasks = cards.map(({ number, title }) => ({ key: taskKey(key, number), title }))));
  return tasks;
}

/** How a note is meant; pressed again it is taken off. */
function Tones({ tone, onChange }: { tone: Tone | null; onChange: (tone: Tone | null) => void }) {
  return (
    <Chip.Group value={tone ?? ''} onChange={(value) => onChange(value as Tone)}>
      <Group gap={6} role="group" aria-label="Tone">
        {tones.map((value) => (
          <Chip key={value} value={value} size="xs" variant="light" onClick={() => tone === value && onChange(null)}>
            {value}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

/** A note with a question to somebody can become an ask; whoever does not want to hear that says so once. */
function Suggestion({ onTake }: { onTake: () => void }) {
  const [off, setOff] = useState(() => localStorage.getItem(never) === 'no');
  if (off) return null;
  return (
    <Group gap="xs">
      <Text size="sm">Make it an ask?</Text>
      <Button size="compact-sm" variant="light" onClick={onTake}>
        Yes, with a time
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => {
          localStorage.setItem(never, 'no');
          setOff(true);
        }}
      >
        Do not suggest this
      </Button>
    </Group>
  );
}
