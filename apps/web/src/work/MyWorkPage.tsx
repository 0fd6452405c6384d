import { useQuery } from '@apollo/client/react';
import { Alert, Text, Title } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { MyTask } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { PageHeader } from '../shell/PageHeader';
import { deadlineInWords, momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import { sections } from './sections';
import css from './MyWorkPage.module.css';

const MyWorkDocument = graphql(`
  query MyWork($workspaceId: ID!) {
    myWork(workspaceId: $workspaceId)
  }
`);

/** Everything that concerns me, across boards: my move first, then what I wait for. */
export function MyWorkPage() {
  const { me, workspace } = useViewer();
  const now = useNow();
  const { data, error } = useQuery(MyWorkDocument, {
    variables: { workspaceId: workspace.id },
    fetchPolicy: 'cache-and-network',
    pollInterval: 30_000,
  });
  const tasks = (data?.myWork as MyTask[] | undefined) ?? [];
  const shown = sections(tasks, me.id);
  return (
    <>
      <PageHeader title={<h1 style={{ all: 'unset' }}>My work</h1>} context="Across all boards, soonest first." />
      <div className={css.page}>
        {error && !data && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {data && tasks.length === 0 && <Text className={css.nothing}>Nothing is yours at the moment.</Text>}
        {shown.map(({ name, empty, tasks: list }) => (
          <section key={name} aria-label={name} className={css.section}>
            <Title order={2} size="h4">
              {name}
            </Title>
            {list.length === 0 ? (
              <Text size="sm" c="dimmed">
                {empty}
              </Text>
            ) : (
              <ul className={css.list}>
                {list.map((task) => (
                  <Row key={task.id} task={task} meId={me.id} now={now} />
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function Row({ task, meId, now }: { task: MyTask; meId: string; now: number }) {
  const zone = readerZone();
  const by = task.moveBy === null ? null : Date.parse(task.moveBy);
  const late = by !== null && by <= now;
  const due =
    task.dueOn !== null
      ? deadlineInWords(
          { on: task.dueOn, time: task.dueTime, zone: task.dueZone ?? task.boardZone },
          zone,
          now,
          task.dueAt === null ? null : Date.parse(task.dueAt),
        )
      : null;
  const mine = task.movePersonId === meId;
  return (
    <li className={css.row}>
      <Link className={css.link} to={`/b/${task.boardKey}/${task.number}`}>
        <span className={css.baton} data-mine={mine} aria-hidden />
        <span className={css.words}>
          <span className={css.title} dir="auto">
            {task.title}
          </span>
          <span className={css.move} data-late={late}>
            {!mine && <bdi>{task.movePersonName ?? 'no owner'} · </bdi>}
            {task.counter && task.dueSetById === meId && task.counter.byId !== meId
              ? `proposes ${deadlineInWords(task.counter, zone, now).short}: “${task.counter.why}”`
              : task.moveWhat}
            {by !== null && !task.counter && `${late ? ' since' : ' by'} ${momentInShort(by, zone, now)}`}
          </span>
        </span>
        <span className={css.meta} title={due?.whole}>
          <span>
            {task.boardKey}-{task.number}
          </span>
          <span>{due ? due.short : task.revisitOn ? `look again ${dayInWords(task.revisitOn, '')}` : 'no deadline'}</span>
        </span>
      </Link>
    </li>
  );
}
