import type { SearchHit } from '@baton/domain';
import { momentInWords, readerZone } from '../time/deadlineWords';
import { Marked } from './Marked';
import { kindOf, nameOf } from './words';
import css from './Search.module.css';

/** One thing that was found: what it is, its title, the words around, who wrote it, where and when. */
export function HitBody({ hit, now }: { hit: SearchHit; now: number }) {
  return (
    <span className={css.body} data-away={hit.state === 'archived'}>
      <span className={css.head}>
        <span className={css.kind}>{kindOf(hit)}</span>
        <span className={css.key}>{nameOf(hit)}</span>
        <span className={css.title} dir="auto">
          <Marked text={hit.title} matches={hit.titleMatches} />
        </span>
      </span>
      {hit.excerpt !== '' && (
        <span className={css.excerpt} dir="auto">
          <Marked text={hit.excerpt} matches={hit.matches} />
        </span>
      )}
      <span className={css.meta}>
        <bdi>{hit.boardName}</bdi>
        {hit.authorName && (
          <>
            {' · '}
            <bdi>{hit.authorName}</bdi>
          </>
        )}
        {' · '}
        <time dateTime={hit.at} title={hit.at}>
          {momentInWords(Date.parse(hit.at), readerZone(), now)}
        </time>
        {hit.state === 'archived' && ' · archived'}
      </span>
    </span>
  );
}
