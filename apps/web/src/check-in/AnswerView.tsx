import { Link } from 'react-router-dom';
import type { BoardSnapshot, CheckInAnswer, NamedTask } from '@baton/domain';
import { Markdown } from '../task/Markdown';
import { instantInWords } from '../time/words';
import css from './CheckIn.module.css';

/** What one person said on a day. */
export function AnswerView({ answer, board }: { answer: CheckInAnswer; board: BoardSnapshot }) {
  const name = board.people.find(({ id }) => id === answer.personId)?.name ?? 'Somebody who left';
  const several = answer.words.length > 1;
  return (
    <article className={css.answer} aria-label={`Answer of ${name}`}>
      <h2 className={css.person}>
        <bdi>{name}</bdi>{' '}
        <time className={css.soft} dateTime={answer.at} title={answer.at}>
          {instantInWords(answer.at)}
          {answer.editedAt && ', edited'}
        </time>
      </h2>
      {answer.words.map(({ question, text }) => (
        <div key={question}>
          {several && (
            <h3 className={css.question} dir="auto">
              {question}
            </h3>
          )}
          <Markdown text={text} />
        </div>
      ))}
      <Tasks words="Finished" tasks={answer.finished} board={board} />
      <Tasks words="Moving" tasks={answer.moving} board={board} />
      <Tasks words="Stuck" tasks={answer.stuck} board={board} />
    </article>
  );
}

function Tasks({ words, tasks, board }: { words: string; tasks: readonly (NamedTask & { text?: string })[]; board: BoardSnapshot }) {
  if (tasks.length === 0) return null;
  return (
    <div className={css.named}>
      <h3 className={css.question}>{words}</h3>
      <ul className={css.tasks}>
        {tasks.map(({ taskId, number, title, text }) => (
          <li key={taskId}>
            <Link to={`/b/${board.key}/${number}`} className={css.task} dir="auto">
              {board.cards.find(({ id }) => id === taskId)?.title ?? title}
            </Link>
            {text && (
              <span className={css.soft} dir="auto">
                {text.split('\n')[0]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
