import { type ApolloClient, makeVar } from '@apollo/client';
import type { BoardEvent, Change } from '@baton/domain';
import { type RefusalShown, refusalIn } from '../ui/refusals';
import { type OperationName, operations } from './operations';

/** A command that the server has not acknowledged yet. */
export interface Pending {
  /** The command id: the server applies each once, however often it is sent. */
  id: string;
  boardId: string;
  operation: OperationName;
  variables: Record<string, unknown>;
  /** What the board shows until the answer is there. */
  provisional: Change[];
  /** For the toast: "Moved 3 tasks". */
  words: string;
  undoable: boolean;
  /** The number of the answer's event; the overlay stays until the board has read that far. */
  seq?: number;
}

export type Outcome = { events: BoardEvent[]; refusal?: undefined } | { events?: undefined; refusal: RefusalShown };

/** All commands that wait, oldest first. */
export const waiting = makeVar<Pending[]>([]);
/** Whether the last try reached the server. */
export const reachable = makeVar(true);

const storageKey = (personId: string) => `baton.outbox.${personId}`;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends commands one after the other, keeps them over reloads, and tries again while the server is away. */
export class Outbox {
  private readonly settle = new Map<string, (outcome: Outcome) => void>();
  private sending = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly client: Pick<ApolloClient, 'mutate'>,
    private readonly personId: string,
    private readonly onEvents: (events: BoardEvent[]) => void,
  ) {
    const kept = localStorage.getItem(storageKey(personId));
    if (kept) waiting(JSON.parse(kept) as Pending[]);
    window.addEventListener('online', () => this.wake?.());
  }

  /** Queues the command and answers when the server did, be it after a reload of the network. */
  run(command: Pending): Promise<Outcome> {
    this.write([...waiting(), command]);
    const outcome = new Promise<Outcome>((resolve) => this.settle.set(command.id, resolve));
    void this.flush();
    return outcome;
  }

  /** Forgets overlays that the board has caught up with. */
  caughtUp(boardId: string, seq: number) {
    const left = waiting().filter((p) => p.boardId !== boardId || p.seq === undefined || p.seq > seq);
    if (left.length < waiting().length) this.write(left);
  }

  /** Sends what waits; called at start and by every new command. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    let tries = 0;
    try {
      for (;;) {
        const next = waiting().find((p) => p.seq === undefined);
        if (!next) return;
        try {
          const events = await this.send(next);
          tries = 0;
          reachable(true);
          const mine = events.find((event) => event.boardId === next.boardId) ?? events[0];
          this.write(waiting().map((p) => (p.id === next.id ? { ...p, seq: mine?.seq ?? 0 } : p)));
          this.onEvents(events);
          this.done(next.id, { events });
        } catch (error) {
          const refusal = refusalIn(error);
          if (refusal && refusal.code !== 'UNAUTHENTICATED') {
            reachable(true);
            this.write(waiting().filter((p) => p.id !== next.id));
            this.done(next.id, { refusal });
            continue;
          }
          reachable(false);
          tries += 1;
          // Woken at once when the browser says that the network is back.
          await Promise.race([
            pause(Math.min(15_000, 500 * 2 ** tries) * (0.7 + Math.random() * 0.6)),
            new Promise<void>((resolve) => (this.wake = resolve)),
          ]);
        }
      }
    } finally {
      this.sending = false;
    }
  }

  private async send({ operation, variables }: Pending): Promise<BoardEvent[]> {
    const { data } = await this.client.mutate<{ event: BoardEvent | BoardEvent[] }>({
      mutation: operations[operation] as never,
      variables,
      fetchPolicy: 'no-cache',
    });
    return data ? [data.event].flat() : [];
  }

  private done(id: string, outcome: Outcome) {
    this.settle.get(id)?.(outcome);
    this.settle.delete(id);
  }

  private write(next: Pending[]) {
    waiting(next);
    const unsent = next.filter((p) => p.seq === undefined);
    try {
      if (unsent.length > 0) localStorage.setItem(storageKey(this.personId), JSON.stringify(unsent));
      else localStorage.removeItem(storageKey(this.personId));
    } catch {
      // A full or forbidden storage: the commands still go out, they only do not survive a reload.
    }
  }
}
