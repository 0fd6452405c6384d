import { type RefObject, useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { BriefLine } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { sentenceOf } from '../ui/refusals';
import { type Inline, actionsOf, addressOf } from './actions';
import type { Wanted, useMarks } from './useMarks';
import { focusBeside, useRowKeys, type RowKey } from './useRowKeys';
import type { useUndo } from './useUndo';

/** What is open under which row. */
export interface Opened {
  key: string;
  what: Inline | 'later';
}

interface ListProps<L extends BriefLine> {
  list: RefObject<HTMLElement | null>;
  find: (key: string) => L | undefined;
  doneColumns: Readonly<Record<string, string>>;
  marks: Pick<ReturnType<typeof useMarks>, 'markOf' | 'put'>;
  undo: ReturnType<typeof useUndo>;
  /** In a catch-up `e` is done with the line; today it is done with the thing. */
  doneMeans: 'line' | 'thing';
}

/** What keys and buttons do with the lines of a list; everything can be taken back. */
export function useList<L extends BriefLine>({ list, find, doneColumns, marks, undo, doneMeans }: ListProps<L>) {
  const navigate = useNavigate();
  const { run } = useCommand();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { markOf, put } = marks;
  const { did } = undo;

  const mark = useCallback(
    (line: BriefLine, wanted: Wanted, words: string) => {
      const before = markOf(line.key);
      focusBeside(list.current, line.key);
      setOpened(null);
      void put(line, wanted);
      const back = before ? { mark: before.mark, ...(before.until && { until: before.until }) } : null;
      did({ words, undo: () => put(line, back) });
    },
    [markOf, put, did, list],
  );
  const act = useCallback(
    (key: RowKey, row: string) => {
      const line = find(row);
      if (!line) return;
      setFault(null);
      const actions = actionsOf(line, doneColumns[line.boardId]);
      const toggle = (what: Opened['what']) => setOpened((now) => (now?.key === row && now.what === what ? null : { key: row, what }));
      const answer = () => (actions.answer === 'inline' ? toggle('answer') : void navigate(addressOf(line)));
      if (key === 'open') return void navigate(addressOf(line));
      if (key === 'answer') return answer();
      if (key === 'later') return toggle('later');
      if (key === 'aside')
        return markOf(row)?.mark === 'aside'
          ? mark(line, null, `Back in the list: ${line.text}`)
          : mark(line, { mark: 'aside' }, `Set aside: ${line.text}`);
      if (key === 'delegate') return actions.delegate ? toggle(actions.delegate) : setFault('This cannot be given to somebody else.');
      if (doneMeans === 'line') return mark(line, { mark: 'done' }, `Done with: ${line.text}`);
      if (markOf(row)?.mark === 'aside' && !actions.done) return mark(line, null, `Taken out: ${line.text}`);
      if (actions.ends) return mark(line, { mark: 'done' }, `Done for this week: ${line.text}`);
      if (!actions.done) return answer();
      focusBeside(list.current, row);
      const { words, operation, input } = actions.done;
      void run({ boardId: line.boardId, operation, input, words }).then(({ refusal }) => refusal && setFault(sentenceOf(refusal)));
    },
    [find, doneColumns, navigate, run, mark, markOf, doneMeans, list],
  );
  useRowKeys({ list, onKey: act, onUndo: undo.undo });
  const later = (line: BriefLine, at: number, words: string) => mark(line, { mark: 'later', until: new Date(at).toISOString() }, words);
  return { opened, close: () => setOpened(null), act, later, fault };
}
