import { Button, Text } from '@mantine/core';
import { useOpenBoard } from '../board/useBoard';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import type { TaskDetail } from './useTask';
import { instantInWords } from '../time/words';
import css from './TaskPanel.module.css';

const fieldWords: Record<string, string> = {
  title: 'the title',
  ownerId: 'the owner',
  helperIds: 'the helpers',
  labelIds: 'the labels',
  startOn: 'the start',
  dueOn: 'the due date',
  dueTime: 'the due time',
  doneAt: 'the state',
  description: 'the description',
  dueZone: 'the due date',
  dueAt: 'the due date',
  revisitOn: 'the day to look again',
  nextStep: 'the next step',
  requesterId: 'the requester',
  blockerIds: 'what it is blocked by',
  wait: 'what it waits for',
  repeat: 'how it comes again',
  followers: 'who follows it',
  checklist: 'the checklist',
};
const kindWords: Record<string, string> = {
  'task.created': 'created it',
  'task.moved': 'moved it',
  'task.explained': 'said why',
  'task.kept': 'keeps it as it is',
  'task.recurred': 'let it come again',
  'deadline.moved': 'changed the deadline',
  'deadline.rederived': 'keeps the deadline under new clock rules',
  'deadline.countered': 'proposed another deadline',
  'deadline.answered': 'answered the proposal',
  'handoff.offered': 'offered it to somebody else',
  'handoff.declined': 'ended the offer',
  'handoff.accepted': 'took it over',
  'task.archived': 'archived it',
  'task.restored': 'brought it back',
  'task.deleted': 'deleted it',
  'task.arrived': 'moved it here from another board',
  'comment.posted': 'wrote',
  'comment.edited': 'changed a comment',
  'ask.stepped': 'took an ask further',
  'file.added': 'attached a file',
  'file.edited': 'changed a file',
  'file.removed': 'took a file away',
  'checklist.edited': 'changed the checklist',
  'command.undone': 'took a change back',
  'board.imported': 'imported it',
};

/** What an entry of the history says. */
export function historyWords(kind: string, fields: readonly string[]): string {
  if (kind !== 'task.edited') return kindWords[kind] ?? 'changed it';
  const words = [...new Set(fields.flatMap((field) => fieldWords[field] ?? []))];
  return `changed ${words.join(' and ') || 'it'}`;
}

/** Who did what, newest first, folded away; the newest thing of one's own can be taken back. */
export function History({ task }: { task: TaskDetail }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const { undoOne } = useCommand();
  const names = new Map(board.people.map((p) => [p.id, p.name]));
  return (
    <details>
      <summary className={css.quietButton}>History</summary>
      {task.history.map((entry, i) => (
        <Text key={entry.seq} size="sm" className={css.note} component="div">
          {entry.actorId === me.id ? 'You' : (names.get(entry.actorId) ?? 'Somebody who left')} {historyWords(entry.kind, entry.fields)}
          {entry.why && (
            <>
              : <bdi>“{entry.why}”</bdi>
            </>
          )}{' '}
          <time className={css.meta} dateTime={entry.at} title={entry.at}>
            {instantInWords(entry.at)}
          </time>
          {i === 0 && entry.actorId === me.id && entry.kind !== 'task.created' && (
            <Button
              size="compact-xs"
              variant="subtle"
              ml="xs"
              onClick={() => void undoOne({ boardId: task.boardId, id: entry.commandId, words: historyWords(entry.kind, entry.fields) })}
            >
              Undo
            </Button>
          )}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        Created {instantInWords(task.createdAt)}
        {task.sourceUrl && (
          <>
            {' '}
            ·{' '}
            <a href={task.sourceUrl} target="_blank" rel="noopener noreferrer nofollow ugc">
              where it came from
            </a>
          </>
        )}
      </Text>
    </details>
  );
}
