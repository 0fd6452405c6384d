import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../../gql';
import { useDraft } from '../draft';

const DraftDocument = graphql(`
  query Draft($place: String!) {
    draft(place: $place)
  }
`);
const SaveDraftDocument = graphql(`
  mutation SaveDraft($place: String!, $text: String!) {
    saveDraft(place: $place, text: $text)
  }
`);

/** A draft that is also kept at the server, so that another device goes on with it. What is here already wins. */
export function useSharedDraft(place: string) {
  const { draft, write, done } = useDraft(place);
  const client = useApolloClient();
  const text = draft?.text ?? '';
  const sent = useRef(text);
  useEffect(() => {
    let over = false;
    void client.query({ query: DraftDocument, variables: { place }, fetchPolicy: 'network-only' }).then(
      ({ data }) => {
        const kept = data?.draft ?? '';
        if (over || kept === '' || sent.current !== '') return;
        sent.current = kept;
        write(kept);
      },
      () => undefined,
    );
    return () => void (over = true);
  }, [client, place, write]);
  useEffect(() => {
    if (text === sent.current) return undefined;
    const save = () => {
      sent.current = text;
      void client.mutate({ mutation: SaveDraftDocument, variables: { place, text } }).catch(() => undefined);
    };
    const timer = setTimeout(save, text === '' ? 0 : 1_200);
    return () => clearTimeout(timer);
  }, [client, place, text]);
  return { text, write, done };
}
