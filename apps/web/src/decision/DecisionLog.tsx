import '@fontsource-variable/source-serif-4/index.css';
import { useApolloClient } from '@apollo/client/react';
import { Anchor, Button, Chip, TextInput } from '@mantine/core';
import { type KeyboardEvent, Suspense, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type BoardSnapshot,
  type DecisionFilter,
  type DecisionLine,
  decisionFilters,
  decisionName,
  inFilter,
  isInForce,
  may,
} from '@baton/domain';
import { BoardProvider, useBoard } from '../board/useBoard';
import { useViewer } from '../session/viewer';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { lazily } from '../ui/lazily';
import { sentenceFor } from '../ui/refusals';
import { VerifyDocument, verdictInWords } from './About';
import { useDecisions } from './useDecision';
import { lineInWords } from './words';
import css from './Decision.module.css';

const ProposeForm = lazily(() => import('./ProposeForm').then((m) => ({ default: m.ProposeForm })));
const RecordForm = lazily(() => import('./RecordForm').then((m) => ({ default: m.RecordForm })));

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

function Log({ board }: { board: BoardSnapshot | null }) {
  const { lines, error } = useDecisions(board?.id ?? null);
  const [params, setParams] = useSearchParams();
  const filter = decisionFilters.find((one) => one === params.get('show')) ?? null;
  const [search, setSearch] = useState(params.get('q') ?? '');
  const words = useDeferredValue(search).trim().toLowerCase();
  const shown = useMemo(
    () => (lines ?? []).filter((line) => (!filter || inFilter(line, filter)) && matches(line, words)),
    [lines, filter, words],
  );
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
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
        {board && <LogActions board={board} />}
      </PageHeader>
      <div className={css.page}>
        <div className={css.tools}>
          <TextInput
            aria-label="Search decisions"
            placeholder="Search"
            dir="auto"
            miw={200}
            flex="0 1 280px"
            value={search}
            onChange={(e) => {
              setSearch(e.currentTarget.value);
              set('q', e.currentTarget.value);
            }}
          />
          <Chip.Group value={filter ?? 'all'} onChange={(value) => set('show', value === 'all' ? '' : String(value))}>
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
        {lines && shown.length === 0 && <p className={css.empty}>{words ? 'No decision has these words.' : emptyWords[filter ?? 'all']}</p>}
        {shown.length > 0 && <Lines lines={shown} withBoard={!board} />}
      </div>
    </>
  );
}

const matches = (line: DecisionLine, words: string) => {
  const text =
    `${decisionName(line.number)} ${line.question} ${line.choice} ${line.boardName} ${line.deciderName ?? ''} ${line.proposerName}`.toLowerCase();
  return words.split(/\s+/).every((word) => text.includes(word));
};

const lineHeight = 58;

/** The lines in view; j and k or the arrows move, Enter opens. */
function Lines({ lines, withBoard }: { lines: DecisionLine[]; withBoard: boolean }) {
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing below is memoised on it
  const rows = useVirtualizer({
    count: lines.length,
    estimateSize: () => lineHeight,
    getScrollElement: () => list.current?.closest<HTMLElement>(`.${css.page ?? ''}`) ?? null,
    overscan: 12,
  });
  const focus = (index: number) => {
    if (index < 0 || index >= lines.length) return;
    setAt(index);
    rows.scrollToIndex(index);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus());
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const by = e.key === 'j' || e.key === 'ArrowDown' ? 1 : e.key === 'k' || e.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    e.preventDefault();
    focus(Math.max(0, at + by));
  };
  return (
    <div ref={list} className={css.log} role="list" style={{ height: rows.getTotalSize(), position: 'relative' }} onKeyDown={onKeyDown}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const line = lines[index];
        return (
          line && (
            <div
              key={line.id}
              ref={rows.measureElement}
              data-index={index}
              role="listitem"
              className={css.line}
              style={{ position: 'absolute', top: 0, insetInline: 0, transform: `translateY(${start}px)` }}
              onFocus={() => setAt(index)}
            >
              <LineLink line={line} withBoard={withBoard} onOpen={(to) => void navigate(to)} />
            </div>
          )
        );
      })}
    </div>
  );
}

/** One line of the log. */
export function LineLink({ line, withBoard }: { line: DecisionLine; withBoard: boolean; onOpen?: (to: string) => void }) {
  const now = useNow();
  const reader = readerZone();
  const past = !isInForce(line.state) && ['superseded', 'retired', 'withdrawn'].includes(line.state);
  return (
    <Link className={css.link} to={`/b/${line.boardKey}/d/${line.number}`}>
      <span className={css.baton} data-mine={line.mine !== null} aria-hidden />
      <span className={css.number}>
        {withBoard && `${line.boardKey} `}
        {decisionName(line.number)}
      </span>
      <span className={css.lineWords}>
        <span className={css.lineTitle} data-past={past} dir="auto">
          {line.question}
        </span>
        {line.choice && (
          <span className={css.lineChoice} dir="auto">
            {line.choice}
          </span>
        )}
      </span>
      <span className={css.meta} data-late={line.overdue}>
        {line.mine !== null && line.mine !== 'decide' ? `${mineWords[line.mine]}, ` : ''}
        {lineInWords(line, reader, now)}
      </span>
    </Link>
  );
}

const mineWords = { stance: 'your view is asked', information: 'somebody asks you', review: 'yours to review', decide: '' } as const;

/** What one can do with a board's log. */
function LogActions({ board }: { board: BoardSnapshot }) {
  const { me, workspace } = useViewer();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [form, setForm] = useState<'propose' | 'record' | null>(null);
  const [verdict, setVerdict] = useState('');
  const canPropose = may({ personId: me.id, role: board.myRole }, 'decision.propose') && !board.archivedAt;
  const verify = async () => {
    const { data } = await client.query({
      query: VerifyDocument,
      variables: { workspaceId: workspace.id, boardId: board.id },
      fetchPolicy: 'network-only',
    });
    setVerdict(verdictInWords((data?.verifyDecisions as { links: number; faults: string[] }[] | undefined)?.[0]));
  };
  const done = (number: number | null) => {
    setForm(null);
    if (number !== null) void navigate(`/b/${board.key}/d/${number}`);
  };
  const props = { board, onClose: () => setForm(null), onDone: done };
  return (
    <>
      {canPropose && (
        <>
          <Button size="compact-sm" onClick={() => setForm('propose')}>
            Propose
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setForm('record')}>
            Record
          </Button>
        </>
      )}
      <Button size="compact-sm" variant="default" component="a" href={`/decisions/${board.id}.zip`} download>
        Save all
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void verify().catch(() => setVerdict('The server cannot be reached.'))}>
        Verify
      </Button>
      <span role="status" className={css.soft}>
        {verdict}
      </span>
      <Suspense fallback={null}>
        {form === 'propose' && <ProposeForm start={{}} {...props} />}
        {form === 'record' && <RecordForm start={{ question: '', choice: '', taskIds: [], commentId: null }} {...props} />}
      </Suspense>
    </>
  );
}
