import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { type BoardSnapshot, dutyAt, leaveWindow, normsLine, normsOf } from '@baton/domain';
import { placeOf } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import css from './BoardPage.module.css';

/** The board's one line of context: the house rules, whose clock its days follow, and who is away this week. */
export function BoardLine({ board }: { board: BoardSnapshot }) {
  const now = useNow();
  const phone = useMediaQuery('(max-width: 640px)');
  const [whole, setWhole] = useState(false);
  const away = board.people.filter(
    (person) =>
      !person.removed &&
      person.calendar?.leave.some((leave) => {
        const { start, end } = leaveWindow(
          person.calendar ?? { zones: [], week: {}, overrides: [], holidays: [], leave: [], focus: [] },
          leave,
        );
        return start < now + 7 * 86_400_000 && end > now;
      }),
  );
  const dutyId = dutyAt(board.rota, board.zone, now);
  const onDuty = board.people.find(({ id }) => id === dutyId)?.name;
  const line = [
    normsLine(normsOf(board.workspaceNorms, board.norms)),
    `Days end in ${placeOf(board.zone)}.`,
    ...(onDuty ? [`Urgent this week: ${onDuty}.`] : []),
    ...(away.length > 0 ? [`Away this week: ${away.map(({ name }) => name).join(', ')}.`] : []),
  ].join(' ');
  // On a phone the line begins; a press shows the rest.
  return phone ? (
    <button type="button" className={css.line} aria-expanded={whole} onClick={() => setWhole(!whole)}>
      {line}
    </button>
  ) : (
    <span title={line}>{line}</span>
  );
}
