import { zoneName } from '@baton/domain';
import { PasswordInput, TextInput } from '@mantine/core';

export interface Account {
  name: string;
  email: string;
  password: string;
}

/** Name, e-mail and a new password. */
export function AccountFields({ account, onChange }: { account: Account; onChange: (account: Account) => void }) {
  const set = (field: keyof Account) => (e: { currentTarget: { value: string } }) =>
    onChange({ ...account, [field]: e.currentTarget.value });
  return (
    <>
      <TextInput label="Your name" autoComplete="name" required value={account.name} onChange={set('name')} dir="auto" />
      <TextInput label="E-mail" type="email" autoComplete="username" required value={account.email} onChange={set('email')} />
      <PasswordInput
        label="Password"
        description="At least 10 characters."
        autoComplete="new-password"
        required
        value={account.password}
        onChange={set('password')}
      />
    </>
  );
}

/** The browser's own IANA zone. */
export const browserZone = () => zoneName(Intl.DateTimeFormat().resolvedOptions().timeZone) || 'UTC';
