import { ActionIcon, Button, FileButton, Popover } from '@mantine/core';
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import IconCheckbox from '@tabler/icons-react/dist/esm/icons/IconCheckbox.mjs';
import IconCode from '@tabler/icons-react/dist/esm/icons/IconCode.mjs';
import IconItalic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconMoodSmile from '@tabler/icons-react/dist/esm/icons/IconMoodSmile.mjs';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import IconQuote from '@tabler/icons-react/dist/esm/icons/IconQuote.mjs';
import { Suspense, useState } from 'react';
import { lazily } from '../ui/lazily';
import { type Writing, link, prefixLines, wrap } from './markdown';
import css from './MarkdownEditor.module.css';

const EmojiPicker = lazily(() => import('../emoji/EmojiPicker').then((m) => ({ default: m.EmojiPicker })));

const tools = [
  { name: 'Bold', key: 'b', icon: IconBold, act: (w: Writing) => wrap(w, '**') },
  { name: 'Italic', key: 'i', icon: IconItalic, act: (w: Writing) => wrap(w, '_') },
  {
    name: 'Code',
    key: 'e',
    icon: IconCode,
    act: (w: Writing) => (w.text.slice(w.from, w.to).includes('\n') ? wrap(w, '\n```\n') : wrap(w, '`')),
  },
  {
    name: 'Link',
    key: 'k',
    icon: IconLink,
    act: (w: Writing) =>
      link(w.from === w.to ? { ...w, text: `${w.text.slice(0, w.from)}words${w.text.slice(w.to)}`, to: w.from + 5 } : w, 'https://'),
  },
  { name: 'List', key: '', icon: IconList, act: (w: Writing) => prefixLines(w, '- ') },
  { name: 'Checkboxes', key: '', icon: IconCheckbox, act: (w: Writing) => prefixLines(w, '- [ ] ') },
  { name: 'Quote', key: '', icon: IconQuote, act: (w: Writing) => prefixLines(w, '> ') },
];
export const toolFor = (key: string) => tools.find((tool) => tool.key !== '' && tool.key === key.toLowerCase());

interface EditorToolsProps {
  preview: boolean;
  onPreview: (on: boolean) => void;
  onTool: (act: (writing: Writing) => Writing) => void;
  onEmoji: (emoji: string) => void;
  /** Null where files cannot be sent. */
  onFiles: ((files: File[]) => void) | null;
}

/** What can be done with a text besides typing it. */
export function EditorTools({ preview, onPreview, onTool, onEmoji, onFiles }: EditorToolsProps) {
  const [picking, setPicking] = useState(false);
  return (
    <div className={css.tools}>
      <div className={css.toolbar} role="toolbar" aria-label="Formatting">
        {tools.map(({ name, key, icon: Icon, act }) => (
          <ActionIcon
            key={name}
            variant="subtle"
            color="gray"
            aria-label={name}
            title={key ? `${name}, Ctrl+${key.toUpperCase()}` : name}
            disabled={preview}
            onClick={() => onTool(act)}
          >
            <Icon size={16} stroke={1.5} />
          </ActionIcon>
        ))}
        <Popover opened={picking} onChange={setPicking} position="top-start" withinPortal returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Emoji"
              title="Emoji"
              disabled={preview}
              aria-expanded={picking}
              onClick={() => setPicking(!picking)}
            >
              <IconMoodSmile size={16} stroke={1.5} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown p={0} role="dialog" aria-label="Choose an emoji">
            <Suspense fallback={<div className={css.pickerRoom} />}>
              <EmojiPicker
                onPick={(emoji) => {
                  setPicking(false);
                  onEmoji(emoji);
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
        {onFiles && (
          <FileButton multiple onChange={onFiles}>
            {(props) => (
              <ActionIcon {...props} variant="subtle" color="gray" aria-label="Attach files" title="Attach files" disabled={preview}>
                <IconPaperclip size={16} stroke={1.5} />
              </ActionIcon>
            )}
          </FileButton>
        )}
      </div>
      <Button size="compact-xs" variant="subtle" color="gray" aria-pressed={preview} onClick={() => onPreview(!preview)}>
        {preview ? 'Write' : 'Preview'}
      </Button>
    </div>
  );
}
