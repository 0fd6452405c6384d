import '@mantine/spotlight/styles.css';
import { Spotlight, createSpotlight } from '@mantine/spotlight';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { HitBody } from '../search/HitBody';
import { useSearch } from '../search/useSearch';
import { addressOf, countOf } from '../search/words';
import { useNow } from '../time/useNow';
import { useBoards } from './boards';
import css from '../search/Search.module.css';

const [store, actions] = createSpotlight();

/** Where one can go by its name. */
interface Place {
  path: string;
  label: string;
  description?: string;
}

const pages: readonly Place[] = [
  { path: '/', label: 'Today' },
  { path: '/catch-up', label: 'Catch up' },
  { path: '/my-work', label: 'My work' },
  { path: '/decisions', label: 'Decisions' },
  { path: '/timeline', label: 'Timeline of all boards' },
  { path: '/people', label: 'People and their hours' },
  { path: '/settings/rhythm', label: 'My rhythm' },
  { path: '/import', label: 'Import a file' },
  { path: '/settings/people', label: 'People and invitations' },
  { path: '/settings', label: 'My account' },
];

const most = 8;
const everywhere = {};

/** Results arrive while one types: the chosen line stays the one of the same place. The finder marks it in the page itself. */
function keepPlace() {
  const { listId, selected } = store.getState();
  const lines = document.getElementById(listId)?.querySelectorAll('[data-action]') ?? [];
  lines.forEach((line, i) => line.toggleAttribute('data-selected', i === Math.max(0, selected)));
}

/** Ctrl K: go to any board or page by a few letters, and to whatever says a word. */
export function Finder({ onClose }: { onClose: () => void }) {
  const { boards } = useBoards();
  const navigate = useNavigate();
  const now = useNow();
  const [query, setQuery] = useState('');
  const { answer } = useSearch(query, everywhere, most);
  useEffect(() => actions.open(), []);
  useEffect(keepPlace, [answer]);
  const typed = query.trim();
  const places: Place[] = [...boards.map(({ name, key }) => ({ path: `/b/${key}`, label: name, description: key })), ...pages];
  const wanted = places.filter(({ label, description = '' }) => `${label} ${description}`.toLowerCase().includes(typed.toLowerCase()));
  const go = (path: string) => () => void navigate(path);
  return (
    <Spotlight.Root store={store} shortcut={null} query={query} onQueryChange={setQuery} onSpotlightClose={onClose}>
      <Spotlight.Search
        placeholder="Go to a board or a page, or find a word"
        aria-label="Go to a board or a page, or find a word"
        dir="auto"
      />
      <Spotlight.ActionsList>
        {wanted.map(({ path, label, description = '' }) => (
          <Spotlight.Action key={path} label={label} description={description} onClick={go(path)} />
        ))}
        {answer && answer.hits.length > 0 && (
          <Spotlight.ActionsGroup label={answer.nearOnly ? 'Near to it' : 'Found'}>
            {answer.hits.map((hit) => (
              <Spotlight.Action key={`${hit.kind} ${hit.id}`} className={css.action ?? ''} onClick={go(addressOf(hit))}>
                <HitBody hit={hit} now={now} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {typed !== '' && (
          <Spotlight.Action
            label={`Everything with “${typed}”`}
            description="The search page, with filters"
            onClick={go(`/search?q=${encodeURIComponent(typed)}`)}
          />
        )}
      </Spotlight.ActionsList>
      <p className={css.finderStatus} role="status">
        {answer && (answer.more ? `The best ${most}. The last line leads to all of them.` : countOf(answer))}
      </p>
    </Spotlight.Root>
  );
}
