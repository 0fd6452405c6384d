import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '@baton/domain';
import { graphql } from '../gql';
import { refusalIn } from '../ui/refusals';
import { type Kept, meet, useDraft } from './draft';

const DraftDocument = graphql(`
  query Draft($place: String!) {
    draft(place: $place)
  }
`);
const SaveDraftDocument = graphql(`
  mutation SaveDraft($place: String!, $text: String!, $more: Json, $base: DateTime) {
    saveDraft(place: $place, text: $text, more: $more, base: $base)
  }
`);

const pause = 1_200;
const fromServer = (draft: Draft): Kept => ({ ...draft, base: draft.at, shared: true });

/**
 * A draft that is also kept at the server, so that another device goes on with it. It is looked at again whenever the page comes to the
 * front. When both devices wrote, what is here wins;
 * a form that `asks` gets what the other one has as `other`, and nothing more is sent until `choose` ends it.
 */
export function useSharedDraft(name: string, asks = false) {
  const { draft, place, write: writeHere, done: forget } = useDraft(name);
  const client = useApolloClient();
  const [other, setOther] = useState<Draft | null>(null);
  /** When the last draft was taken over from the server; a form shows that one then. */
  const [taken, setTaken] = useState<string | null>(null);
  const differs = useRef(false);
  const held = useRef(false);

  const differ = useCallback((found: Draft | null) => {
    differs.current = found !== null;
    setOther(found);
  }, []);
  const tell = useCallback(
    (what: Pick<Kept, 'text' | 'more' | 'base'>) =>
      client.mutate({ mutation: SaveDraftDocument, variables: { place: name, ...what } }).then(({ data }) => String(data?.saveDraft)),
    [client, name],
  );
  /** What the server has meets what is here; true when what is here is to be told on. */
  const meetWith = useCallback(
    (found: Draft | null): boolean => {
      const meeting = meet(place.read(), found);
      if (meeting.kind === 'take') {
        place.put(fromServer(meeting.draft));
        setTaken(meeting.draft.at);
      } else if (meeting.kind === 'drop') forget();
      else if (meeting.kind === 'differ') {
        const mine = place.read();
        if (asks || !mine) differ(meeting.other);
        else place.put({ ...mine, base: meeting.other.at });
      }
      return meeting.kind === 'keep';
    },
    [asks, differ, forget, place],
  );

  const saveNow = useCallback(async () => {
    const mine = place.read();
    if (!mine || mine.shared || differs.current || held.current) return;
    try {
      const { text, more, base } = mine;
      const at = await tell({ text, more, base });
      const now = place.read();
      // Sent, or given up, while this was on its way.
      if (!now) return void (await tell({ text: '', more: {}, base: at }));
      const gone = text.trim() === '' && Object.keys(more).length === 0;
      place.put({ ...now, base: gone ? null : at, shared: now.text === text && now.more === more });
    } catch (error) {
      const found = refusalIn(error)?.details['draft'];
      if (found) meetWith(found as Draft);
      // Otherwise the copy in this browser stays, and the next change tries again.
    }
  }, [meetWith, place, tell]);
  const save = useCallback(() => place.inTurn(saveNow), [place, saveNow]);

  useEffect(() => {
    let over = false;
    const look = () =>
      void client.query({ query: DraftDocument, variables: { place: name }, fetchPolicy: 'network-only' }).then(
        ({ data }) => {
          if (!over && !held.current && meetWith((data?.draft as Draft | null | undefined) ?? null)) void save();
        },
        () => undefined,
      );
    const onShow = () => document.visibilityState === 'visible' && look();
    look();
    document.addEventListener('visibilitychange', onShow);
    window.addEventListener('focus', onShow);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', onShow);
      window.removeEventListener('focus', onShow);
      void save();
    };
  }, [client, meetWith, name, save]);
  useEffect(() => {
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [draft, save]);

  const write = useCallback(
    (text: string, more?: Record<string, unknown>) => {
      held.current = false;
      writeHere(text, more);
    },
    [writeHere],
  );
  /** While a text is being sent its draft stays as it is, here and at the server. */
  const hold = useCallback((on: boolean) => void (held.current = on), []);
  /** Ends the draft: it was sent, or is given up. */
  const done = useCallback(
    (saved?: string) => {
      const base = place.read()?.base ?? null;
      forget(saved);
      if (place.read() === null && base !== null) void tell({ text: '', more: {}, base }).catch(() => undefined);
    },
    [forget, place, tell],
  );
  const choose = useCallback(
    (what: 'mine' | 'other' | 'both') => {
      const mine = place.read();
      differ(null);
      if (!other || !mine) return;
      if (what === 'other') {
        place.put(fromServer(other));
        setTaken(other.at);
      } else place.put({ ...mine, text: what === 'both' ? `${mine.text}\n\n${other.text}` : mine.text, base: other.at, shared: false });
    },
    [differ, other, place],
  );
  return { draft, text: draft?.text ?? '', more: draft?.more, taken, write, hold, done, other, choose };
}
