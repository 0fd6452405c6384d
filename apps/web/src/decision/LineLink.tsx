import { Link } from 'react-router-dom';
import { type DecisionLine, decisionName } from '@baton/domain';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { isPast } from './shownLines';
import { lineInWords } from './standing';
import css from './Decision.module.css';

const mineWords = { stance: 'your view is asked', information: 'somebody asks you', review: 'yours to review', decide: '' } as const;

/** One line of the log: the question, what was chosen, and what is next for it. */
export function LineLink({ line, withBoard }: { line: DecisionLine; withBoard: boolean }) {
  const now = useNow();
  const reader = readerZone();
  const mine = line.mine === null ? '' : mineWords[line.mine];
  return (
    <Link className={css.link} to={`/b/${line.boardKey}/d/${line.number}`}>
      <span className={css.baton} data-mine={line.mine !== null} aria-hidden />
      <span className={css.number}>
        {withBoard && `${line.boardKey} `}
        {decisionName(line.number)}
      </span>
      <span className={css.lineWords}>
        <span className={css.lineTitle} data-past={isPast(line)} dir="auto">
          {line.question}
        </span>
        {line.choice && (
          <span className={css.lineChoice} dir="auto">
            {line.choice}
          </span>
        )}
      </span>
      <span className={css.meta} data-late={line.overdue}>
        {mine && `${mine}, `}
        {lineInWords(line, reader, now)}
      </span>
    </Link>
  );
}
