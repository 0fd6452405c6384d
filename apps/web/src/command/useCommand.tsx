import { useReactiveVar } from '@apollo/client/react';
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import type { BoardEvent, Change } from '@baton/domain';
import { client, socketState } from '../session/apollo';
import { useViewer } from '../session/viewer';
import { sentenceOf } from '../ui/refusals';
import { toasts } from '../ui/toasts';
import { foldEvents } from './fold';
import type { OperationName } from './operations';
import { Outbox, type Outcome, type Pending, reachable, waiting } from './outbox';

/** What a caller says of a command; the id is made here. */
export interface Command {
  boardId: string;
  operation: OperationName;
  /** The variables but for the command id, which goes where the operation takes it. */
  input: Record<string, unknown>;
  provisional?: Change[];
  words: string;
  /** Undoable commands are remembered for Ctrl+Z; `toast` also offers it at once. */
  undo?: 'toast' | 'quiet' | 'none';
}

const OutboxContext = createContext<Outbox | null>(null);
const stackKey = 'baton.undo';
const readStack = (): { boardId: string; id: string; words: string }[] => JSON.parse(sessionStorage.getItem(stackKey) ?? '[]') as never;
const writeStack = (stack: ReturnType<typeof readStack>) => sessionStorage.setItem(stackKey, JSON.stringify(stack.slice(-50)));

/** What a command of this tab did, if it can still be taken back; null for every other. */
export const undoableWords = (commandId: string): string | null => readStack().find(({ id }) => id === commandId)?.words ?? null;

/** Holds the outbox of the signed-in person. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const { me } = useViewer();
  const [outbox] = useState(() => new Outbox(client, me.id, (events: BoardEvent[]) => foldEvents(events)));
  useEffect(() => void outbox.flush(), [outbox]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('useOutbox needs CommandProvider above it');
  return outbox;
}

const wrapped = new Set<OperationName>([
  'moveColumn',
  'archiveColumn',
  'archiveBoard',
  'deleteLabel',
  'editChecklist',
  'deleteChecklist',
  'moveChecklistItem',
  'deleteChecklistItem',
  'convertChecklistItem',
  'undoCommand',
  'followTask',
]);

function pendingOf({ boardId, operation, input, provisional = [], words, undo = 'quiet' }: Command): Pending {
  const id = crypto.randomUUID();
  const variables = wrapped.has(operation) ? { ...input, commandId: id } : { input: { ...input, commandId: id } };
  return { id, boardId, operation, variables, provisional, words, undoable: undo !== 'none' };
}

/** Runs commands: shown at once, sent in order, refused with a sentence, undone from the toast or with Ctrl+Z. */
export function useCommand() {
  const outbox = useOutbox();

  const take = useCallback(
    async (command: Command): Promise<Outcome> => {
      const pending = pendingOf(command);
      // Remembered before the answer is there: commands go out in order, so an undo that is asked for at once follows its command.
      if (pending.undoable) writeStack([...readStack(), { boardId: pending.boardId, id: pending.id, words: pending.words }]);
      void toasts().catch(() => undefined);
      const outcome = await outbox.run(pending);
      if (outcome.refusal) {
        writeStack(readStack().filter(({ id }) => id !== pending.id));
        void tell({ message: `${pending.words}: not saved. ${sentenceOf(outcome.refusal)}`, color: 'orange', autoClose: 9_000 });
      }
      return outcome;
    },
    [outbox],
  );

  const undo = useCallback(
    async function undoEntry(entry?: { boardId: string; id: string; words: string }): Promise<void> {
      const stack = readStack();
      const last = entry ?? stack.at(-1);
      if (!last) return void tell({ message: 'There is nothing to take back.', autoClose: 3_000 });
      writeStack(stack.filter(({ id }) => id !== last.id));
      const outcome = await outbox.run(
        pendingOf({
          boardId: last.boardId,
          operation: 'undoCommand',
          input: { undoes: last.id },
          words: `Undone: ${last.words}`,
          undo: 'none',
        }),
      );
      if (outcome.refusal) return void tell({ message: sentenceOf(outcome.refusal), color: 'orange', autoClose: 8_000 });
      const again = outcome.events[0]?.commandId;
      if (again)
        void offer(
          `Undone: ${last.words}`,
          'Bring it again',
          () => void undoEntry({ boardId: last.boardId, id: again, words: last.words }),
        );
    },
    [outbox],
  );

  const run = useCallback(
    (command: Command): Promise<Outcome> => {
      const outcome = take(command);
      if (command.undo === 'toast')
        void outcome.then((done) => {
          const id = done.events?.[0]?.commandId;
          if (id) void offer(command.words, 'Undo', () => void undo({ boardId: command.boardId, id, words: command.words }));
        });
      return outcome;
    },
    [take, undo],
  );

  return useMemo(() => ({ run, undo: () => undo(), undoOne: undo }), [run, undo]);
}

const closeButtonProps = { 'aria-label': 'Dismiss' };

/** Says something at the edge of the page. */
const tell = (message: { message: ReactNode; color?: string; autoClose: number }) =>
  toasts().then(
    (notifications) => notifications.show({ ...message, closeButtonProps }),
    () => undefined,
  );

/** The last offer; a new one takes its place, so that they never pile up. */
let offered: string | null = null;

async function offer(words: string, label: string, act: () => void) {
  const notifications = await toasts().catch(() => null);
  if (!notifications) return;
  if (offered) notifications.hide(offered);
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" lineClamp={2}>
          {words}
        </Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            act();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
    closeButtonProps,
    autoClose: 8_000,
  });
  offered = id;
}

/** The commands of one board whose effect the board itself does not show yet. */
export function usePending(boardId: string | undefined): Pending[] {
  const all = useReactiveVar(waiting);
  return useMemo(() => all.filter((p) => p.boardId === boardId), [all, boardId]);
}

/** How this page stands with the server. */
export function useConnection(): { state: 'live' | 'catching-up' | 'offline'; waiting: number } {
  const count = useReactiveVar(waiting).filter((p) => p.seq === undefined).length;
  const reached = useReactiveVar(reachable);
  const socket = useReactiveVar(socketState);
  return { state: !reached || socket === 'closed' ? 'offline' : socket === 'connecting' ? 'catching-up' : 'live', waiting: count };
}
