import { useQuery } from '@apollo/client/react';
import { Alert, SegmentedControl } from '@mantine/core';
import { useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { type Brief, type BriefLine, addDays, briefSections } from '@baton/domain';
import { graphql } from '../gql';
import { useBoards } from '../shell/boards';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { DateField } from '../time/DateField';
import { useNow } from '../time/useNow';
import { dayInWords, dayOf } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import { addressOf } from './actions';
import { Others } from './Others';
import { Row } from './Row';
import { useRowKeys } from './useRowKeys';
import '@fontsource-variable/source-serif-4/index.css';
import rows from './Row.module.css';
import css from './CatchUpPage.module.css';
import page from './TodayPage.module.css';

const BoardStoryDocument = graphql(`
  query BoardStory($boardId: ID!, $since: Day!) {
    boardStory(boardId: $boardId, since: $since)
  }
`);

const names = { move: '', decided: 'Decided', changed: 'Owners, dates and what was finished', answers: '', updates: 'Updates' } as const;
const spans = ['7', '30', '90'] as const;
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What happened on a board since a day, for somebody who is new there: decisions first. */
export function StoryPage() {
  const { key = '' } = useParams();
  const { boards, loaded } = useBoards();
  const board = boards.find((one) => one.key === key);
  if (!board) return loaded ? <NotFound what="board" /> : null;
  return <Story board={board} />;
}

function Story({ board }: { board: { id: string; key: string; name: string } }) {
  const navigate = useNavigate();
  const now = useNow();
  const today = dayOf(new Date(now));
  const [params, setParams] = useSearchParams();
  const asked = params.get('since');
  const since = isDay(asked) ? asked : addDays(today, -30);
  const { data, error } = useQuery(BoardStoryDocument, { variables: { boardId: board.id, since }, fetchPolicy: 'cache-and-network' });
  const brief = data?.boardStory as Brief | undefined;
  const list = useRef<HTMLDivElement>(null);
  const open = (line: BriefLine | undefined) => line && void navigate(addressOf(line));
  useRowKeys({ list, onKey: (_, row) => open(brief?.lines.find((line) => line.key === row)), onUndo: () => false });
  const set = (day: string) => setParams({ since: day }, { replace: true });
  const span = spans.find((days) => addDays(today, -Number(days)) === since) ?? '';
  return (
    <div className={page.page}>
      <PageHeader
        title={<h1 style={{ all: 'unset' }}>What happened on {board.name}</h1>}
        context={
          brief
            ? `Since ${dayInWords(since, today)}, ${brief.events.toLocaleString('en-GB')} ${brief.events === 1 ? 'event' : 'events'}`
            : `Since ${dayInWords(since, today)}`
        }
      >
        <div className={css.choose}>
          <SegmentedControl
            size="xs"
            aria-label="How far back"
            value={span}
            onChange={(days) => set(addDays(today, -Number(days)))}
            data={spans.map((days) => ({ value: days, label: `${days} days` }))}
          />
          <DateField
            label="Since"
            compact
            withTime={false}
            value={span ? null : { day: since, time: null }}
            onChange={(due) => set(due?.day ?? addDays(today, -30))}
          />
        </div>
      </PageHeader>
      <div className={page.column} ref={list}>
        {error && !data && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {brief?.lines.length === 0 && <p className={page.quiet}>Nothing was decided, moved or finished since then.</p>}
        {briefSections.map((section) => {
          const those = brief?.lines.filter((line) => line.section === section) ?? [];
          if (those.length === 0) return null;
          return (
            <section key={section} className={page.section} aria-label={names[section]}>
              <h2 className={page.name}>{names[section]}</h2>
              <ul className={rows.list}>
                {those.map((line) => (
                  <Row
                    key={line.key}
                    line={line}
                    lead=""
                    words={line.text}
                    when={dayInWords(dayOf(new Date(line.at)), today)}
                    reading
                    actions={{ done: null, main: 'Open', answer: 'open', delegate: null }}
                    open={false}
                    done={null}
                    plain
                    onKey={() => open(line)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {brief && brief.moreUpdates > 0 && <p className={page.note}>and {brief.moreUpdates} older updates, on their tasks</p>}
        {brief && brief.others.length > 0 && <Others others={brief.others} />}
      </div>
    </div>
  );
}
