import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '../gql';

const PushDocument = graphql(`
  query PushDevices {
    pushKey
    pushDevices {
      id
      name
      createdAt
    }
  }
`);
const AddDocument = graphql(`
  mutation AddPushDevice($input: AddPushDeviceInput!) {
    addPushDevice(input: $input) {
      id
    }
  }
`);
const RemoveDocument = graphql(`
  mutation RemovePushDevice($id: ID!) {
    removePushDevice(id: $id)
  }
`);

/** "Firefox on Linux", as well as a browser tells. */
export function browserName(agent: string): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : 'Browser';
  const system = /Android/.test(agent)
    ? 'Android'
    : /iPhone|iPad/.test(agent)
      ? 'iOS'
      : /Windows/.test(agent)
        ? 'Windows'
        : /Mac OS/.test(agent)
          ? 'macOS'
          : /Linux/.test(agent)
            ? 'Linux'
            : 'this computer';
  return `${browser} on ${system}`;
}

const able = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** Whether this browser is set up to show messages. */
async function subscribed(): Promise<boolean> {
  const registration = able() ? await navigator.serviceWorker.getRegistration('/push.js') : undefined;
  return !!(await registration?.pushManager.getSubscription());
}

/** Messages in this browser: whether it can show them, does, or was told not to; and the other browsers of the person. */
export function usePush() {
  const { data, refetch } = useQuery(PushDocument, { fetchPolicy: 'cache-and-network' });
  const [addDevice] = useMutation(AddDocument);
  const [removeDevice] = useMutation(RemoveDocument);
  const [here, setHere] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let shown = true;
    void subscribed().then((is) => shown && setHere(is));
    return () => {
      shown = false;
    };
  }, []);

  /** Asks the browser, and keeps what it gives. Every reason for which it does not work is a sentence. */
  const allow = async () => {
    setProblem(null);
    if ((await Notification.requestPermission()) !== 'granted')
      return setProblem('This browser was told not to show messages of Baton. Its settings for this page can change that.');
    try {
      const registration = await navigator.serviceWorker.register('/push.js');
      await navigator.serviceWorker.ready;
      const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: data?.pushKey ?? '' });
      const { endpoint, keys } = subscription.toJSON();
      const input = {
        endpoint: endpoint ?? '',
        p256dh: keys?.['p256dh'] ?? '',
        auth: keys?.['auth'] ?? '',
        name: browserName(navigator.userAgent),
      };
      await addDevice({ variables: { input } });
      await refetch();
      setHere(true);
    } catch {
      setProblem(
        'This browser could not be set up for messages: its push service does not answer, or refuses. Mail reaches you all the same.',
      );
    }
  };

  /** Takes a browser away; when it is this one, the browser is told too. */
  const remove = async (id: string) => {
    await removeDevice({ variables: { id } });
    const { data: left } = await refetch();
    if (left && left.pushDevices.length === 0) {
      const registration = able() ? await navigator.serviceWorker.getRegistration('/push.js') : undefined;
      await (await registration?.pushManager.getSubscription())?.unsubscribe();
    }
    setHere(await subscribed());
  };

  return { able: able(), here, devices: data?.pushDevices ?? [], problem, allow, remove };
}
