import { Anchor, Text } from '@mantine/core';
import { type Ask, type BoardSnapshot, type WaitsFor, askAt, circleOf, stepsFor } from '@baton/domain';
import { namesInWords } from '../../rhythm/words';
import { useViewer } from '../../session/viewer';
import { useNow } from '../../time/useNow';
import { offerTalk } from './AskView';
import { nameOn, sceneOfAsk } from './askPeople';
import css from './Conversation.module.css';

/** Whoever waits for whom on the whole board, by its cards. */
const waitingOn = (board: BoardSnapshot): WaitsFor[] =>
  board.cards.flatMap(({ owed }) =>
    (owed ?? []).flatMap(({ blocking, fromId, personId }) => (blocking && fromId ? [{ fromId, toId: personId }] : [])),
  );

/** People who wait for each other in a ring: nobody moves until one of them answers (2.16). Says so on each task of the ring. */
export function EachOther({ asks, board }: { asks: readonly Ask[]; board: BoardSnapshot }) {
  const { me } = useViewer();
  const now = useNow();
  const open = asks.filter(({ blocking, closed }) => blocking && closed === null);
  if (open.length === 0) return null;
  const here = open.map(({ askerId, holderId }) => ({ fromId: askerId, toId: holderId }));
  const all = [...waitingOn(board), ...here];
  for (const ask of open) {
    const ring = circleOf({ fromId: ask.askerId, toId: ask.holderId }, all);
    if (!ring) continue;
    const names = ring.map((id) => (id === me.id ? 'You' : nameOn(board, id))).toSorted((a) => (a === 'You' ? -1 : 1));
    const mayTalk = stepsFor(ask, askAt(ask, sceneOfAsk(board, ask, now), now), me.id).includes('talk');
    return (
      <div className={css.ring} role="note">
        <Text size="sm">
          {namesInWords(names)} are waiting on each other. Whoever can answer first, does
          {mayTalk ? (
            <>
              , or{' '}
              <Anchor component="button" type="button" inherit onClick={() => offerTalk(ask.id)}>
                you talk
              </Anchor>
              .
            </>
          ) : (
            '.'
          )}
        </Text>
      </div>
    );
  }
  return null;
}
