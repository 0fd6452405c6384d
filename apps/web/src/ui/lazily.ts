import { type ComponentType, lazy } from 'react';

const pauseMs = 2_000;

/** Waits for the network, or a little. */
const aWhile = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, pauseMs);
    window.addEventListener('online', () => resolve(), { once: true });
  });

const again = <T>(load: () => Promise<T>): Promise<T> => load().catch(() => aWhile().then(() => again(load)));

/** A part of the page that is loaded when it is first shown; without a network it waits instead of failing. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as React.lazy has it: the props are those of the component
export const lazily = <T extends ComponentType<any>>(load: () => Promise<{ default: T }>) => lazy(() => again(load));
