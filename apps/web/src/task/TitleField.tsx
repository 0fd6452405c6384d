import { useState } from 'react';
import { limits } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { useDraft } from './draft';
import { sentenceOf } from '../ui/refusals';
import css from './TaskPanel.module.css';

/** The title, edited in place: Enter or leaving saves, Escape goes back. */
export function TitleField({ taskId, title, canEdit }: { taskId: string; title: string; canEdit: boolean }) {
  const commands = useBoardCommands(useOpenBoard());
  const { draft, write, done } = useDraft(`task.${taskId}.title`);
  const [hint, setHint] = useState('');
  const text = draft?.text ?? title;
  const save = async () => {
    const next = text.replace(/\s*\n\s*/g, ' ').trim();
    if (next === '' || next === title) return done();
    const outcome = await commands.edit([taskId], { title: next });
    if (outcome.refusal) return setHint(`Not saved. ${sentenceOf(outcome.refusal)}`);
    done(text);
    setHint('Saved');
  };
  return (
    <div>
      <textarea
        className={css.title}
        aria-label="Title"
        rows={1}
        maxLength={limits.title}
        value={text}
        readOnly={!canEdit}
        dir="auto"
        onChange={(e) => {
          write(e.currentTarget.value);
          setHint('');
        }}
        onBlur={() => void save()}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && !e.nativeEvent.isComposing) {
            e.preventDefault();
            e.currentTarget.closest<HTMLElement>('aside')?.focus();
          }
          if (e.key === 'Escape') {
            e.stopPropagation();
            done();
          }
        }}
      />
      <span className={css.meta} role="status">
        {hint}
      </span>
    </div>
  );
}
