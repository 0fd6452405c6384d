import { Anchor, Text } from '@mantine/core';
import type { TaskDetail } from './useTask';
import css from './TaskPanel.module.css';

const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Attachments as links. */
export function Notes({ task }: { task: TaskDetail }) {
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
    </>
  );
}
