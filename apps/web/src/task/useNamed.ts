import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** Whether the address names this part of the page, which is then brought into view. */
export function useNamed<T extends HTMLElement>(id: string) {
  const { hash } = useLocation();
  const ref = useRef<T>(null);
  const named = hash === `#${id}`;
  useEffect(() => {
    if (named) ref.current?.scrollIntoView({ block: 'center' });
  }, [named]);
  return { id, ref, named };
}
