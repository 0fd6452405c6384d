import { Alert, Anchor, Button, Kbd } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { type BriefLine, type CatchUp, briefSections, isMarked, sectionNames } from '@baton/domain';
import { PageHeader } from '../shell/PageHeader';
import { momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords, dayOf } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import { actionsOf } from './actions';
import { DidLine } from './DidLine';
import { InPlace, useFocusInside } from './InPlace';
import { Others } from './Others';
import { Row } from './Row';
import { Stories } from './Stories';
import { useCatchUp } from './useCatchUp';
import { useList } from './useList';
import { useMarks } from './useMarks';
import { useUndo } from './useUndo';
import { byInWords, deliveryInWords, headerInWords } from './words';
import '@fontsource-variable/source-serif-4/index.css';
import rows from './Row.module.css';
import css from './CatchUpPage.module.css';
import page from './TodayPage.module.css';

const none: CatchUp['marks'] = [];

/** Everything that somebody missed, in the order that it wants to be read. It shrinks, and it ends. */
export function CatchUpPage() {
  const now = useNow();
  const zone = readerZone();
  const { catchUp, all, error, refetch, caughtUp, moveBack, more } = useCatchUp();
  const undo = useUndo();
  const marks = useMarks(catchUp?.marks ?? none, refetch);
  const list = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => catchUp?.brief.lines ?? [], [catchUp]);
  const find = useCallback((key: string) => lines.find((line) => line.key === key), [lines]);
  const { opened, close, act, fault } = useList({ list, find, doneColumns: {}, marks, undo, doneMeans: 'line' });
  useFocusInside(opened !== null && opened.what !== 'handoff', opened?.key ?? '');
  const [failed, setFailed] = useState<string | null>(null);
  const left = lines.filter((line) => !isMarked(line, marks.markOf(line.key), now));
  const quiet = catchUp && catchUp.brief.events === 0 && all === 0;

  const finish = async () => {
    const before = catchUp?.boards ?? [];
    setFailed(null);
    const refused = await caughtUp(before);
    if (refused) return setFailed(refused);
    undo.did({ words: 'Caught up to here', undo: () => moveBack(before) });
    return undefined;
  };
  return (
    <div className={page.page}>
      <PageHeader
        title={<h1 style={{ all: 'unset' }}>Catch up</h1>}
        context={catchUp && (quiet ? 'You have seen everything.' : headerInWords(catchUp, all, zone, now))}
      >
        {catchUp && !quiet && (
          <Button size="xs" variant="default" onClick={() => void finish()}>
            Caught up to here
          </Button>
        )}
      </PageHeader>
      {catchUp && !quiet && <Progress left={left.length} all={all} />}
      <div className={page.column} ref={list}>
        {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {(fault ?? marks.fault ?? failed) && (
          <Alert color="orange" variant="light" role="alert">
            {fault ?? marks.fault ?? failed}
          </Alert>
        )}
        {briefSections.map((section) => {
          const those = left.filter((line) => line.section === section);
          if (those.length === 0) return null;
          return (
            <section key={section} className={page.section} aria-label={sectionNames[section]}>
              <h2 className={page.name}>{sectionNames[section]}</h2>
              <ul className={rows.list}>
                {those.map((line) => (
                  <Row
                    key={line.key}
                    line={line}
                    lead=""
                    words={line.text}
                    when={whenOf(line, zone, now)}
                    late={line.section === 'move' && line.by !== null && Date.parse(line.by) <= now}
                    mine={line.section === 'move'}
                    reading
                    actions={readingOf(line)}
                    open={opened?.key === line.key}
                    done="Done with this"
                    onKey={(key) => act(key, line.key)}
                  >
                    {opened?.key === line.key && opened.what !== 'later' && <InPlace line={line} what={opened.what} onClose={close} />}
                  </Row>
                ))}
              </ul>
              {section === 'updates' && catchUp && catchUp.brief.moreUpdates > 0 && (
                <Anchor component="button" type="button" size="sm" onClick={more}>
                  {catchUp.brief.moreUpdates} more updates
                </Anchor>
              )}
            </section>
          );
        })}
        {catchUp && catchUp.brief.others.length > 0 && <Others others={catchUp.brief.others} />}
        {catchUp && left.length === 0 && <End catchUp={catchUp} zone={zone} now={now} onFinish={quiet ? null : () => void finish()} />}
        {catchUp && left.length > 0 && (
          <p className={css.keys}>
            <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>e</Kbd> done, <Kbd>r</Kbd> answer, <Kbd>s</Kbd> set aside, <Kbd>d</Kbd> delegate,{' '}
            <Kbd>u</Kbd> undo
          </p>
        )}
      </div>
      <DidLine undo={undo} />
    </div>
  );
}

/** What is owed is answered; what is told is done with. */
function readingOf(line: BriefLine) {
  const actions = actionsOf(line, undefined);
  return line.section === 'move' && actions.answer === 'inline'
    ? { ...actions, done: null }
    : { ...actions, done: null, main: line.object === 'ask' ? 'Look' : 'Open' };
}

function whenOf(line: BriefLine, zone: string, now: number): string {
  if (line.heldUntil) return `arrives ${momentInShort(Date.parse(line.heldUntil), zone, now)}`;
  if (line.section === 'move' || line.by) return byInWords(line, zone, now);
  return dayInWords(dayOf(new Date(line.at)), dayOf(new Date(now)));
}

/** How much is left: it only ever gets shorter while one reads. */
function Progress({ left, all }: { left: number; all: number }) {
  return (
    <div className={css.progress} role="progressbar" aria-label="Lines left" aria-valuemin={0} aria-valuemax={all} aria-valuenow={left}>
      <span style={{ inlineSize: `${all === 0 ? 0 : (left / all) * 100}%` }} />
    </div>
  );
}

function End({ catchUp, zone, now, onFinish }: { catchUp: CatchUp; zone: string; now: number; onFinish: (() => void) | null }) {
  const next = deliveryInWords(catchUp.nextDelivery, zone, now);
  return (
    <div className={css.end}>
      <p className={page.quiet}>That is everything.</p>
      {next && <p className={page.quietMore}>{next}.</p>}
      {onFinish ? (
        <Button mt="lg" onClick={onFinish}>
          Caught up to here
        </Button>
      ) : (
        <>
          <Button mt="lg" variant="default" component={Link} to="/">
            To Today
          </Button>
          <Stories />
        </>
      )}
    </div>
  );
}
