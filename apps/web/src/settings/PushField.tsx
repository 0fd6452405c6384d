import { Button, Group, Text } from '@mantine/core';
import { instantInWords } from '../time/words';
import css from './MailPage.module.css';
import { usePush } from './usePush';

/** The browsers that show messages, and the button with which this one begins to. */
export function PushField() {
  const { able, here, devices, problem, allow, remove } = usePush();
  return (
    <div>
      {!able && (
        <Text size="sm" c="dimmed">
          This browser cannot show messages. On an iPhone, put Baton on the home screen first.
        </Text>
      )}
      {able && !here && (
        <Group>
          <Button variant="default" onClick={() => void allow()}>
            Show messages in this browser
          </Button>
        </Group>
      )}
      <Text size="sm" className={css.late} role="alert" mt={4}>
        {problem}
      </Text>
      {devices.length > 0 && (
        <ul className={css.list} aria-label="Browsers that show messages">
          {devices.map((device) => (
            <li key={device.id} className={css.row}>
              <Text size="sm" className={css.words}>
                {device.name}
                <Text span size="xs" c="dimmed">
                  , since {instantInWords(String(device.createdAt))}
                </Text>
              </Text>
              <Button
                size="xs"
                variant="default"
                aria-label={`Show no more messages in ${device.name}`}
                onClick={() => void remove(device.id)}
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
