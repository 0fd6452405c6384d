import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { type DecisionPage, decisionName, isInForce } from '@baton/domain';
import { useVerdict } from './useVerdict';
import { modeWords, reversibilityWords, stateWords } from './words';
import css from './Decision.module.css';

/** Beside a decision: who and how, what it is linked to, what was added, and its seal. */
export function About({ page, nameOf }: { page: DecisionPage; nameOf: (id: string) => string }) {
  const { decision } = page;
  const trigger = decision.outcome?.reviewTrigger || decision.reviewTrigger;
  const names = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  return (
    <aside className={css.side} aria-label="About this decision">
      <Fact title="Who decides" text={decision.deciderId ? nameOf(decision.deciderId) : 'nobody yet'} />
      <Fact title="Proposed by" text={nameOf(decision.proposerId)} />
      <Fact title="How" text={`${modeWords[decision.mode].name}, ${reversibilityWords[decision.reversibility]}`} />
      {decision.contributors.length > 0 && (
        <Fact
          title="Asked"
          text={decision.contributors.map(({ personId, required }) => `${nameOf(personId)}${required ? ' (required)' : ''}`).join(', ')}
        />
      )}
      {page.standing.state === 'open' && decision.hideStances && (
        <Fact title="Views of others" text="shown to each when they have given their own" />
      )}
      {decision.informedIds.length > 0 && <Fact title="Hears the outcome" text={names(decision.informedIds)} />}
      {trigger && <Fact title="Looked at again when" text={trigger} />}
      {page.comment && (
        <div>
          <h2 className={css.heading}>Made from</h2>
          <Anchor component={Link} to={`/b/${page.comment.taskKey.replace('-', '/')}#c-${page.comment.id}`} size="sm">
            A comment on {page.comment.taskKey}
          </Anchor>
        </div>
      )}
      {page.tasks.length > 0 && (
        <div>
          <h2 className={css.heading}>{decision.blocking && !isInForce(page.standing.state) ? 'Tasks that wait for it' : 'Tasks'}</h2>
          <ul className={css.list}>
            {page.tasks.map((task) => (
              <li key={task.id}>
                <Anchor component={Link} to={`/b/${task.key.replace('-', '/')}`} size="sm">
                  {task.key} <bdi>{task.title}</bdi>
                </Anchor>
              </li>
            ))}
          </ul>
        </div>
      )}
      {page.related.length > 0 && (
        <div>
          <h2 className={css.heading}>Before and after it</h2>
          <ul className={css.list}>
            {page.related.map((other) => (
              <li key={other.id}>
                <Anchor component={Link} to={`/b/${page.boardKey}/d/${other.number}`} size="sm">
                  {decisionName(other.number)} <bdi>{other.question}</bdi>
                </Anchor>{' '}
                <span className={css.soft}>{stateWords[other.state].toLowerCase()}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Seal page={page} />
    </aside>
  );
}

const Fact = ({ title, text }: { title: string; text: string }) => (
  <div>
    <h2 className={css.heading}>{title}</h2>
    <bdi>{text}</bdi>
  </div>
);

function Seal({ page }: { page: DecisionPage }) {
  const { seal, boardId } = page.decision;
  const { words, verify } = useVerdict(boardId);
  if (!seal) return null;
  return (
    <div>
      <h2 className={css.heading}>Seal</h2>
      <p className={css.soft} style={{ margin: 0 }}>
        Sealed, link {seal.n} of this board, sha256
      </p>
      <code className={css.hash}>{seal.hash}</code>
      <div>
        <Button size="compact-sm" variant="default" mt={4} onClick={() => void verify()}>
          Verify
        </Button>
      </div>
      <p role="status" className={css.verdict}>
        {words}
      </p>
    </div>
  );
}
