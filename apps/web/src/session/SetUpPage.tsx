import { useMutation, useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router-dom';
import { graphql } from '../gql';
import { AccountFields, browserZone } from './AccountFields';
import { client } from './apollo';
import { FormPage } from './FormPage';
import { SessionDocument } from './viewer';

const SetUpDocument = graphql(`
  mutation SetUp($input: SetUpInput!) {
    setUp(input: $input) {
      id
    }
  }
`);

/** First start: the first account and its workspace. */
export function SetUpPage() {
  const { data } = useQuery(SessionDocument);
  const navigate = useNavigate();
  const [workspaceName, setWorkspaceName] = useState('');
  const [account, setAccount] = useState({ name: '', email: '', password: '' });
  const [setUp, { loading, error }] = useMutation(SetUpDocument);
  if (data && !data.setup.needed && !loading) return <Navigate to="/" replace />;

  const submit = async () => {
    const done = await setUp({ variables: { input: { workspaceName, account: { ...account, zone: browserZone() } } } }).catch(() => null);
    if (!done?.data) return;
    await client.clearStore();
    void navigate('/');
  };
  return (
    <FormPage
      title="Welcome to Baton"
      lead="Create your account and the workspace of your team."
      action="Create workspace"
      busy={loading}
      error={error}
      onSubmit={() => void submit()}
    >
      <TextInput
        label="Name of the workspace"
        description="Your team, club or company."
        required
        value={workspaceName}
        onChange={(e) => setWorkspaceName(e.currentTarget.value)}
        dir="auto"
      />
      <AccountFields account={account} onChange={setAccount} />
    </FormPage>
  );
}
