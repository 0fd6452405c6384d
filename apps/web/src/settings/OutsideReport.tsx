import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { DeliveryReport } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { useNow } from '../time/useNow';
import { instantInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import css from './DeliveriesPage.module.css';

const ReportDocument = graphql(`
  query DeliveryReport($workspaceId: ID!, $month: String!) {
    deliveryReport(workspaceId: $workspaceId, month: $month)
  }
`);
const ways: Record<string, string> = { mail: 'Mail', push: 'Push', webhook: 'Urgent gateway' };
/** The worker comes round every minute; after this long something is wrong. */
const lateMs = 10 * 60_000;

/** For admins: what was sent in a month, and how much of it outside working hours. Nobody is named. */
export function OutsideReport() {
  const { workspace } = useViewer();
  const now = useNow();
  const [month, setMonth] = useState(new Date(now).toISOString().slice(0, 7));
  const whole = /^\d{4}-\d{2}$/.test(month);
  const { data, error } = useQuery(ReportDocument, {
    variables: { workspaceId: workspace.id, month },
    fetchPolicy: 'cache-and-network',
    skip: !whole,
  });
  const report = data?.deliveryReport as DeliveryReport | undefined;
  return (
    <Stack component="section" gap="xs" aria-label="Sent outside working hours">
      <Title order={3} size="h4">
        Sent outside working hours
      </Title>
      <Text size="sm" c="dimmed">
        Only what is urgent, to people who allowed it, may be. This counts it month by month.
      </Text>
      <TextInput type="month" label="Month" w={200} value={month} onChange={(e) => setMonth(e.currentTarget.value)} />
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
      {report && <Numbers report={report} now={now} />}
      {whole && (
        <Anchor size="sm" href={`/delivery/report.csv?workspace=${workspace.id}&month=${month}`} download>
          Save it as a table (CSV)
        </Anchor>
      )}
    </Stack>
  );
}

function Numbers({ report, now }: { report: DeliveryReport; now: number }) {
  const sum = (rows: DeliveryReport['rows'], pick: 'sent' | 'outside') => rows.reduce((n, row) => n + row[pick], 0);
  const plain = report.rows.filter((row) => row.class !== 'urgent');
  const urgent = report.rows.filter((row) => row.class === 'urgent');
  const late = report.lastTick === null || now - Date.parse(report.lastTick) > lateMs;
  return (
    <>
      <Text size="sm">
        {sum(plain, 'sent')} sent, {sum(plain, 'outside')} of them outside working hours. Urgent: {sum(urgent, 'sent')} sent,{' '}
        {sum(urgent, 'outside')} outside.
      </Text>
      {(report.trying > 0 || report.failed > 0) && (
        <Text size="sm">
          {report.trying > 0 && `${report.trying} could not be handed over yet and are tried again. `}
          {report.failed > 0 && `${report.failed} were given up; their receivers see them on the page.`}
        </Text>
      )}
      {late && (
        <Text size="sm" role="status">
          The worker is late: it last came round {report.lastTick ? instantInWords(report.lastTick, new Date(now)) : 'never'}. What is due
          is on the page all the same; messages go out when it runs again.
        </Text>
      )}
      {report.rows.length > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Way</th>
              <th scope="col">Sent</th>
              <th scope="col">Outside hours</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(ways).map(([channel, words]) => {
              const rows = report.rows.filter((row) => row.channel === channel);
              return rows.length === 0 ? null : (
                <tr key={channel}>
                  <td>{words}</td>
                  <td>{sum(rows, 'sent')}</td>
                  <td>{sum(rows, 'outside')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
