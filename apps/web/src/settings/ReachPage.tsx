import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { instantInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import css from './MailPage.module.css';
import { PushField } from './PushField';
import { Webhooks } from './Webhooks';

const ReachDocument = graphql(`
  query MyReach {
    myReach {
      personId
      email
      mail
      push
      refusedAt
      refusedWhy
    }
  }
`);
const ChooseReachDocument = graphql(`
  mutation ChooseReach($mail: Boolean, $push: Boolean) {
    chooseReach(mail: $mail, push: $push) {
      personId
      mail
      push
    }
  }
`);
const TryAgainDocument = graphql(`
  mutation TryMyAddressAgain($workspaceId: ID!, $personId: ID!) {
    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {
      personId
      refusedAt
      refusedWhy
    }
  }
`);

/** How Baton reaches me outside the page, and whether my address works. */
export function ReachPage() {
  const { workspace } = useViewer();
  const { data, error, refetch } = useQuery(ReachDocument, { fetchPolicy: 'cache-and-network' });
  const [choose, chosen] = useMutation(ChooseReachDocument);
  const [tryAgain, tried] = useMutation(TryAgainDocument);
  const problem = error ?? chosen.error ?? tried.error;
  const reach = data?.myReach;
  const then = (work: Promise<unknown>) =>
    void work.then(
      () => refetch(),
      () => undefined,
    );
  return (
    <Stack maw={560} gap="lg" pb="xl">
      <div>
        <Title order={2} size="h3">
          How Baton reaches me
        </Title>
        <Text size="sm" c="dimmed">
          One message for each time of delivery, only in your working hours. What you handled meanwhile is left out, and with nothing to say
          nothing is sent.
        </Text>
      </div>
      {problem && <Alert color="orange">{sentenceFor(problem)}</Alert>}
      {reach && (
        <>
          <Switch
            label="Mail"
            description={reach.email ? `To ${reach.email}. You can answer from the mail.` : 'Your account has no address.'}
            checked={reach.mail}
            disabled={!reach.email}
            onChange={(e) => then(choose({ variables: { mail: e.currentTarget.checked } }))}
          />
          {reach.refusedAt && (
            <div className={css.note}>
              <Text size="sm" fw={600} className={css.late}>
                Your address was refused
              </Text>
              <Text size="sm">
                A mail server said {instantInWords(String(reach.refusedAt))} that {reach.email} takes no mail, so nothing is sent there.
              </Text>
              <Text size="sm" mt={4} ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {reach.refusedWhy}
              </Text>
              <Group mt="sm">
                <Button
                  size="xs"
                  variant="default"
                  loading={tried.loading}
                  onClick={() => then(tryAgain({ variables: { workspaceId: workspace.id, personId: reach.personId } }))}
                >
                  It works, try it again
                </Button>
                <Text size="sm">or write another under My account.</Text>
              </Group>
            </div>
          )}
          <Switch
            label="Messages in my browsers"
            description="Instead of mail, wherever you allow it below."
            checked={reach.push}
            onChange={(e) => then(choose({ variables: { push: e.currentTarget.checked } }))}
          />
          {reach.push && <PushField />}
        </>
      )}
      <Webhooks forAll={false} />
    </Stack>
  );
}
