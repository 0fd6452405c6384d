import { useMutation } from '@apollo/client/react';
import { PasswordInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { graphql } from '../gql';
import { client } from './apollo';
import { FormPage } from './FormPage';

const SignInDocument = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      id
    }
  }
`);

export function SignInPage() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, { loading, error }] = useMutation(SignInDocument);
  const to = search.get('to') ?? '/';

  const submit = async () => {
    const done = await signIn({ variables: { email, password } }).catch(() => null);
    if (!done?.data) return;
    await client.clearStore();
    // Only an address of our own: a link from elsewhere must not send people away after they signed in.
    void navigate(/^\/(?!\/)/.test(to) ? to : '/');
  };
  return (
    <FormPage
      title="Sign in"
      action="Sign in"
      busy={loading}
      error={error}
      onSubmit={() => void submit()}
      foot={
        <Text size="sm" c="dimmed">
          New here? Ask somebody in your team for an invitation link.
        </Text>
      }
    >
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(e) => setEmail(e.currentTarget.value)}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(e) => setPassword(e.currentTarget.value)}
      />
    </FormPage>
  );
}
