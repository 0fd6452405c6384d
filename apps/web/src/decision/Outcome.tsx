import { Anchor } from '@mantine/core';
import { Link } from 'react-router-dom';
import { type DecisionPage as Page, decisionName, isInForce } from '@baton/domain';
import { Markdown } from '../task/Markdown';
import css from './Decision.module.css';

/** What comes before a decision that does not hold any more, or may soon not: the one that holds now, or the one that reopens it. */
export function Newer({ page }: { page: Page }) {
  const { decision, latest, boardKey } = page;
  const to = (number: number) => `/b/${boardKey}/d/${number}`;
  if (latest)
    return (
      <div className={css.newer}>
        <p>
          {isInForce(latest.state) ? 'What holds now: ' : 'What took its place, and does not hold any more either: '}
          <Anchor component={Link} to={to(latest.number)} underline="always">
            {decisionName(latest.number)} <bdi>{latest.question}</bdi>
          </Anchor>
        </p>
        <p className={css.newerChoice} dir="auto">
          {latest.choice}
        </p>
      </div>
    );
  const older = [decision.reopensId, decision.supersedesId];
  const reopening = page.related.filter(({ id, state }) => !older.includes(id) && ['open', 'awaiting', 'contested'].includes(state));
  if (!isInForce(page.standing.state) || reopening.length === 0) return null;
  return (
    <div className={css.newer}>
      {reopening.map(({ id, number, question }) => (
        <p key={id}>
          Being looked at again:{' '}
          <Anchor component={Link} to={to(number)} underline="always">
            {decisionName(number)} <bdi>{question}</bdi>
          </Anchor>
          . This one holds until that one does.
        </p>
      ))}
    </div>
  );
}

/** The outcome with its reason; before there is one, what is proposed. */
export function Outcome({ page, nameOf }: { page: Page; nameOf: (id: string) => string }) {
  const { decision, standing } = page;
  const { outcome } = decision;
  const choice = outcome?.choice ?? decision.recommendation;
  const because = outcome?.because ?? decision.because;
  if (!choice) return null;
  const state = !outcome ? 'proposal' : isInForce(standing.state) ? 'force' : 'past';
  return (
    <section className={css.outcome} data-state={state} aria-label={outcome ? 'Outcome' : 'Proposal'}>
      <h2 className={css.heading}>{outcome ? 'Decided' : 'Proposed'}</h2>
      <p className={css.choice} dir="auto">
        {choice}
      </p>
      <Part title="Because" text={because} />
      <Part title="What follows from it" text={outcome?.consequences ?? ''} />
      <Part title="On what conditions" text={outcome?.conditions ?? ''} />
      {outcome?.answers.map(({ personId, text }) => (
        <Part key={personId} title={`Answer to ${nameOf(personId)}`} text={text} />
      ))}
    </section>
  );
}

/** Something that is read at length, under its name; nothing where there are no words. */
export const Part = ({ title, text }: { title: string; text: string }) =>
  text.trim() === '' ? null : (
    <div className={css.read}>
      <h3 className={css.heading}>{title}</h3>
      <Markdown text={text} />
    </div>
  );

/** What could be done, each with what speaks for and against it; the chosen one is marked. */
export function Options({ page }: { page: Page }) {
  const { options, outcome } = page.decision;
  if (options.length === 0) return null;
  return (
    <section aria-label="Options">
      <h2 className={css.heading}>Options</h2>
      <ul className={css.list}>
        {options.map((option, i) => (
          <li key={i} className={css.option}>
            <div className={css.optionText}>
              <bdi>{option.text}</bdi>
              {outcome?.choice.trim() === option.text.trim() && <span className={css.soft}> chosen</span>}
            </div>
            {(option.good || option.bad) && (
              <dl className={css.points}>
                <Point name="Good" text={option.good} />
                <Point name="Bad" text={option.bad} />
              </dl>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const Point = ({ name, text }: { name: string; text: string }) =>
  text === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  );
