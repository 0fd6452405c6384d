import { Textarea } from '@mantine/core';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { fileLink } from '@baton/domain';
import { EditorTools, toolFor } from './EditorTools';
import { FileTray } from './FileTray';
import { Markdown } from './Markdown';
import { type TaskFile, useMarkdownScene } from './markdownScene';
import { type Writing, continueList, insert, link, toggleCheckbox } from './markdown';
import { SuggestionList, useTypeahead } from './useTypeahead';
import { useSendFiles } from './useSendFiles';
import css from './MarkdownEditor.module.css';

interface MarkdownEditorProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onSave: () => void;
  onCancel: () => void;
  /** The task whose text it is, when files can be sent for it. */
  taskId?: string;
  /** Who can be mentioned with @. */
  people?: readonly { id: string; name: string; removed?: boolean }[];
  /** Tasks that # offers. */
  tasks?: readonly { key: string; title: string }[];
  minRows?: number;
  placeholder?: string;
  /** Whether files are on their way: what is written waits for them. */
  onWaiting?: (waiting: boolean) => void;
}

const nobody: never[] = [];

/** A Markdown text with tools, preview and files. Ctrl+Enter saves, Escape leaves it as a draft. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { label, value, onChange, onSave, onCancel, taskId, people = nobody, tasks = nobody, minRows = 4, placeholder, onWaiting } = props;
  const [preview, setPreview] = useState(false);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<{ from: number; to: number } | null>(null);
  const latest = useRef(value);
  const { emoji } = useMarkdownScene();
  useLayoutEffect(() => {
    latest.current = value;
    if (!selection.current || !field.current) return;
    field.current.setSelectionRange(selection.current.from, selection.current.to);
    selection.current = null;
  }, [value]);

  const now = (): Writing => ({
    text: latest.current,
    from: field.current?.selectionStart ?? latest.current.length,
    to: field.current?.selectionEnd ?? latest.current.length,
  });
  const put = (next: Writing) => {
    selection.current = next;
    latest.current = next.text;
    onChange(next.text);
    if (document.activeElement === field.current || !document.activeElement?.closest('input')) field.current?.focus();
  };
  const sending = useSendFiles(taskId ?? '', (file: TaskFile) =>
    put(insert(now(), fileLink(file), file.kind === 'picture' ? 'line' : 'word')),
  );
  const { waiting } = sending;
  useLayoutEffect(() => onWaiting?.(waiting), [waiting, onWaiting]);
  const typeahead = useTypeahead({ people, tasks, emoji }, field, value);

  const onKeyDown = (e: KeyboardEvent<HTMLTextAreaElement>) => {
    if (typeahead.onKeyDown(e, put)) return;
    const tool = (e.ctrlKey || e.metaKey) && !e.shiftKey && toolFor(e.key);
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
    const files = [...e.clipboardData.files];
    const pasted = e.clipboardData.getData('text').trim();
    const writing = now();
    // Programs that copy a table put a picture of it beside the words: the words are meant.
    if (files.length > 0 && pasted === '' && taskId) sending.send(files);
    else if (writing.from !== writing.to && /^https?:\/\/\S+$/.test(pasted)) put(link(writing, pasted));
    else return;
    e.preventDefault();
  };
  const onDrop = (e: DragEvent) => {
    setOver(false);
    if (e.dataTransfer.files.length === 0 || !taskId) return;
    e.preventDefault();
    sending.send([...e.dataTransfer.files]);
  };
  return (
    <div
      className={css.box}
      data-over={over}
      onDragOver={(e) => {
        if (!taskId || !e.dataTransfer.types.includes('Files')) return;
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={(e) => !e.currentTarget.contains(e.relatedTarget as Node | null) && setOver(false)}
      onDrop={onDrop}
    >
      {preview ? (
        <div className={css.preview}>
          <Markdown text={value || '_Nothing written yet._'} onToggle={(offset) => onChange(toggleCheckbox(value, offset))} />
        </div>
      ) : (
        <>
          <SuggestionList
            found={typeahead.found}
            chosen={typeahead.chosen}
            id={typeahead.id}
            onTake={(suggestion) => typeahead.take(suggestion, put)}
          />
          <Textarea
            ref={field}
            variant="unstyled"
            classNames={{ input: css.field ?? '' }}
            aria-label={label}
            placeholder={placeholder}
            autosize
            minRows={minRows}
            maxRows={24}
            autoFocus
            dir="auto"
            value={value}
            onChange={(e) => {
              onChange(e.currentTarget.value);
              typeahead.look(e.currentTarget);
            }}
            {...typeahead.aria}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        </>
      )}
      <FileTray text={value} onChange={onChange} sending={sending.files} onAgain={sending.again} onLeaveOut={sending.leaveOut} />
      <EditorTools
        preview={preview}
        onPreview={setPreview}
        onTool={(act) => put(act(now()))}
        onEmoji={(chosen) => put(insert(now(), chosen, chosen.startsWith(':') ? 'word' : 'here'))}
        onFiles={taskId ? sending.send : null}
      />
    </div>
  );
}
