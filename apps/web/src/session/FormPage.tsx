import { Alert, Button, Card, Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { sentenceFor } from '../ui/refusals';

/** A small page with one form; what is typed stays when it is refused. */
export function FormPage(props: {
  title: string;
  lead?: ReactNode;
  action: string;
  busy: boolean;
  error?: unknown;
  onSubmit: () => void;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <Center mih="100dvh" p="md" component="main">
      <Card withBorder radius="lg" padding="xl" w="100%" maw={440}>
        <form
          onSubmit={(e) => {
            e.preventDefault();
            props.onSubmit();
          }}
        >
          <Stack>
            <div>
              <Title order={1} size="h2">
                {props.title}
              </Title>
              {props.lead && (
                <Text c="dimmed" mt={4}>
                  {props.lead}
                </Text>
              )}
            </div>
            {props.children}
            {props.error ? (
              <Alert color="orange" role="alert">
                {sentenceFor(props.error)}
              </Alert>
            ) : null}
            <Button type="submit" loading={props.busy}>
              {props.action}
            </Button>
            {props.foot}
          </Stack>
        </form>
      </Card>
    </Center>
  );
}
