import { makeVar } from '@apollo/client';
import { useReactiveVar } from '@apollo/client/react';
import { Suspense } from 'react';
import { lazily } from './lazily';

const wanted = makeVar(false);
const Shown = lazily(() => import('@mantine/notifications').then((m) => ({ default: m.Notifications })));

/** The store of messages, loaded with the first thing that somebody does: reading a board needs none. */
export async function toasts() {
  const { notifications } = await import('@mantine/notifications');
  wanted(true);
  return notifications;
}

/** Where messages appear. */
export function Toasts() {
  return (
    useReactiveVar(wanted) && (
      <Suspense fallback={null}>
        <Shown position="bottom-left" limit={3} />
      </Suspense>
    )
  );
}
