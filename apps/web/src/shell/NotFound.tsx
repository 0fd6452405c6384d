import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router-dom';

/** An address that leads nowhere, said in words. */
export function NotFound({ what = 'page' }: { what?: string }) {
  return (
    <Center h="100%" p="md">
      <Stack maw={420} align="center">
        <Title order={1} size="h2">
          This {what} is not here
        </Title>
        <Text ta="center">It was moved, deleted, or it is not shared with you.</Text>
        <Button component={Link} to="/">
          To my boards
        </Button>
      </Stack>
    </Center>
  );
}
