import { Link } from 'react-router-dom';
import { type BoardSnapshot, stillWaitingFor } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { useNow } from '../time/useNow';
import { dayInWords, dayOf } from '../time/words';
import { useStatuses } from './useStatuses';
import css from './Status.module.css';

/** How the board stood when somebody last told it, in one quiet line. */
export function StatusNotice({ board }: { board: BoardSnapshot }) {
  const { me } = useViewer();
  const now = useNow();
  const [status] = useStatuses(board.id).statuses ?? [];
  if (!status) return null;
  const asked = stillWaitingFor(status).some(({ id }) => id === me.id);
  return (
    <p className={css.notice}>
      <Link to={`/b/${board.key}/status`} className={css.noticeLink}>
        <span className={css.health} data-health={status.health}>
          {status.health}
        </span>{' '}
        <bdi>{status.headline}</bdi>
      </Link>
      <span>
        {status.authorName}, {dayInWords(dayOf(new Date(status.publishedAt)), dayOf(new Date(now)))}
        {asked && '. Your word is asked.'}
      </span>
    </p>
  );
}
