import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { type BoardSnapshot, timeAt } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { openFor, useCheckIns } from './useCheckIns';
import { checkInPath } from './words';
import css from './CheckIn.module.css';

/** What the board asks of the reader today, in one quiet line that goes away with the day. */
export function CheckInNotice({ board }: { board: BoardSnapshot }) {
  const { me } = useViewer();
  const { run } = useCommand();
  const now = useNow();
  const { list } = useCheckIns(board.id);
  const asked = (list?.checkIns ?? []).flatMap((checkIn) => {
    const open = openFor(checkIn, board, list?.recent ?? [], me.id, now);
    return open?.standing.state === 'asked' && open.standing.times ? [{ checkIn, on: open.on, until: open.standing.times.closesAt }] : [];
  });
  if (board.archivedAt) return null;
  return asked.map(({ checkIn, on, until }) => (
    <p key={checkIn.id} className={css.notice}>
      <span>
        <bdi>{checkIn.title}</bdi> is asked of you, until {timeAt(readerZone(), until)}.
      </span>
      <Button size="compact-xs" variant="subtle" component={Link} to={checkInPath(board.key, checkIn.id, on)}>
        Answer
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() =>
          void run({
            boardId: board.id,
            operation: 'answerCheckIn',
            input: { checkInId: checkIn.id, on, pass: true, words: [], finishedIds: [], movingIds: [], stuck: [] },
            words: `Passed: ${checkIn.title}`,
            undo: 'none',
          })
        }
      >
        Pass
      </Button>
    </p>
  ));
}
