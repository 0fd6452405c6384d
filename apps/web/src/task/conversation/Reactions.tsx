import { ActionIcon, Popover } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconMoodPlus from '@tabler/icons-react/dist/esm/icons/IconMoodPlus.mjs';
import { Suspense, useState } from 'react';
import { type BoardSnapshot, type CommentRow, ownEmojiName } from '@baton/domain';
import { useCommand } from '../../command/useCommand';
import { EmojiImage } from '../../emoji/EmojiImage';
import { useViewer } from '../../session/viewer';
import { lazily } from '../../ui/lazily';
import { useMarkdownScene } from '../markdownScene';
import css from './Conversation.module.css';

const EmojiPicker = lazily(() => import('../../emoji/EmojiPicker').then((m) => ({ default: m.EmojiPicker })));

const near = ['👍', '✅', '🎉', '❤️', '😄', '👀', '🙏', '💡'];

/** An emoji, or the picture of one of the workspace's own; one that is gone stays its name. */
function Reaction({ emoji, size = 16 }: { emoji: string; size?: number }) {
  const { emoji: own } = useMarkdownScene();
  const name = ownEmojiName(emoji);
  const url = name && own.get(name);
  return name && url ? <EmojiImage name={name} url={url} size={size} /> : <>{emoji}</>;
}

/** Who reacted with what; pressing one's own takes it back. Nobody is told. */
export function Reactions({ comment, board, canWrite }: { comment: CommentRow; board: BoardSnapshot; canWrite: boolean }) {
  const { me } = useViewer();
  const { run } = useCommand();
  const react = (emoji: string) => {
    const on = !(comment.reactions[emoji] ?? []).includes(me.id);
    void run({
      boardId: board.id,
      operation: 'react',
      words: `Your reaction ${emoji}`,
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
          <Reaction emoji={emoji} /> {ids.length}
        </button>
      ))}
      {canWrite && <React onReact={react} />}
    </>
  );
}

/** The usual reactions at hand, all others one step away. */
function React({ onReact }: { onReact: (emoji: string) => void }) {
  const [open, setOpen] = useState<'near' | 'all' | null>(null);
  const take = (emoji: string) => {
    setOpen(null);
    onReact(emoji);
  };
  return (
    <Popover
      opened={open !== null}
      onChange={(opened) => !opened && setOpen(null)}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label="React"
          title="React"
          aria-expanded={open !== null}
          onClick={() => setOpen(open === null ? 'near' : null)}
        >
          <IconMoodPlus size={16} stroke={1.5} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={open === 'all' ? 0 : 4} role="dialog" aria-label="Choose a reaction">
        {open === 'all' ? (
          <Suspense fallback={<div className={css.pickerRoom} />}>
            <EmojiPicker onPick={take} />
          </Suspense>
        ) : (
          <div className={css.near}>
            {near.map((emoji) => (
              <button key={emoji} type="button" className={css.nearOne} aria-label={`React with ${emoji}`} onClick={() => take(emoji)}>
                {emoji}
              </button>
            ))}
            <button type="button" className={css.nearOne} aria-label="All emoji" title="All emoji" onClick={() => setOpen('all')}>
              <IconDots size={16} stroke={1.5} aria-hidden />
            </button>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
