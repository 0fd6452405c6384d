import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router-dom';
import { type SearchFilter, hitKinds, hitStates } from '@baton/domain';

const keys = ['boardId', 'ownerId', 'kind', 'state', 'since', 'until'] as const;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const idPattern = /^[0-9a-f-]{36}$/i;
const pauseMs = 200;

/** The filter that an address carries; what makes no sense is left out. */
export function filterOf(params: URLSearchParams): SearchFilter {
  const like = (key: (typeof keys)[number], pattern: RegExp) => (pattern.test(params.get(key) ?? '') ? params.get(key) : null);
  return {
    boardId: like('boardId', idPattern),
    ownerId: like('ownerId', idPattern),
    kind: hitKinds.find((one) => one === params.get('kind')) ?? null,
    state: hitStates.find((one) => one === params.get('state')) ?? null,
    since: like('since', dayPattern),
    until: like('until', dayPattern),
  };
}

/** What is looked for, in the address and in the field. Typing is written into the address a moment later, without a step back for each letter. */
export function useSearchAddress() {
  const [params, setParams] = useSearchParams();
  const { key } = useLocation();
  const how = useNavigationType();
  const asked = params.get('q') ?? '';
  const [text, setText] = useState(asked);
  // Going somewhere, or back, brings another query; replacing is what typing does.
  const [seen, setSeen] = useState(key);
  if (key !== seen) {
    setSeen(key);
    if (how !== 'REPLACE') setText(asked);
  }
  const filter = filterOf(params);
  const write = (query: string, next: SearchFilter) => {
    const after = new URLSearchParams(query.trim() === '' ? {} : { q: query.trim() });
    for (const one of keys) if (next[one]) after.set(one, next[one]);
    setParams(after, { replace: true });
  };
  const writeSoon = useDebouncedCallback(write, pauseMs);
  return {
    text,
    filter,
    filtered: keys.some((one) => filter[one] != null),
    type: (next: string) => {
      setText(next);
      writeSoon(next, filter);
    },
    narrow: (next: SearchFilter) => {
      writeSoon.cancel();
      write(text, next);
    },
  };
}
