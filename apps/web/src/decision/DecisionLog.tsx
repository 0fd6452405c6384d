import '@fontsource-variable/source-serif-4/index.css';
import { Anchor, Chip, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { type BoardSnapshot, type DecisionFilter, decisionFilters } from '@baton/domain';
import { BoardProvider, useBoard } from '../board/useBoard';
import { useViewer } from '../session/viewer';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { sentenceFor } from '../ui/refusals';
import { Lines } from './Lines';
import { shownLines } from './shownLines';
import { LogActions } from './LogActions';
import { useDecisions, useFoundDecisions } from './useDecision';
import css from './Decision.module.css';

const filterWords: Record<DecisionFilter, string> = {
  'in force': 'In force',
  open: 'Open',
  review: 'Up for review',
  superseded: 'Superseded',
  mine: 'Mine to give',
};
const emptyWords: Record<DecisionFilter | 'all', string> = {
  all: 'No decision is on record yet. When somebody would ask in three months why, write it down here.',
  'in force': 'Nothing is in force yet.',
  open: 'Nothing is being decided.',
  review: 'Nothing has to be looked at again.',
  superseded: 'Nothing was superseded.',
  mine: 'Nothing needs you here.',
};
const pauseMs = 150;

/** The log of one board. */
export function BoardDecisions() {
  const { key = '' } = useParams();
  const { workspace } = useViewer();
  const { board, error } = useBoard(workspace.id, key.toUpperCase());
  if (error) return <NotFound what="board" />;
  if (!board) return null;
  return (
    <BoardProvider value={board}>
      <Log board={board} />
    </BoardProvider>
  );
}

/** The log of everything that the reader may see. */
export const DecisionLog = () => <Log board={null} />;

/** What is typed and chosen, kept in the address, so that it can be passed on. */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  return {
    filter: decisionFilters.find((one) => one === params.get('show')) ?? null,
    typed,
    show: (value: string) => set('show', value === 'all' ? '' : value),
    type: (value: string) => {
      setTyped(value);
      set('q', value);
    },
  };
}

function Log({ board }: { board: BoardSnapshot | null }) {
  const { filter, typed, show, type } = useAddress();
  const { lines, error } = useDecisions(board?.id ?? null);
  const words = useDeferredValue(typed);
  const [asked] = useDebouncedValue(typed.trim(), pauseMs);
  const found = useFoundDecisions(board?.id ?? null, asked);
  const shown = useMemo(() => shownLines(lines ?? [], found, { filter, typed: words }), [lines, found, filter, words]);
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);
  useEffect(() => {
    document.title = board ? `Decisions of ${board.name} · Baton` : 'Decisions · Baton';
  }, [board]);
  return (
    <>
      <PageHeader
        title={<h1 style={{ all: 'unset' }}>Decisions</h1>}
        context={
          board ? (
            <Anchor component={Link} to={`/b/${board.key}`} inherit underline="always">
              {board.name}
            </Anchor>
          ) : (
            'Of all boards, newest first.'
          )
        }
      >
        <LogActions board={board} />
      </PageHeader>
      <div className={css.page}>
        <div className={css.tools}>
          <TextInput
            ref={field}
            aria-label="Search decisions"
            placeholder="Search"
            dir="auto"
            miw={200}
            flex="0 1 280px"
            value={typed}
            onChange={(e) => type(e.currentTarget.value)}
          />
          <Chip.Group value={filter ?? 'all'} onChange={(value) => show(String(value))}>
            <div className={css.filters} role="group" aria-label="Which decisions">
              <Chip value="all" size="sm" variant="light">
                All
              </Chip>
              {decisionFilters.map((one) => (
                <Chip key={one} value={one} size="sm" variant="light">
                  {filterWords[one]}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </div>
        {error && <p className={css.empty}>{sentenceFor(error)}</p>}
        {lines && shown.length === 0 && (
          <p className={css.empty}>{words.trim() ? 'No decision has these words.' : emptyWords[filter ?? 'all']}</p>
        )}
        {shown.length > 0 && <Lines lines={shown} withBoard={!board} />}
      </div>
    </>
  );
}
