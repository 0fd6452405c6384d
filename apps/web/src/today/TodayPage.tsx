import { Alert } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { type BriefLine, type Calendar, type Today, type TodayLine, type WaitLine, assumedCalendar, mostMoves } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { PageHeader } from '../shell/PageHeader';
import { useToday } from '../shell/today';
import { momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords, dayOf } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import { actionsOf } from './actions';
import { AwayToday } from './AwayToday';
import { DidLine } from './DidLine';
import { InPlace, useFocusInside } from './InPlace';
import { LaterForm } from './LaterForm';
import { Row } from './Row';
import { Stories } from './Stories';
import { useList } from './useList';
import { useMarks } from './useMarks';
import { useUndo } from './useUndo';
import { byInWords, deliveryInWords, untilInWords } from './words';
import '@fontsource-variable/source-serif-4/index.css';
import rows from './Row.module.css';
import css from './TodayPage.module.css';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const waitLeads = { 'on its way': '', open: '', late: '', talk: '', answered: ' answered', declined: ' declined' } as const;

/** What is said beside the task: of one's own work nothing, as the verb stands before its title. */
const wordsOf = (line: BriefLine) => (line.key.startsWith('task:') ? line.boardName : capital(line.text));

/** The marks that the server has applied already, for undo: what lies on the pile, and what is put off. */
const marksIn = (today: Today | undefined) => [
  ...(today?.aside ?? []).map((line) => ({ key: line.key, mark: 'aside' as const, seq: line.seq, until: null, line, at: '' })),
  ...(today?.later ?? []).map((line) => ({ key: line.key, mark: 'later' as const, seq: line.seq, until: line.until, line, at: '' })),
];

/** The home page: what is your move, whom you wait for, and what you set aside. It can be empty, and that is good news. */
export function TodayPage() {
  const { me } = useViewer();
  const now = useNow();
  const zone = readerZone();
  const { today, error, refetch } = useToday();
  const undo = useUndo();
  const known = useMemo(() => marksIn(today), [today]);
  const marks = useMarks(known, refetch);
  const list = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const all = useMemo(() => (today ? [...today.moves, ...today.arriving, ...today.later, ...today.waiting, ...today.aside] : []), [today]);
  const find = useCallback((key: string) => all.find((line) => line.key === key), [all]);
  const { opened, close, act, later, fault } = useList<BriefLine & { state?: string }>({
    list,
    find,
    doneColumns: today?.doneColumns ?? {},
    marks,
    undo,
    doneMeans: 'thing',
  });
  useFocusInside(opened !== null && opened.what !== 'handoff', opened?.key ?? '');
  const calendar = (me.calendar as Calendar | null | undefined) ?? assumedCalendar(me.zone);
  // What was just marked leaves at once, before the server has said so.
  const stays = (line: BriefLine) => (known.some(({ key }) => key === line.key) ? true : !marks.markOf(line.key));

  const row = (line: TodayLine | BriefLine, look: { lead: string; when: string; mine: boolean; aside?: string }) => {
    const actions = actionsOf(line, today?.doneColumns[line.boardId]);
    const open = opened?.key === line.key;
    const late = 'late' in line && line.late;
    return (
      <Row
        key={line.key}
        line={line}
        words={wordsOf(line)}
        {...look}
        late={late}
        actions={actions}
        open={open}
        done={
          actions.ends
            ? 'Done for this week'
            : actions.done
              ? (actions.done.label ?? (actions.main === 'Read' ? 'That answers it' : 'Done'))
              : null
        }
        canWait={!look.aside}
        onKey={(key) => act(key, line.key)}
      >
        {open && opened.what === 'later' && (
          <LaterForm
            calendar={calendar}
            onClose={close}
            onLater={(at) => later(line, at, `Back ${untilInWords(at, zone, now)}: ${line.text}`)}
          />
        )}
        {open && opened.what !== 'later' && <InPlace line={line} what={opened.what} onClose={close} />}
      </Row>
    );
  };
  const move = (line: TodayLine) => row(line, { lead: capital(line.verb), when: byInWords(line, zone, now), mine: true });
  const wait = (line: WaitLine) =>
    row(line, { lead: `${line.byName ?? ''}${waitLeads[line.state]}`, when: byInWords(line, zone, now), mine: false });

  const moves = today?.moves.filter(stays) ?? [];
  const waiting = today?.waiting.filter(stays) ?? [];
  const aside = today?.aside.filter(({ key }) => marks.markOf(key)) ?? [];
  const put = today?.later.filter(({ key }) => marks.markOf(key)) ?? [];
  return (
    <div className={css.page}>
      <PageHeader title={<h1 style={{ all: 'unset' }}>Today</h1>} context={contextOf(today, moves.length, now)} />
      <div className={css.column} ref={list}>
        {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {(fault ?? marks.fault ?? failed) && (
          <Alert color="orange" variant="light" role="alert">
            {fault ?? marks.fault ?? failed}
          </Alert>
        )}
        {today && moves.length === 0 && <Quiet today={today} zone={zone} now={now} />}
        {today && moves.length > 0 && today.backAt && (
          <p className={css.note}>You are off until {momentInShort(Date.parse(today.backAt), zone, now)}. All of this can wait.</p>
        )}
        <Section name="Your move" lines={moves.slice(0, mostMoves)} row={move} />
        <Fold name={`${moves.length - mostMoves} more for later`} lines={moves.slice(mostMoves)} row={move} />
        <Fold
          name={today?.arriving.length === 1 ? 'One more is on its way' : `${today?.arriving.length ?? 0} more are on their way`}
          lines={today?.arriving.filter(stays) ?? []}
          row={(line) =>
            row(line, {
              lead: capital(line.verb),
              when: `arrives ${momentInShort(Date.parse(line.heldUntil ?? line.at), zone, now)}`,
              mine: true,
            })
          }
        />
        <Section name="Waiting on" lines={waiting} row={wait} />
        <Section
          name="Set aside"
          lines={aside}
          row={(line) =>
            row(line, { lead: line.verb ? capital(line.verb) : '', when: byInWords(line, zone, now), mine: false, aside: 'Put it back' })
          }
        />
        <Fold
          name={`${put.length} put off`}
          lines={put}
          row={(line) =>
            row(line, {
              lead: capital(line.verb),
              when: `back ${untilInWords(Date.parse(line.until), zone, now)}`,
              mine: line.section === 'move',
            })
          }
        />
        {today && all.length === 0 && <Stories />}
        {today && (
          <footer className={css.foot}>
            <span>{deliveryInWords(today.nextDelivery, zone, now)}</span>
            <span>{today.offAt ? `Off at ${untilInWords(Date.parse(today.offAt), zone, now)}` : ''}</span>
            <Link to="/catch-up">Catch up</Link>
            <AwayToday calendar={calendar} now={now} onFault={setFailed} />
          </footer>
        )}
      </div>
      <DidLine undo={undo} />
    </div>
  );
}

function Section<L extends BriefLine>({ name, lines, row }: { name: string; lines: readonly L[]; row: (line: L) => React.ReactNode }) {
  if (lines.length === 0) return null;
  return (
    <section className={css.section} aria-label={name}>
      <h2 className={css.name}>{name}</h2>
      <ul className={rows.list}>{lines.map(row)}</ul>
    </section>
  );
}

/** What is there for somebody who looks, and asks for nothing. */
function Fold<L extends BriefLine>({ name, lines, row }: { name: string; lines: readonly L[]; row: (line: L) => React.ReactNode }) {
  if (lines.length === 0) return null;
  return (
    <details className={css.fold}>
      <summary>{name}</summary>
      <ul className={rows.list}>{lines.map(row)}</ul>
    </details>
  );
}

function Quiet({ today, zone, now }: { today: Today; zone: string; now: number }) {
  const { quietUntil, backAt, waiting } = today;
  const until = quietUntil === null ? '' : ` until ${untilInWords(Date.parse(quietUntil), zone, now)}`;
  return (
    <>
      <p className={css.quiet}>Nothing needs you{until}.</p>
      <p className={css.quietMore}>
        {backAt
          ? `You are off until ${momentInShort(Date.parse(backAt), zone, now)}.`
          : waiting.length > 0
            ? 'Others have the move. You are told when it comes back.'
            : 'What comes for you arrives in your hours.'}
      </p>
    </>
  );
}

function contextOf(today: Today | undefined, moves: number, now: number): string {
  const day = dayInWords(dayOf(new Date(now)), '1970-01-01').replace(/ \d{4}$/, '');
  if (!today) return day;
  return `${day} · ${moves === 0 ? 'nothing for you now' : moves === 1 ? 'one thing for you' : `${moves} things for you`}`;
}
