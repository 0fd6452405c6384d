import { allZones } from '@baton/domain';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';

const EditProfileDocument = graphql(`
  mutation EditProfile($input: EditProfileInput!) {
    editProfile(input: $input) {
      id
      name
      email
      zone
    }
  }
`);

export function Profile() {
  const { me } = useViewer();
  const [profile, setProfile] = useState({ name: me.name, email: me.email ?? '', zone: me.zone });
  const [edit, { loading, error, data }] = useMutation(EditProfileDocument);
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        void edit({ variables: { input: profile } }).catch(() => undefined);
      }}
    >
      <Stack maw={420}>
        <TextInput
          label="Name"
          value={profile.name}
          onChange={(e) => setProfile({ ...profile, name: e.currentTarget.value })}
          required
          dir="auto"
        />
        <TextInput
          label="E-mail"
          type="email"
          value={profile.email}
          onChange={(e) => setProfile({ ...profile, email: e.currentTarget.value })}
          required
        />
        <Select
          label="Time zone"
          data={allZones()}
          value={profile.zone}
          searchable
          allowDeselect={false}
          onChange={(zone) => zone && setProfile({ ...profile, zone })}
        />
        {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
        <Button type="submit" loading={loading}>
          {data && !loading ? 'Saved' : 'Save'}
        </Button>
      </Stack>
    </form>
  );
}
