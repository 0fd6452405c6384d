import { Anchor, Button, CopyButton, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import { type Ask, type BoardSnapshot, type CommentRow, may } from '@baton/domain';
import { useCommand } from '../../command/useCommand';
import { useViewer } from '../../session/viewer';
import { instantInWords } from '../../time/words';
import { sourceName } from '../sources';
import { useNamed } from '../useNamed';
import { Markdown } from '../Markdown';
import { MarkdownEditor } from '../MarkdownEditor';
import { AskView } from './AskView';
import { Reactions } from './Reactions';
import css from './Conversation.module.css';

interface CommentViewProps {
  comment: CommentRow;
  asks: readonly Ask[];
  board: BoardSnapshot;
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
export function CommentView({ comment, asks, board, taskKey, canWrite, waiting, onReply, onRecord }: CommentViewProps) {
  const { me } = useViewer();
  const { run } = useCommand();
  const [editing, setEditing] = useState<string | null>(null);
  const [old, setOld] = useState(false);
  const { id, ref, named } = useNamed<HTMLElement>(`c-${comment.id}`);
  const actor = { personId: me.id, role: board.myRole };
  const edit = (change: Record<string, unknown>, words: string) =>
    run({ boardId: board.id, operation: 'editComment', words, undo: 'none', input: { commentId: comment.id, ...change } });
  const name = board.people.find((p) => p.id === comment.authorId)?.name ?? comment.authorName;
  if (comment.deletedAt)
    return (
      <p className={css.soft} id={`c-${comment.id}`}>
        A comment of {name} was deleted {instantInWords(comment.deletedAt)} by{' '}
        {board.people.find((p) => p.id === comment.deletedById)?.name ?? 'somebody'}.{' '}
        {comment.deletedById === me.id && (
          <Anchor component="button" type="button" size="xs" onClick={() => void edit({ deleted: false }, 'Brought back')}>
            Bring it back
          </Anchor>
        )}
      </p>
    );
  const mayEdit = canWrite && may(actor, 'comment.edit', { authorId: comment.authorId });
  const mayDelete = canWrite && may(actor, 'comment.delete', { authorId: comment.authorId });
  const address = `${location.origin}/t/${taskKey}#c-${comment.id}`;
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
      <div className={css.by}>
        <bdi className={css.name}>{name}</bdi>
        {comment.kind !== 'note' && <span className={css.kind}>{comment.kind}</span>}
        {comment.tone && <span className={css.kind}>{comment.tone}</span>}
        {comment.health && <span className={css.kind}>{comment.health}</span>}
        <span className={css.soft}>
          <time dateTime={comment.createdAt} title={comment.createdAt}>
            {instantInWords(comment.createdAt)}
          </time>
          {waiting && ', on its way'}
          {comment.editedAt && (
            <>
              {', '}
              {comment.versions.length > 0 ? (
                <Anchor component="button" type="button" inherit onClick={() => setOld(!old)} aria-expanded={old}>
                  edited {instantInWords(comment.editedAt)}
                </Anchor>
              ) : (
                `edited ${instantInWords(comment.editedAt)}`
              )}
            </>
          )}
          {comment.source && `, from ${sourceName(comment.source)}`}
        </span>
      </div>
      {comment.headline && (
        <p className={css.headline} dir="auto">
          {comment.headline}
        </p>
      )}
      {old &&
        comment.versions.map((version) => (
          <blockquote key={version.at} className={css.soft}>
            {instantInWords(version.at)}
            <Markdown text={version.text} />
          </blockquote>
        ))}
      {editing === null ? (
        comment.text && <Markdown text={comment.text} />
      ) : (
        <>
          <MarkdownEditor
            label="Edit the comment"
            value={editing}
            onChange={setEditing}
            onSave={() => void edit({ text: editing }, 'Your edit').then(({ refusal }) => !refusal && setEditing(null))}
            onCancel={() => setEditing(null)}
            people={board.people}
          />
          <Group gap="xs" mt={4}>
            <Button
              size="compact-sm"
              onClick={() => void edit({ text: editing }, 'Your edit').then(({ refusal }) => !refusal && setEditing(null))}
            >
              Save
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setEditing(null)}>
              Leave as it was
            </Button>
          </Group>
        </>
      )}
      {asks.length > 1 && <Waiting asks={asks} board={board} />}
      {asks.map((ask) => (
        <AskView key={ask.id} ask={ask} board={board} canWrite={canWrite} />
      ))}
      {!waiting && (
        <div className={css.tools}>
          <Reactions comment={comment} board={board} canWrite={canWrite} />
          {canWrite && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onReply()}>
              Reply
            </Button>
          )}
          {canWrite && onRecord && (
            <Button size="compact-xs" variant="subtle" color="gray" data-record onClick={onRecord}>
              Record as decision
            </Button>
          )}
          <Menu position="bottom-start" withinPortal>
            <Menu.Target>
              <Button size="compact-xs" variant="subtle" color="gray" aria-label={`More for the comment of ${name}`}>
                More
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {canWrite && <Menu.Item onClick={() => onReply(quoteOf(comment.text))}>Quote</Menu.Item>}
              <CopyButton value={address}>
                {({ copied, copy }) => <Menu.Item onClick={copy}>{copied ? 'Link copied' : 'Copy link'}</Menu.Item>}
              </CopyButton>
              {mayEdit && <Menu.Item onClick={() => setEditing(comment.text)}>Edit</Menu.Item>}
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
      )}
    </article>
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
