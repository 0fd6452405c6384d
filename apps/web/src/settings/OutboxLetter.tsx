import { useQuery } from '@apollo/client/react';
import { Alert, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../gql';
import { sentenceFor } from '../ui/refusals';
import css from './MailPage.module.css';

const OutboxMailDocument = graphql(`
  query OutboxMail($workspaceId: ID!, $id: ID!) {
    outboxMail(workspaceId: $workspaceId, id: $id) {
      id
      html
      body
    }
  }
`);

/** A kept mail as it would look. The frame runs nothing, and its links lead nowhere: they would answer for somebody else. */
export function OutboxLetter({ workspaceId, id }: { workspaceId: string; id: string }) {
  const { data, error } = useQuery(OutboxMailDocument, { variables: { workspaceId, id } });
  const [part, setPart] = useState('html');
  if (error) return <Alert color="orange">{sentenceFor(error)}</Alert>;
  if (!data) return null;
  const { html, body } = data.outboxMail;
  return (
    <div className={css.letter}>
      <SegmentedControl
        size="xs"
        aria-label="Part of the mail"
        value={part}
        onChange={setPart}
        data={[
          { value: 'html', label: 'As it looks' },
          { value: 'text', label: 'Plain text' },
        ]}
      />
      {part === 'html' ? (
        <iframe className={css.frame} title="The mail as it looks" sandbox="" srcDoc={html ?? ''} />
      ) : (
        <pre className={css.plain} dir="auto" tabIndex={0}>
          {body}
        </pre>
      )}
    </div>
  );
}
