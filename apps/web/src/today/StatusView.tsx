import { Alert, Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type StatusAnswer, type StatusUpdate, stillWaitingFor } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { namesInWords } from '../rhythm/words';
import { useViewer } from '../session/viewer';
import { Markdown } from '../task/Markdown';
import { useNow } from '../time/useNow';
import { instantInWords } from '../time/words';
import { sentenceOf } from '../ui/refusals';
import css from './Status.module.css';

const verbs: Record<StatusAnswer, string> = { seen: 'Seen', agree: 'Agree', object: 'Object' };
const said: Record<StatusAnswer, string> = { seen: 'Seen by', agree: 'Agreed by', object: 'Objected by' };

/** One status update: how the board stood, who has said something to it, and whose word is still missing. */
export function StatusView({ status, canAnswer }: { status: StatusUpdate; canAnswer: boolean }) {
  const { me } = useViewer();
  const now = useNow();
  const waiting = stillWaitingFor(status);
  const mine = status.answers.find(({ personId }) => personId === me.id);
  const of = (answer: StatusAnswer) => status.answers.filter((one) => one.answer === answer);
  return (
    <article className={css.status} id={`s-${status.id}`} aria-label={`Status of ${status.authorName}: ${status.headline}`}>
      <p className={css.meta}>
        <span className={css.health} data-health={status.health}>
          {status.health}
        </span>{' '}
        <bdi>{status.authorName}</bdi>,{' '}
        <time dateTime={status.publishedAt} title={status.publishedAt}>
          {instantInWords(status.publishedAt, new Date(now))}
        </time>
      </p>
      <h2 className={css.headline} dir="auto">
        {status.headline}
      </h2>
      {status.text && (
        <div className={css.text}>
          <Markdown text={status.text} />
        </div>
      )}
      {(['seen', 'agree'] as const).map(
        (answer) =>
          of(answer).length > 0 && (
            <p key={answer} className={css.meta}>
              {said[answer]} {namesInWords(of(answer).map(({ name }) => name))}.
            </p>
          ),
      )}
      {of('object').map(({ personId, name, text }) => (
        <p key={personId} className={css.objection} dir="auto">
          {name} objects: {text}
        </p>
      ))}
      {waiting.length > 0 && (
        <p className={css.meta}>Still waiting for {namesInWords(waiting.map(({ id, name }) => (id === me.id ? 'you' : name)))}.</p>
      )}
      {canAnswer && status.authorId !== me.id && <Answer status={status} mine={mine?.answer ?? null} />}
    </article>
  );
}

function Answer({ status, mine }: { status: StatusUpdate; mine: StatusAnswer | null }) {
  const { run } = useCommand();
  const [objecting, setObjecting] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const say = async (answer: StatusAnswer, text = '') => {
    const { refusal } = await run({
      boardId: status.boardId,
      operation: 'acknowledgeStatus',
      input: { statusId: status.id, answer, text },
      words: `${verbs[answer]}: ${status.headline}`,
    });
    setFault(refusal ? sentenceOf(refusal) : null);
    if (!refusal) setObjecting(null);
  };
  if (objecting !== null)
    return (
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void say('object', objecting);
        }}
        onKeyDown={(e) => e.key === 'Escape' && (e.stopPropagation(), setObjecting(null))}
      >
        <Textarea
          label="What you object to, and what would help"
          autosize
          minRows={2}
          autoFocus
          dir="auto"
          value={objecting}
          onChange={(e) => setObjecting(e.currentTarget.value)}
        />
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" type="submit" disabled={!objecting.trim()}>
            Object
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setObjecting(null)}>
            Close
          </Button>
        </Group>
        {fault && <Alert color="orange">{fault}</Alert>}
      </form>
    );
  return (
    <Group gap={6} mt="xs">
      {(['seen', 'agree', 'object'] as const).map((answer) => (
        <Button
          key={answer}
          size="compact-sm"
          variant={mine === answer ? 'light' : 'default'}
          aria-pressed={mine === answer}
          onClick={() => (answer === 'object' ? setObjecting('') : void say(answer))}
        >
          {verbs[answer]}
        </Button>
      ))}
      {fault && <Alert color="orange">{fault}</Alert>}
    </Group>
  );
}
