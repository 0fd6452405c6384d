import { ActionIcon, Anchor, Button, CopyButton, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { useState } from 'react';
import { type Ask, type BoardSnapshot, type CommentRow, may } from '@baton/domain';
import { useCommand } from '../../command/useCommand';
import { useViewer } from '../../session/viewer';
import { instantInWords } from '../../time/words';
import { sourceName } from '../sources';
import { readKept } from '../draft';
import { useNamed } from '../useNamed';
import { Markdown } from '../Markdown';
import { AskView } from './AskView';
import { EditComment } from './EditComment';
import { Reactions } from './Reactions';
import css from './Conversation.module.css';

interface CommentViewProps {
  comment: CommentRow;
  asks: readonly Ask[];
  board: BoardSnapshot;
  taskId: string;
  taskKey: string;
  canWrite: boolean;
  /** Not with the server yet. */
  waiting: boolean;
  onReply: (quote?: string) => void;
  onRecord: (() => void) | null;
}

const quoteOf = (text: string) =>
  `${text
    .split('\n')
    .slice(0, 6)
    .map((line) => `> ${line}`)
    .join('\n')}\n\n`;

/** One comment with its asks, and what can be done with it. */
export function CommentView(props: CommentViewProps) {
  const { comment, asks, board, taskId, canWrite, waiting } = props;
  const [editing, setEditing] = useState(false);
  const { id, ref, named } = useNamed<HTMLElement>(`c-${comment.id}`);
  const name = board.people.find((p) => p.id === comment.authorId)?.name ?? comment.authorName;
  if (comment.deletedAt) return <Trace comment={comment} board={board} name={name} />;
  return (
    <article
      ref={ref}
      tabIndex={-1}
      id={id}
      className={css.comment}
      data-waiting={waiting}
      data-marked={named}
      aria-label={`Comment of ${name}`}
    >
      <By comment={comment} name={name} waiting={waiting} />
      {comment.headline && (
        <p className={css.headline} dir="auto">
          {comment.headline}
        </p>
      )}
      {editing ? (
        <EditComment comment={comment} board={board} taskId={taskId} onDone={() => setEditing(false)} />
      ) : (
        comment.text && <Markdown text={comment.text} />
      )}
      {asks.length > 1 && <Waiting asks={asks} board={board} />}
      {asks.map((ask) => (
        <AskView key={ask.id} ask={ask} board={board} canWrite={canWrite} />
      ))}
      {!waiting && <Tools {...props} name={name} onEdit={() => setEditing(true)} />}
    </article>
  );
}

/** Who wrote it and when, of which kind, and what it said before. */
function By({ comment, name, waiting }: { comment: CommentRow; name: string; waiting: boolean }) {
  const [old, setOld] = useState(false);
  const edited = comment.editedAt && `edited ${instantInWords(comment.editedAt)}`;
  return (
    <>
      <div className={css.by}>
        <bdi className={css.name}>{name}</bdi>
        {comment.kind !== 'note' && <span className={css.kind}>{comment.kind}</span>}
        {comment.tone && <span className={css.kind}>{comment.tone}</span>}
        {comment.health && (
          <span className={css.kind} data-health={comment.health}>
            {comment.health}
          </span>
        )}
        <span className={css.soft}>
          <time dateTime={comment.createdAt} title={comment.createdAt}>
            {instantInWords(comment.createdAt)}
          </time>
          {waiting && ', on its way'}
          {edited && ', '}
          {edited && comment.versions.length > 0 ? (
            <Anchor component="button" type="button" inherit onClick={() => setOld(!old)} aria-expanded={old}>
              {edited}
            </Anchor>
          ) : (
            edited
          )}
          {comment.source && `, from ${sourceName(comment.source)}`}
        </span>
      </div>
      {old &&
        comment.versions.map((version) => (
          <blockquote key={version.at} className={css.version}>
            <span className={css.soft}>{instantInWords(version.at)}</span>
            <Markdown text={version.text} />
          </blockquote>
        ))}
    </>
  );
}

/** What stays of a deleted comment. */
function Trace({ comment, board, name }: { comment: CommentRow; board: BoardSnapshot; name: string }) {
  const { me } = useViewer();
  const edit = useEdit(board, comment);
  return (
    <p className={css.soft} id={`c-${comment.id}`}>
      A comment of <bdi>{name}</bdi> was deleted {comment.deletedAt && instantInWords(comment.deletedAt)} by{' '}
      <bdi>{board.people.find((p) => p.id === comment.deletedById)?.name ?? 'somebody'}</bdi>.{' '}
      {comment.deletedById === me.id && (
        <Anchor component="button" type="button" size="xs" onClick={() => void edit({ deleted: false }, 'Brought back')}>
          Bring it back
        </Anchor>
      )}
    </p>
  );
}

function useEdit(board: BoardSnapshot, comment: CommentRow) {
  const { run } = useCommand();
  return (change: Record<string, unknown>, words: string) =>
    run({ boardId: board.id, operation: 'editComment', words, undo: 'none', input: { commentId: comment.id, ...change } });
}

function Tools({
  comment,
  board,
  taskKey,
  canWrite,
  name,
  onReply,
  onRecord,
  onEdit,
}: CommentViewProps & { name: string; onEdit: () => void }) {
  const { me } = useViewer();
  const edit = useEdit(board, comment);
  const actor = { personId: me.id, role: board.myRole };
  const mayEdit = canWrite && may(actor, 'comment.edit', { authorId: comment.authorId });
  const mayDelete = canWrite && may(actor, 'comment.delete', { authorId: comment.authorId });
  const address = `${location.origin}/t/${taskKey}#c-${comment.id}`;
  const begun = readKept(me.id, `edit:${comment.id}`) !== null;
  const replying = readKept(me.id, `reply:${comment.replyToId ?? comment.id}`) !== null;
  return (
    <div className={css.tools}>
      <Reactions comment={comment} board={board} canWrite={canWrite} />
      {canWrite && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onReply()}>
          {replying ? 'Go on with your reply' : 'Reply'}
        </Button>
      )}
      {canWrite && onRecord && (
        <Button size="compact-xs" variant="subtle" color="gray" data-record onClick={onRecord}>
          Record as decision
        </Button>
      )}
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`More for the comment of ${name}`} title="More">
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {canWrite && <Menu.Item onClick={() => onReply(quoteOf(comment.text || (comment.headline ?? '')))}>Quote</Menu.Item>}
          <CopyButton value={address}>
            {({ copied, copy }) => <Menu.Item onClick={copy}>{copied ? 'Link copied' : 'Copy link'}</Menu.Item>}
          </CopyButton>
          {mayEdit && <Menu.Item onClick={onEdit}>{begun ? 'Go on with your edit' : 'Edit'}</Menu.Item>}
          {canWrite && comment.replyToId === null && (
            <Menu.Item
              onClick={() => void edit({ resolved: comment.resolvedAt === null }, comment.resolvedAt ? 'Opened again' : 'Resolved')}
            >
              {comment.resolvedAt ? 'Open the thread again' : 'Resolve the thread'}
            </Menu.Item>
          )}
          {mayDelete && <Menu.Item onClick={() => void edit({ deleted: true }, 'Delete the comment')}>Delete</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** Of several who were asked, those who still owe an answer. */
function Waiting({ asks, board }: { asks: readonly Ask[]; board: BoardSnapshot }) {
  const open = asks
    .filter(({ closed }) => closed === null)
    .map(({ holderId }) => board.people.find(({ id }) => id === holderId)?.name ?? 'somebody who left');
  return (
    <p className={css.soft}>
      {open.length === 0
        ? asks.every(({ closed }) => closed?.as === 'answered' || closed?.as === 'accepted')
          ? 'Everybody has answered.'
          : 'Nobody is waited for any more.'
        : `Still waiting for ${new Intl.ListFormat('en').format(open)}.`}
    </p>
  );
}
