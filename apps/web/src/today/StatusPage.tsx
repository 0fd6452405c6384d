import { Alert, Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { may } from '@baton/domain';
import { BoardProvider, useBoard } from '../board/useBoard';
import { useViewer } from '../session/viewer';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { sentenceFor } from '../ui/refusals';
import { StatusForm } from './StatusForm';
import { StatusView } from './StatusView';
import { useStatuses } from './useStatuses';
import '@fontsource-variable/source-serif-4/index.css';
import page from './TodayPage.module.css';

/** How a board stands: what people told, newest first, and a new one drafted from the log. */
export function StatusPage() {
  const { key = '' } = useParams();
  const { me, workspace } = useViewer();
  const { board, error } = useBoard(workspace.id, key);
  const [writing, setWriting] = useState(false);
  if (error) return <NotFound what="board" />;
  if (!board) return null;
  const actor = { personId: me.id, role: board.myRole };
  return (
    <BoardProvider value={board}>
      <div className={page.page}>
        <PageHeader
          title={<h1 style={{ all: 'unset' }}>Status of {board.name}</h1>}
          context={
            <Anchor component={Link} to={`/b/${board.key}`} size="xs">
              To the board
            </Anchor>
          }
        >
          {may(actor, 'board.edit') && !board.archivedAt && !writing && (
            <Button size="xs" onClick={() => setWriting(true)}>
              New status update
            </Button>
          )}
        </PageHeader>
        <div className={page.column}>
          {writing && <StatusForm board={board} onClose={() => setWriting(false)} />}
          <List boardId={board.id} writing={writing} canAnswer={may(actor, 'comment.create') && !board.archivedAt} />
        </div>
      </div>
    </BoardProvider>
  );
}

function List({ boardId, canAnswer, writing }: { boardId: string; canAnswer: boolean; writing: boolean }) {
  const { statuses, error } = useStatuses(boardId);
  if (error) return <Alert color="orange">{sentenceFor(error)}</Alert>;
  if (statuses?.length === 0) return writing ? null : <p className={page.quiet}>Nobody has told yet how this stands.</p>;
  return statuses?.map((status) => <StatusView key={status.id} status={status} canAnswer={canAnswer} />);
}
