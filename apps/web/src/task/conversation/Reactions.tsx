import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import type { BoardSnapshot, CommentRow } from '@baton/domain';
import { useCommand } from '../../command/useCommand';
import { useViewer } from '../../session/viewer';
import css from './Conversation.module.css';

const near = ['👍', '✅', '🎉', '❤️', '😄', '👀', '🙏', '💡'];

/** Who reacted with what; pressing one's own takes it back. Nobody is told. */
export function Reactions({ comment, board, canWrite }: { comment: CommentRow; board: BoardSnapshot; canWrite: boolean }) {
  const { me } = useViewer();
  const { run } = useCommand();
  const [open, setOpen] = useState(false);
  const react = (emoji: string) => {
    setOpen(false);
    const on = !(comment.reactions[emoji] ?? []).includes(me.id);
    void run({
      boardId: board.id,
      operation: 'react',
      words: `Reacted with ${emoji}`,
      undo: 'none',
      input: { commentId: comment.id, emoji, on },
    });
  };
  const names = (ids: readonly string[]) =>
    new Intl.ListFormat('en').format(ids.map((id) => board.people.find((p) => p.id === id)?.name ?? 'somebody who left'));
  return (
    <>
      {Object.entries(comment.reactions).map(([emoji, ids]) => (
        <button
          key={emoji}
          type="button"
          className={css.reaction}
          aria-pressed={ids.includes(me.id)}
          aria-label={`${emoji} from ${names(ids)}`}
          title={names(ids)}
          disabled={!canWrite}
          onClick={() => react(emoji)}
        >
          {emoji} {ids.length}
        </button>
      ))}
      {canWrite && (
        <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal>
          <Popover.Target>
            <Button size="compact-xs" variant="subtle" color="gray" aria-label="React" onClick={() => setOpen(!open)}>
              ☺
            </Button>
          </Popover.Target>
          <Popover.Dropdown p={6} role="dialog" aria-label="Choose a reaction">
            {near.map((emoji) => (
              <Button
                key={emoji}
                size="compact-md"
                variant="subtle"
                color="gray"
                aria-label={`React with ${emoji}`}
                onClick={() => react(emoji)}
              >
                {emoji}
              </Button>
            ))}
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}
