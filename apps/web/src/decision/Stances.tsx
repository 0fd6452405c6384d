import { type DecisionPage, type Stance, currentStance } from '@baton/domain';
import { instantInWords } from '../time/words';
import { hearingInWords, stanceWords } from './words';
import css from './Decision.module.css';

/** Everything that people said, oldest first, changes of mind included; then who was heard without a word, and who was not. */
export function Stances({ page, nameOf }: { page: DecisionPage; nameOf: (id: string) => string }) {
  const { decision, hearings, stancesHidden } = page;
  const waits = page.standing.state === 'open' ? hearings.filter(({ stance }) => stance === null) : [];
  return (
    <section aria-label="What people think">
      <h2 className={css.heading}>What people think</h2>
      {stancesHidden && <p className={css.soft}>You see what others think when you have said what you think.</p>}
      <ul className={css.list}>
        {decision.stances.map((stance, i) => (
          <OneStance
            key={i}
            stance={stance}
            stale={currentStance(decision, stance.personId) !== stance}
            version={decision.version}
            nameOf={nameOf}
          />
        ))}
      </ul>
      {waits.length > 0 && !stancesHidden && (
        <p className={css.soft}>
          Still asked: {waits.map(({ personId, exposure }) => `${nameOf(personId)} (${hours(exposure)} at work so far)`).join(', ')}.
        </p>
      )}
      {page.standing.state !== 'open' &&
        hearingInWords(hearings, nameOf).map((line) => (
          <p key={line} className={css.soft}>
            {line}
          </p>
        ))}
      {decision.stances.length === 0 && waits.length === 0 && hearings.length === 0 && <p className={css.soft}>Nobody was asked.</p>}
    </section>
  );
}

const hours = (n: number) => `${Math.round(n * 10) / 10} h`;

function OneStance({
  stance,
  stale,
  version,
  nameOf,
}: {
  stance: Stance;
  stale: boolean;
  version: number;
  nameOf: (id: string) => string;
}) {
  return (
    <li className={css.stance} data-stale={stale}>
      <div className={css.by}>
        <bdi className={css.name}>{nameOf(stance.personId)}</bdi>
        <span>{stanceWords[stance.kind].said}</span>
        <span className={css.soft}>
          <time dateTime={stance.at} title={stance.at}>
            {instantInWords(stance.at)}
          </time>
          {version > 1 && `, version ${stance.version}`}
          {stale && ', not their last word'}
        </span>
      </div>
      {stance.reason && (
        <p className={css.words} dir="auto">
          {stance.reason}
        </p>
      )}
      {stance.resolves && (
        <p className={css.point} dir="auto">
          What would resolve it: {stance.resolves}
        </p>
      )}
      {stance.informed && (
        <p className={css.point} dir="auto">
          Answer: {stance.informed.text}
        </p>
      )}
    </li>
  );
}
