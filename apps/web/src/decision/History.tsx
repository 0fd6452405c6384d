import type { Afterword, Decision, DecisionPage } from '@baton/domain';
import { instantInWords } from '../time/words';
import { type ChangedPart, changedParts, placeInWords } from './changes';
import css from './Decision.module.css';

const afterwords: Record<Afterword['kind'], string> = {
  upheld: 'said that it is still right',
  retired: 'ended it',
  superseded: 'replaced it',
  trigger: 'reported what would change it',
  erratum: 'added an erratum',
  correction: 'corrected the record',
  dissent: 'disagrees',
  redaction: 'took a text out',
};

interface Entry {
  at: string;
  byId: string;
  words: string;
  text: string;
  before: ChangedPart[];
}

/** Versions, changes of who decides, and what was added after it came into force, oldest first. */
function entriesOf(decision: Decision, nameOf: (id: string) => string): Entry[] {
  const versions = decision.versions.slice(1).map(({ at, byId, version }, i) => {
    const before = changedParts(decision, i + 1, nameOf);
    const names = new Intl.ListFormat('en-GB').format(before.map(({ name }) => name));
    return { at, byId, words: `made version ${version}: another ${names || 'closing time'}`, text: '', before };
  });
  const history = decision.history.map(({ at, byId, text }) => ({ at, byId, words: 'changed how it is decided', text, before: [] }));
  const added = decision.afterwards.map(({ at, byId, kind, text, path }) => ({
    ...{ at, byId, text, before: [] },
    words: `${afterwords[kind]}${path ? `, ${placeInWords(decision, path, nameOf)}` : ''}`,
  }));
  return [...versions, ...history, ...added].toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** What was changed on the way, and what was added to a decision after it came into force. */
export function History({ page, nameOf }: { page: DecisionPage; nameOf: (id: string) => string }) {
  const entries = entriesOf(page.decision, nameOf);
  if (entries.length === 0) return null;
  return (
    <section aria-label="What was changed and added">
      <h2 className={css.heading}>What was changed and added</h2>
      <ol className={css.list}>
        {entries.map((entry, i) => (
          <li key={i} className={css.stance}>
            <div className={css.by}>
              <bdi className={css.name}>{nameOf(entry.byId)}</bdi>
              <span>{entry.words}</span>
              <time className={css.soft} dateTime={entry.at} title={entry.at}>
                {instantInWords(entry.at)}
              </time>
            </div>
            {entry.text && (
              <p className={css.words} dir="auto">
                {entry.text}
              </p>
            )}
            <Before parts={entry.before} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the version before said, part by part. */
function Before({ parts }: { parts: readonly ChangedPart[] }) {
  if (parts.length === 0) return null;
  return (
    <details className={css.more}>
      <summary>What it said before</summary>
      <dl className={css.before}>
        {parts.map(({ name, before }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{before || 'nothing'}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
