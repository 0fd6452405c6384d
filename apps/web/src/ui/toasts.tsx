import { makeVar } from '@apollo/client';
import { useReactiveVar } from '@apollo/client/react';
import { Suspense, lazy } from 'react';

const wanted = makeVar(false);
const Shown = lazy(() => import('@mantine/notifications').then((m) => ({ default: m.Notifications })));

/** The store of messages, loaded with the first thing that somebody does: reading a board needs none. */
export function toasts() {
  wanted(true);
  return import('@mantine/notifications').then((m) => m.notifications);
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
