import { Anchor, Text } from '@mantine/core';
import { useOpenBoard } from '../board/useBoard';
import { Markdown } from './Markdown';
import type { TaskDetail } from './useTask';
import { instantInWords } from '../time/words';
import css from './TaskPanel.module.css';

const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Attachments as links, and what people wrote, oldest first. */
export function Notes({ task }: { task: TaskDetail }) {
  const board = useOpenBoard();
  return (
    <>
      {task.attachments.length > 0 && (
        <section aria-label="Attachments">
          <h3 className={css.heading}>Attachments</h3>
          {task.attachments.map((file) => (
            <Text key={file.id} size="sm">
              <Anchor href={file.url} target="_blank" rel="noopener noreferrer nofollow ugc" dir="auto">
                {file.name}
              </Anchor>{' '}
              <span className={css.meta}>
                {file.bytes ? `${size(file.bytes)} ` : ''}
                {file.stayedAtSource ? 'The file stayed at Trello; opening it may ask for a sign-in there.' : ''}
              </span>
            </Text>
          ))}
        </section>
      )}
      {task.comments.length > 0 && (
        <section aria-label="Notes">
          <h3 className={css.heading}>Notes</h3>
          {task.comments.map((comment) => (
            <article key={comment.id} className={css.note}>
              <Text size="sm" fw={600} component="span" dir="auto">
                {board.people.find((p) => p.id === comment.authorId)?.name ?? comment.authorName}
              </Text>{' '}
              <span className={css.meta}>
                <time dateTime={comment.createdAt} title={comment.createdAt}>
                  {instantInWords(comment.createdAt)}
                </time>
                {comment.editedAt && `, edited ${instantInWords(comment.editedAt)}`}
                {comment.source && `, from ${comment.source === 'trello' ? 'Trello' : comment.source}`}
              </span>
              <Markdown text={comment.text} />
            </article>
          ))}
        </section>
      )}
    </>
  );
}
