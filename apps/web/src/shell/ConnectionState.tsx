import { useConnection } from '../command/useCommand';
import css from './ConnectionState.module.css';

/** How this page stands with the server, in words. */
export function ConnectionState() {
  const { state, waiting } = useConnection();
  const changes = waiting === 1 ? '1 change waiting' : `${waiting} changes waiting`;
  const words =
    state === 'live'
      ? waiting > 2
        ? `Saving, ${changes}`
        : 'Live'
      : state === 'catching-up'
        ? 'Catching up'
        : waiting > 0
          ? `Offline, ${changes}`
          : 'Offline';
  return (
    <span className={css.state} data-state={state} role="status">
      <span className={css.mark} aria-hidden />
      {words}
    </span>
  );
}
