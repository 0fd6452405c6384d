import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { sentenceFor } from '../ui/refusals';
import css from './MailPage.module.css';

/** As many as the server gives at once. */
const page = 50;

interface Props {
  heading: string;
  /** Said when nothing is there. */
  empty: string;
  /** How many are here; undefined while the first page is on its way. */
  count: number | undefined;
  error: unknown;
  onOlder: () => Promise<unknown>;
  /** The rows, as list items. */
  children: ReactNode;
}

/** A list under a heading that is read page by page, newest first. */
export function PagedList({ heading, empty, count, error, onOlder, children }: Props) {
  const id = useId();
  const [failed, setFailed] = useState<unknown>(null);
  const problem = error ?? failed;
  const older = () => {
    setFailed(null);
    onOlder().catch(setFailed);
  };
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" mb="xs" id={id}>
        {heading}
      </Title>
      {Boolean(problem) && <Alert color="orange">{sentenceFor(problem)}</Alert>}
      {count === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      <ul className={css.list}>{children}</ul>
      {Boolean(count) && Number(count) % page === 0 && (
        <Group mt="sm">
          <Button variant="default" size="xs" onClick={older}>
            Older ones
          </Button>
        </Group>
      )}
    </section>
  );
}
