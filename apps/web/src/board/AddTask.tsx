import { Textarea, UnstyledButton } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useLocalStorage } from '@mantine/hooks';
import { type Card, bareCard, limits } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { groupByColumn } from './arrange';
import { provisionalRanks } from './drop';
import { useOpenBoard } from './useBoard';
import css from './Column.module.css';

/** The titles in a text of one or many lines: bullets and empty lines do not count. */
export const titlesIn = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '')
        .replace(/^\[[ x]\]\s*/i, '')
        .trim(),
    )
    .filter(Boolean);

/** A field at the end of the column that stays open for the next task. Pasting many lines makes many tasks. */
export function AddTask(props: { columnId: string; lastTaskId: string | null; open: boolean; onOpen: () => void; onClose: () => void }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const { run } = useCommand();
  // Kept in the browser, so that half a title survives a reload.
  const [text, setText] = useLocalStorage({
    key: `baton.draft.${me.id}.new-task.${props.columnId}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });

  const create = (titles: string[]) => {
    if (titles.length === 0) return;
    const tasks = titles.slice(0, limits.tasksPerCommand).map((title) => ({ id: crypto.randomUUID(), title }));
    const cards = groupByColumn(board.cards);
    const ranks = provisionalRanks(cards, new Set(), { columnId: props.columnId, afterTaskId: props.lastTaskId }, tasks.length);
    setText('');
    void run({
      boardId: board.id,
      operation: 'createTasks',
      input: { columnId: props.columnId, afterTaskId: props.lastTaskId, tasks },
      provisional: tasks.map(({ id, title }, i) => ({ type: 'task', id, fields: newCard(id, title, props.columnId, ranks[i] ?? '') })),
      words: tasks.length === 1 ? `Created "${tasks[0]?.title.slice(0, 40)}"` : `Created ${tasks.length} tasks`,
      undo: tasks.length === 1 ? 'quiet' : 'toast',
    }).then((outcome) => outcome.refusal && setText(titles.join('\n')));
  };

  if (!props.open)
    return (
      <div className={css.add}>
        <UnstyledButton className={css.addButton} onClick={props.onOpen}>
          <IconPlus size={16} stroke={1.5} /> {text ? 'Go on writing' : 'Add a task'}
        </UnstyledButton>
      </div>
    );
  return (
    <div className={css.add}>
      <Textarea
        aria-label="Title of the new task"
        placeholder="What is to be done? Enter adds it"
        autosize
        minRows={1}
        maxRows={5}
        autoFocus
        dir="auto"
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        onPaste={(e) => {
          const titles = titlesIn(e.clipboardData.getData('text'));
          if (titles.length < 2 || text) return;
          e.preventDefault();
          create(titles);
        }}
        onKeyDown={(e) => {
          if (e.key === 'Escape') {
            e.stopPropagation();
            props.onClose();
          } else if (e.key === 'Enter' && !e.shiftKey && !e.nativeEvent.isComposing) {
            e.preventDefault();
            create(titlesIn(text));
          }
        }}
        onBlur={() => !text && props.onClose()}
      />
    </div>
  );
}

const newCard = (id: string, title: string, columnId: string, rank: string): Card => ({
  id,
  title,
  columnId,
  rank: rank as Card['rank'],
  number: 0,
  ...bareCard,
});
