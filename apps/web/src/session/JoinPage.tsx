import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { graphql } from '../gql';
import { sentenceFor } from '../ui/refusals';
import { AccountFields, browserZone } from './AccountFields';
import { client } from './apollo';
import { FormPage } from './FormPage';
import { SessionDocument } from './viewer';

const OfferDocument = graphql(`
  query Offer($token: String!) {
    invitation(token: $token) {
      workspaceName
      invitedBy
      role
      expiresAt
      claimsName
    }
  }
`);
const AcceptDocument = graphql(`
  mutation Accept($token: String!, $account: AccountInput) {
    acceptInvitation(token: $token, account: $account) {
      id
    }
  }
`);

/** Takes an invitation: with a new account, or as the person who is signed in. */
export function JoinPage() {
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const offer = useQuery(OfferDocument, { variables: { token } });
  const session = useQuery(SessionDocument);
  const [accept, { loading, error }] = useMutation(AcceptDocument);
  const [account, setAccount] = useState({ name: '', email: '', password: '' });
  const me = session.data?.me;
  const offered = offer.data?.invitation;

  const submit = async () => {
    const done = await accept({ variables: { token, account: me ? null : { ...account, zone: browserZone() } } }).catch(() => null);
    if (!done?.data) return;
    await client.clearStore();
    void navigate('/');
  };
  if (offer.error)
    return (
      <FormPage
        title="This invitation does not work"
        lead={sentenceFor(offer.error)}
        action="To Baton"
        busy={false}
        onSubmit={() => void navigate('/')}
      >
        {null}
      </FormPage>
    );
  if (!offered || !session.data) return null;
  return (
    <FormPage
      title={`Join ${offered.workspaceName}`}
      lead={`${offered.invitedBy} invites you as ${offered.role}.${offered.claimsName ? ` What the import says of ${offered.claimsName} becomes yours.` : ''}`}
      action={me ? `Join as ${me.name}` : 'Create account and join'}
      busy={loading}
      error={error}
      onSubmit={() => void submit()}
      foot={
        !me && (
          <Text size="sm" c="dimmed">
            Have an account?{' '}
            <Anchor underline="always" component={Link} to={`/sign-in?to=${encodeURIComponent(`/join/${token}`)}`}>
              Sign in
            </Anchor>{' '}
            first.
          </Text>
        )
      }
    >
      {!me && <AccountFields account={{ ...account, name: account.name || offered.claimsName || '' }} onChange={setAccount} />}
    </FormPage>
  );
}
