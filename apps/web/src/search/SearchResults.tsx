import { Alert } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { SearchAnswer } from '@baton/domain';
import { sentenceFor } from '../ui/refusals';
import { HitBody } from './HitBody';
import { addressOf, countOf } from './words';
import css from './Search.module.css';

/** What was found, or what there is to say about it. */
export function SearchResults({
  answer,
  error,
  filtered,
  now,
}: {
  answer: SearchAnswer | null;
  error: unknown;
  filtered: boolean;
  now: number;
}) {
  return (
    <>
      {error !== undefined && (
        <Alert color="orange" mt="md">
          {sentenceFor(error)}
        </Alert>
      )}
      <p className={css.status} role="status">
        {answer && countOf(answer)}
        {answer?.hits.length === 0 && filtered && ' Perhaps without the filters.'}
      </p>
      {!answer && error === undefined && (
        <div className={css.hints}>
          <p>
            Type a word, or its beginning. Tasks, comments, asks, decisions and checklists are looked through, on every board that you can
            see.
          </p>
          <p>A slip of typing is forgiven. A key such as WEB-42 leads to its task. Arrow keys walk through what was found.</p>
        </div>
      )}
      {answer && answer.hits.length > 0 && (
        <ol className={css.results} aria-label="Results">
          {answer.hits.map((hit) => (
            <li key={`${hit.kind} ${hit.id}`} className={css.result}>
              <Link className={css.link} to={addressOf(hit)} data-result>
                <HitBody hit={hit} now={now} />
              </Link>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
