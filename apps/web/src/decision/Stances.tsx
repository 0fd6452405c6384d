import { type DecisionPage, type Stance, currentStance } from '@baton/domain';
import { instantInWords } from '../time/words';
import { hearingInWords, hoursInWords } from './standing';
import { stanceWords } from './words';
import css from './Decision.module.css';

/** Everything that people said, oldest first, changes of mind included; then who was heard without a word, and who was not. */
export function Stances({ page, nameOf }: { page: DecisionPage; nameOf: (id: string) => string }) {
  const { decision, hearings, stancesHidden, standing } = page;
  const waits = standing.state === 'open' ? hearings.filter(({ stance }) => stance === null) : [];
  return (
    <section aria-label="What people think">
      <h2 className={css.heading}>What people think</h2>
      {stancesHidden && <p className={css.soft}>You see what others think when you have said what you think.</p>}
      <ol className={css.list}>
        {decision.stances.map((stance, i) => (
          <OneStance key={i} stance={stance} note={noteOf(page, stance)} many={decision.version > 1} nameOf={nameOf} />
        ))}
      </ol>
      {waits.length > 0 && !stancesHidden && (
        <p className={css.soft}>
          Still asked: {waits.map(({ personId, exposure }) => `${nameOf(personId)} (${hoursInWords(exposure)} at work so far)`).join(', ')}.
        </p>
      )}
      {standing.state !== 'open' &&
        hearingInWords(hearings, nameOf).map((line) => (
          <p key={line} className={css.soft}>
            {line}
          </p>
        ))}
      {decision.stances.length === 0 && waits.length === 0 && hearings.length === 0 && <p className={css.soft}>Nobody was asked.</p>}
    </section>
  );
}

/** What became of a stance; nothing for one that counts. */
function noteOf({ decision, standing }: DecisionPage, stance: Stance): string {
  const last = decision.stances.findLast(({ personId }) => personId === stance.personId) === stance;
  if (!last) return 'later they said something else';
  if (currentStance(decision, stance.personId) === null) return 'asked again, because the proposal changed';
  const waits = stance.kind === 'need information' && !stance.informed && standing.state === 'open';
  return waits ? 'their time stands still until the answer' : '';
}

interface OneStanceProps {
  stance: Stance;
  note: string;
  /** There is more than one version. */
  many: boolean;
  nameOf: (id: string) => string;
}

function OneStance({ stance, note, many, nameOf }: OneStanceProps) {
  const { kind, informed } = stance;
  return (
    <li className={css.stance} data-kind={kind} data-stale={note !== '' && kind !== 'need information'}>
      <div className={css.by}>
        <bdi className={css.name}>{nameOf(stance.personId)}</bdi>
        <span>{stanceWords[kind].said}</span>
        <span className={css.soft}>
          <time dateTime={stance.at} title={stance.at}>
            {instantInWords(stance.at)}
          </time>
          {many && `, version ${stance.version}`}
          {note && `, ${note}`}
        </span>
      </div>
      {stance.reason && (
        <p className={css.words} dir="auto">
          {stance.reason}
        </p>
      )}
      {stance.resolves && (
        <p className={css.point}>
          What would resolve it: <bdi>{stance.resolves}</bdi>
        </p>
      )}
      {informed && (
        <p className={css.point}>
          Answer, {instantInWords(informed.at)}: <bdi>{informed.text}</bdi>
        </p>
      )}
    </li>
  );
}
