import { ActionIcon, Group, SegmentedControl, Textarea } from '@mantine/core';
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import IconCheckbox from '@tabler/icons-react/dist/esm/icons/IconCheckbox.mjs';
import IconCode from '@tabler/icons-react/dist/esm/icons/IconCode.mjs';
import IconItalic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconQuote from '@tabler/icons-react/dist/esm/icons/IconQuote.mjs';
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { MentionList, useMentions } from './useMentions';
import { Markdown } from './Markdown';
import { type Writing, continueList, link, prefixLines, toggleCheckbox, wrap } from './markdown';

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

interface MarkdownEditorProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onSave: () => void;
  onCancel: () => void;
  /** Who can be mentioned with @. */
  people?: readonly { id: string; name: string; removed?: boolean }[];
  minRows?: number;
}

/** A Markdown text with toolbar and preview. Ctrl+Enter saves, Escape leaves it as a draft. */
export function MarkdownEditor({ label, value, onChange, onSave, onCancel, people = [], minRows = 4 }: MarkdownEditorProps) {
  const [view, setView] = useState<'write' | 'preview'>('write');
  const field = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<{ from: number; to: number } | null>(null);
  useLayoutEffect(() => {
    if (!selection.current || !field.current) return;
    field.current.setSelectionRange(selection.current.from, selection.current.to);
    selection.current = null;
  }, [value]);

  const mentions = useMentions(people, field, value);

  const now = (): Writing => ({
    text: value,
    from: field.current?.selectionStart ?? value.length,
    to: field.current?.selectionEnd ?? value.length,
  });
  const put = (next: Writing) => {
    selection.current = next;
    onChange(next.text);
    field.current?.focus();
  };
  const onKeyDown = (e: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mentions.onKeyDown(e, put)) return;
    const tool = (e.ctrlKey || e.metaKey) && !e.shiftKey && tools.find(({ key }) => key !== '' && key === e.key.toLowerCase());
    const next = tool
      ? tool.act(now())
      : e.key === 'Enter' && !e.ctrlKey && !e.metaKey && !e.nativeEvent.isComposing
        ? continueList(now())
        : null;
    if (next) put(next);
    else if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) onSave();
    else if (e.key === 'Escape') onCancel();
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  const onPaste = (e: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = e.clipboardData.getData('text').trim();
    const writing = now();
    if (writing.from === writing.to || !/^https?:\/\/\S+$/.test(pasted)) return;
    e.preventDefault();
    put(link(writing, pasted));
  };
  return (
    <div>
      <Group gap={2} mb={4} justify="space-between">
        <Group gap={2} role="toolbar" aria-label="Formatting">
          {tools.map(({ name, key, icon: Icon, act }) => (
            <ActionIcon
              key={name}
              variant="subtle"
              color="gray"
              aria-label={name}
              title={key ? `${name}, Ctrl+${key.toUpperCase()}` : name}
              disabled={view === 'preview'}
              onClick={() => put(act(now()))}
            >
              <Icon size={16} stroke={1.5} />
            </ActionIcon>
          ))}
        </Group>
        <SegmentedControl
          size="xs"
          value={view}
          onChange={(v) => setView(v as 'write' | 'preview')}
          data={[
            { value: 'write', label: 'Write' },
            { value: 'preview', label: 'Preview' },
          ]}
        />
      </Group>
      {view === 'write' && (
        <MentionList found={mentions.found} chosen={mentions.chosen} id={mentions.id} onTake={(person) => mentions.take(person, put)} />
      )}
      {view === 'write' ? (
        <Textarea
          ref={field}
          aria-label={label}
          autosize
          minRows={minRows}
          maxRows={24}
          autoFocus
          dir="auto"
          value={value}
          onChange={(e) => {
            onChange(e.currentTarget.value);
            mentions.look(e.currentTarget);
          }}
          {...mentions.aria}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      ) : (
        <Markdown text={value || '_Nothing written yet._'} onToggle={(n) => onChange(toggleCheckbox(value, n))} />
      )}
    </div>
  );
}
