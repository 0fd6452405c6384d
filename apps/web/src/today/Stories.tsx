import { Link } from 'react-router-dom';
import { useViewer } from '../session/viewer';
import { useBoards } from '../shell/boards';
import css from './CatchUpPage.module.css';

const most = 6;

/** For somebody who is new: where to read what happened before they came. */
export function Stories() {
  const { boards } = useBoards();
  const { workspace } = useViewer();
  if (boards.length === 0) return null;
  return (
    <p className={css.stories}>
      New in {workspace.name}, or on one of its boards? Read what happened there:{' '}
      {boards.slice(0, most).map((board, i) => (
        <span key={board.id}>
          {i > 0 && ', '}
          <Link to={`/b/${board.key}/story`}>{board.name}</Link>
        </span>
      ))}
      .
    </p>
  );
}
