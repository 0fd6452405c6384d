import { Link } from 'react-router-dom';
import type { Brief } from '@baton/domain';
import page from './TodayPage.module.css';
import css from './CatchUpPage.module.css';

const most = 100;

/** Where something happened that needs nothing of the reader: one line, and the tasks for whoever looks. */
export function Others({ others }: { others: Brief['others'] }) {
  return (
    <details className={page.fold}>
      <summary>{others.length === 1 ? 'One other task' : `${others.length} other tasks`} had activity. Nothing there needs you.</summary>
      <ul className={css.others}>
        {others.slice(0, most).map(({ taskId, taskKey, title, events }) => (
          <li key={taskId}>
            <Link to={`/t/${taskKey}`}>
              <span className={css.otherKey}>{taskKey}</span> <bdi>{title}</bdi>
            </Link>
            <span className={css.count}>{events === 1 ? 'one change' : `${events} changes`}</span>
          </li>
        ))}
        {others.length > most && <li>and {others.length - most} more</li>}
      </ul>
    </details>
  );
}
