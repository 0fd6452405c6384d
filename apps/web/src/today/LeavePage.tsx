import { Alert, Button, Checkbox, Kbd } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { LeaveCheck, LeaveLine } from '@baton/domain';
import { leaveInWords } from '../rhythm/words';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords, dayOf } from '../time/words';
import { addressOf } from './actions';
import { DidLine } from './DidLine';
import { InPlace, type InPlaceWhat } from './InPlace';
import { useNames } from './useNames';
import { useLeaveCheck } from './useLeaveCheck';
import { useStaleKeys } from './useStaleKeys';
import { useUndo } from './useUndo';
import rows from './Row.module.css';
import '@fontsource-variable/source-serif-4/index.css';
import page from './TodayPage.module.css';
import cu from './CatchUpPage.module.css';
import css from './Status.module.css';

/** Before somebody goes away: what falls into it is handed over, gets another day, or stays as it is, each said on purpose (2.11). */
export function LeavePage() {
  const { leaveId = '' } = useParams();
  const { check, error, choose } = useLeaveCheck(leaveId);
  if (error) return <NotFound what="time off" />;
  return check ? <Check key={leaveId} check={check} choose={choose} /> : null;
}

type Choose = ReturnType<typeof useLeaveCheck>['choose'];
interface Opened {
  key: string;
  what: InPlaceWhat;
}

const isTask = (line: LeaveLine) => line.object === 'task';
/** What is opened to give something to somebody else. */
const givenBy = (line: LeaveLine): InPlaceWhat => (isTask(line) ? 'handoff' : line.object === 'ask' ? 'offer' : 'answer');
const datedBy = (line: LeaveLine): InPlaceWhat => (isTask(line) ? 'date' : line.object === 'ask' ? 'defer' : 'answer');

function Check({ check, choose }: { check: LeaveCheck; choose: Choose }) {
  const navigate = useNavigate();
  const now = useNow();
  const nameOf = useNames();
  const undo = useUndo();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Opened | null>(null);
  /** Tasks that are handed over one after the other, each in a form of its own (H3). */
  const [queue, setQueue] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const { lines, leave, backOn } = check;
  const open = lines.filter(({ settled }) => settled === null);
  const there = open.filter(({ key }) => chosen.has(key));

  const asItIs = async (keys: readonly string[], kept = true) => {
    for (const key of keys) setFault(await choose(key, kept));
    setChosen(new Set());
    if (kept)
      undo.did({
        words: `Stays as it is: ${keys.length === 1 ? (lines.find(({ key }) => key === keys[0])?.taskTitle ?? 'one thing') : `${keys.length} things`}`,
        undo: () => asItIs(keys, false),
      });
  };
  const handOver = (these: readonly LeaveLine[]) => {
    const [first, ...rest] = these;
    if (!first) return;
    setQueue(rest.filter(isTask).map(({ key }) => key));
    setOpened({ key: first.key, what: givenBy(first) });
  };
  const close = () => {
    const [next, ...rest] = queue;
    setQueue(rest);
    setOpened(next ? { key: next, what: 'handoff' } : null);
  };
  const toggle = (key: string, what: InPlaceWhat) => setOpened((was) => (was?.key === key && was.what === what ? null : { key, what }));
  useStaleKeys({
    list,
    act: (key, row) => {
      const line = lines.find((one) => one.key === row);
      if (!line) return;
      if (key === 'choose')
        setChosen((before) => (before.has(row) ? new Set([...before].filter((one) => one !== row)) : new Set([...before, row])));
      else if (key === 'keep') void asItIs(there.length > 0 ? there.map((one) => one.key) : [row]);
      else if (key === 'drop') handOver(there.length > 0 ? there : [line]);
      else if (key === 'redate') toggle(row, datedBy(line));
      else void navigate(addressOf(line));
    },
    onUndo: undo.undo,
  });
  const today = dayOf(new Date(now));
  return (
    <div className={page.page}>
      <PageHeader title={<h1 style={{ all: 'unset' }}>Before you go</h1>} context={leaveInWords(leave, today, nameOf)}>
        <Button size="xs" variant="default" component={Link} to="/settings/rhythm">
          My rhythm
        </Button>
      </PageHeader>
      <div className={page.column} ref={list}>
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        {open.length === 0 ? (
          <>
            <p className={page.quiet}>{lines.length === 0 ? 'Nothing falls into your time off.' : 'All of it is settled.'}</p>
            <p className={page.quietMore}>
              Nothing reaches you until you are back{backOn ? `, ${dayInWords(backOn, '1970-01-01').replace(/ \d{4}$/, '')}` : ''}.
              Check-ins do not ask.
            </p>
          </>
        ) : (
          <>
            <p className={page.note}>
              Say of each what becomes of it. What stays as it is waits for you, and whoever asked for it is told.
            </p>
            <div className={css.bar} role="group" aria-label="With what is chosen">
              <Checkbox
                className={css.check}
                label={there.length === 0 ? 'Choose all' : `${there.length} chosen`}
                checked={there.length === open.length}
                indeterminate={there.length > 0 && there.length < open.length}
                onChange={() => setChosen(there.length === open.length ? new Set() : new Set(open.map(({ key }) => key)))}
              />
              <Button size="xs" variant="default" disabled={there.length === 0} onClick={() => handOver(there)}>
                Hand over
              </Button>
              <Button size="xs" variant="default" disabled={there.length === 0} onClick={() => void asItIs(there.map(({ key }) => key))}>
                As it is
              </Button>
            </div>
          </>
        )}
        <ul className={rows.list}>
          {lines.map((line) => (
            <LeaveRow
              key={line.key}
              line={line}
              now={now}
              chosen={chosen.has(line.key)}
              onChoose={() =>
                setChosen((before) =>
                  before.has(line.key) ? new Set([...before].filter((one) => one !== line.key)) : new Set([...before, line.key]),
                )
              }
              onHandOver={() => toggle(line.key, givenBy(line))}
              onDate={() => toggle(line.key, datedBy(line))}
              onAsItIs={(kept) => void asItIs([line.key], kept)}
            >
              {opened?.key === line.key && (
                <InPlace line={line} what={opened.what} onClose={close} given={{ toId: leave.delegateId, returnsOn: backOn }} />
              )}
            </LeaveRow>
          ))}
        </ul>
        {open.length > 0 && (
          <p className={cu.keys}>
            <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>x</Kbd> choose, <Kbd>d</Kbd> hand over, <Kbd>r</Kbd> another day, <Kbd>e</Kbd> as it is,{' '}
            <Kbd>u</Kbd> undo
          </p>
        )}
      </div>
      <DidLine undo={undo} />
    </div>
  );
}

interface LeaveRowProps {
  line: LeaveLine;
  now: number;
  chosen: boolean;
  onChoose: () => void;
  onHandOver: () => void;
  onDate: () => void;
  onAsItIs: (kept: boolean) => void;
  children: React.ReactNode;
}

function settledInWords(line: LeaveLine): string {
  if (!line.settled) return '';
  if (line.settled.how === 'as it is') return 'Stays as it is';
  return line.settled.how === 'offered' ? `Offered to ${line.settled.name}` : `Asked ${line.settled.name} for more time`;
}

function LeaveRow({ line, now, chosen, onChoose, onHandOver, onDate, onAsItIs, children }: LeaveRowProps) {
  const name = `${line.verb}: ${line.taskTitle ?? line.text}`;
  const open = line.settled === null;
  return (
    <li className={rows.item} data-open={!!children}>
      <div className={rows.row} data-row={line.key} tabIndex={0} role="group" aria-label={name}>
        {open && <Checkbox className={css.check} aria-label={`Choose ${name}`} checked={chosen} onChange={onChoose} tabIndex={-1} />}
        <div className={rows.words}>
          <p className={rows.first}>
            <span className={rows.lead}>{line.verb.charAt(0).toUpperCase() + line.verb.slice(1)} </span>
            <bdi>{line.taskTitle ?? line.text}</bdi>
          </p>
          <p className={rows.second}>
            {line.object !== 'task' && (
              <>
                <bdi>{line.text}</bdi>
                {' · '}
              </>
            )}
            <Link className={rows.place} to={addressOf(line)} tabIndex={-1}>
              {line.taskKey ?? line.boardKey}
            </Link>
          </p>
        </div>
        <div className={rows.side}>
          <time className={rows.when} dateTime={line.due} title={line.due}>
            {open ? `due ${momentInShort(Date.parse(line.due), readerZone(), now)}` : settledInWords(line)}
          </time>
          <div className={rows.buttons}>
            {open ? (
              <>
                <Button size="compact-sm" variant="light" onClick={onHandOver}>
                  {line.object === 'task' ? 'Hand over' : line.object === 'ask' ? 'Ask somebody' : 'Answer'}
                </Button>
                {(line.object === 'task' || line.object === 'ask') && (
                  <Button size="compact-sm" variant="subtle" color="gray" onClick={onDate}>
                    Another day
                  </Button>
                )}
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onAsItIs(true)}>
                  As it is
                </Button>
              </>
            ) : (
              line.settled?.how === 'as it is' && (
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onAsItIs(false)}>
                  Change
                </Button>
              )
            )}
          </div>
        </div>
      </div>
      {children && <div data-under>{children}</div>}
    </li>
  );
}
