import { useApolloClient } from '@apollo/client/react';
import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { type DecisionPage, decisionName } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { instantInWords } from '../time/words';
import { changedParts, modeWords, reversibilityWords, stateWords } from './words';
import css from './Decision.module.css';

export const VerifyDocument = graphql(`
  query VerifyDecisions($workspaceId: ID!, $boardId: ID) {
    verifyDecisions(workspaceId: $workspaceId, boardId: $boardId)
  }
`);

const afterwords = {
  upheld: 'said that it is still right',
  retired: 'ended it',
  superseded: 'replaced it',
  trigger: 'reported what would change it',
  erratum: 'added an erratum',
  correction: 'corrected the record',
  dissent: 'disagrees',
  redaction: 'took a text out',
} as const;

/** Beside a decision: who and how, what it is linked to, what was added, and its seal. */
export function About({ page, nameOf }: { page: DecisionPage; nameOf: (id: string) => string }) {
  const { decision } = page;
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
      {decision.informedIds.length > 0 && <Fact title="Hears the outcome" text={names(decision.informedIds)} />}
      {decision.reviewTrigger && <Fact title="Looked at again when" text={decision.reviewTrigger} />}
      {page.tasks.length > 0 && (
        <div>
          <h2 className={css.heading}>Tasks</h2>
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

/** What was added to a decision after it came into force, and what happened on the way. */
export function History({ page, nameOf }: { page: DecisionPage; nameOf: (id: string) => string }) {
  const { decision } = page;
  const entries = [
    ...decision.versions.slice(1).map(({ at, byId, version }, i) => ({
      at,
      byId,
      words: `made version ${version}: another ${changedParts(decision, i + 1).join(', ') || 'closing time'}`,
      text: '',
    })),
    ...decision.history.map(({ at, byId, text }) => ({ at, byId, words: 'changed who decides', text })),
    ...decision.afterwards.map(({ at, byId, kind, text, path }) => ({
      ...{ at, byId, words: `${afterwords[kind]}${path ? ` (${path.slice(1)})` : ''}`, text },
    })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (entries.length === 0) return null;
  return (
    <section aria-label="What was added">
      <h2 className={css.heading}>What was changed and added</h2>
      <ul className={css.list}>
        {entries.map((entry, i) => (
          <li key={i} className={css.stance}>
            <div className={css.by}>
              <bdi className={css.name}>{nameOf(entry.byId)}</bdi>
              <span>{entry.words}</span>
              <span className={css.soft}>{instantInWords(entry.at)}</span>
            </div>
            {entry.text && (
              <p className={css.words} dir="auto">
                {entry.text}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Seal({ page }: { page: DecisionPage }) {
  const { seal, boardId } = page.decision;
  const { workspace } = useViewer();
  const client = useApolloClient();
  const [verdict, setVerdict] = useState('');
  if (!seal) return null;
  const verify = async () => {
    const { data } = await client.query({
      query: VerifyDocument,
      variables: { workspaceId: workspace.id, boardId },
      fetchPolicy: 'network-only',
    });
    setVerdict(verdictInWords((data?.verifyDecisions as { links: number; faults: string[] }[] | undefined)?.[0]));
  };
  return (
    <div>
      <h2 className={css.heading}>Seal</h2>
      <p className={css.soft} style={{ margin: 0 }}>
        Link {seal.n} of this board
      </p>
      <code className={css.hash}>{seal.hash}</code>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          mt={4}
          onClick={() => void verify().catch(() => setVerdict('The server cannot be reached.'))}
        >
          Verify
        </Button>
      </div>
      <p role="status" className={css.soft}>
        {verdict}
      </p>
    </div>
  );
}

/** What a check of a board's seals found, in one sentence. */
export const verdictInWords = (verdict: { links: number; faults: string[] } | undefined): string =>
  !verdict
    ? 'There is nothing to verify.'
    : verdict.faults.length > 0
      ? verdict.faults.join(' ')
      : `All ${verdict.links} links of this board fit. Nothing was changed after it was sealed.`;
