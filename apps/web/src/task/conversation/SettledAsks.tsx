import { type Ask, type BoardSnapshot, askAt } from '@baton/domain';
import { useViewer } from '../../session/viewer';
import { readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { nameOn, sceneOfAsk } from './askPeople';
import { askInWords } from './words';
import css from './Conversation.module.css';

/** Nothing is open about an ask any more, and nobody waits to look at its answer. */
export const isSettled = (ask: Ask, board: BoardSnapshot, now: number): boolean =>
  ask.closed !== null && ['accepted', 'withdrawn', 'proceeded'].includes(askAt(ask, sceneOfAsk(board, ask, now), now).state);

/** A thread whose asks are settled, in one line each: "Asha answered: use v2 (Sat)". Opens on demand. */
export function SettledAsks({
  question,
  asks,
  board,
  onOpen,
}: {
  question: string;
  asks: readonly Ask[];
  board: BoardSnapshot;
  onOpen: () => void;
}) {
  const { me } = useViewer();
  const now = useNow();
  const reader = readerZone();
  return (
    <button type="button" className={css.settled} aria-expanded={false} onClick={onOpen}>
      <span className={css.soft} dir="auto">
        {question.split('\n')[0]?.slice(0, 100)}
      </span>
      {asks.map((ask) => {
        const scene = sceneOfAsk(board, ask, now);
        return (
          <span key={ask.id} className={css.settledWords} dir="auto">
            {askInWords(ask, askAt(ask, scene, now), { holder: scene.holder, nameOf: (id) => nameOn(board, id), reader, now, meId: me.id })}
          </span>
        );
      })}
    </button>
  );
}
