import { ActionIcon, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { type BoardSnapshot, may } from '@baton/domain';
import { useBoards } from '../shell/boards';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { lazily } from '../ui/lazily';

const BoardDialog = lazily(() => import('./BoardDialog').then((m) => ({ default: m.BoardDialog })));
const ArchiveDialog = lazily(() => import('./ArchiveDialog').then((m) => ({ default: m.ArchiveDialog })));
const LabelsDialog = lazily(() => import('./LabelsDialog').then((m) => ({ default: m.LabelsDialog })));
const GuestsDialog = lazily(() => import('./GuestsDialog').then((m) => ({ default: m.GuestsDialog })));
const MailDialog = lazily(() => import('./MailDialog').then((m) => ({ default: m.MailDialog })));

/** The board's name and what can be done with the board as a whole. */
export function BoardMenu({ board }: { board: BoardSnapshot }) {
  const { me } = useViewer();
  const { run } = useCommand();
  const { refetch } = useBoards();
  const [dialog, setDialog] = useState<'edit' | 'archive' | 'trash' | 'labels' | 'guests' | 'mail' | null>(null);
  const actor = { personId: me.id, role: board.myRole };
  const close = () => setDialog(null);
  const archive = () =>
    void run({
      boardId: board.id,
      operation: 'archiveBoard',
      input: { boardId: board.id, archived: !board.archivedAt },
      provisional: [{ type: 'board', id: board.id, fields: { archivedAt: board.archivedAt ? null : new Date().toISOString() } }],
      words: board.archivedAt ? `Brought ${board.name} back` : `Archived ${board.name}`,
      undo: 'toast',
    }).then(() => refetch());
  return (
    <>
      <h1 style={{ all: 'unset', overflow: 'hidden', textOverflow: 'ellipsis' }} dir="auto">
        {board.name}
      </h1>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label="Menu of the board">
            <IconDots size={20} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={`/b/${board.key}/decisions`}>
            Decisions
          </Menu.Item>
          <Menu.Item component={Link} to={`/b/${board.key}/status`}>
            Status updates
          </Menu.Item>
          <Menu.Item component={Link} to={`/b/${board.key}/story`}>
            What happened here
          </Menu.Item>
          {may(actor, 'task.edit') && (
            <Menu.Item component={Link} to={`/b/${board.key}/stale`}>
              What did not move
            </Menu.Item>
          )}
          {may(actor, 'board.edit') && <Menu.Item onClick={() => setDialog('edit')}>Board and house rules</Menu.Item>}
          {may(actor, 'label.edit') && <Menu.Item onClick={() => setDialog('labels')}>Labels</Menu.Item>}
          {may(actor, 'board.guests') && <Menu.Item onClick={() => setDialog('guests')}>Guests</Menu.Item>}
          {may(actor, 'task.create') && <Menu.Item onClick={() => setDialog('mail')}>Tasks by mail</Menu.Item>}
          <Menu.Item component={Link} to={`/b/${board.key}/check-ins`}>
            Check-ins
          </Menu.Item>
          <Menu.Item onClick={() => setDialog('archive')}>Archived tasks and columns</Menu.Item>
          <Menu.Item onClick={() => setDialog('trash')}>Trash</Menu.Item>
          {may(actor, 'board.archive') && (
            <Menu.Item onClick={archive}>{board.archivedAt ? 'Bring the board back' : 'Archive the board'}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'edit' && <BoardDialog board={board} onClose={close} />}
        {dialog === 'labels' && <LabelsDialog board={board} onClose={close} />}
        {dialog === 'guests' && <GuestsDialog board={board} onClose={close} />}
        {dialog === 'mail' && <MailDialog board={board} onClose={close} />}
        {(dialog === 'archive' || dialog === 'trash') && (
          <ArchiveDialog board={board} which={dialog} canRestore={may(actor, 'task.delete')} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
