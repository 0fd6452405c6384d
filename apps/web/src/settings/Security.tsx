import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../gql';
import { sentenceFor } from '../ui/refusals';

const ChangePasswordDocument = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`);
const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);
const SignOutEverywhereDocument = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

export function Security() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [change, { loading, error, data }] = useMutation(ChangePasswordDocument);
  const [signOut] = useMutation(SignOutDocument);
  const [signOutEverywhere] = useMutation(SignOutEverywhereDocument);
  const leave = (work: Promise<unknown>) =>
    void work.then(
      () => location.assign('/sign-in'),
      () => undefined,
    );
  return (
    <Stack maw={420} gap="xl">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void change({ variables: { current, next } }).then(
            () => {
              setCurrent('');
              setNext('');
            },
            () => undefined,
          );
        }}
      >
        <Stack>
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            value={current}
            onChange={(e) => setCurrent(e.currentTarget.value)}
            required
          />
          <PasswordInput
            label="New password"
            description="At least 10 characters. Other browsers are signed out."
            autoComplete="new-password"
            value={next}
            onChange={(e) => setNext(e.currentTarget.value)}
            required
          />
          {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
          {data && !error && <Text role="status">Your password is changed.</Text>}
          <Button type="submit" loading={loading}>
            Change password
          </Button>
        </Stack>
      </form>
      <Group>
        <Button variant="default" onClick={() => leave(signOut())}>
          Sign out here
        </Button>
        <Button variant="default" onClick={() => leave(signOutEverywhere())}>
          Sign out everywhere
        </Button>
      </Group>
    </Stack>
  );
}
