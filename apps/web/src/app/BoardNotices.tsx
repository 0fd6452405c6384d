import type { BoardSnapshot } from '@baton/domain';
import { CheckInNotice } from '../check-in/CheckInNotice';
import { StatusNotice } from '../today/StatusNotice';

/** What a board says above its columns: how it stands, and what it asks of the reader today. */
export function BoardNotices({ board }: { board: BoardSnapshot }) {
  return (
    <>
      <StatusNotice board={board} />
      <CheckInNotice board={board} />
    </>
  );
}
