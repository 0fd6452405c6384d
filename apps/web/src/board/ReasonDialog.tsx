import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

/** Asks why a deadline that is close or past moves. */
export function ReasonDialog({ what, onGive, onCancel }: { what: string; onGive: (why: string) => void; onCancel: () => void }) {
  const [why, setWhy] = useState('');
  return (
    <Modal opened onClose={onCancel} title="Why does it move?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (why.trim()) onGive(why.trim());
        }}
      >
        <Stack>
          <Text size="sm">{what}. Its deadline is close or past, so whoever waits for it reads why.</Text>
          <TextInput
            label="Why it moves"
            value={why}
            onChange={(e) => setWhy(e.currentTarget.value)}
            maxLength={300}
            data-autofocus
            dir="auto"
          />
          <Group>
            <Button type="submit" disabled={!why.trim()}>
              Move it
            </Button>
            <Button variant="subtle" color="gray" onClick={onCancel}>
              Leave it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
