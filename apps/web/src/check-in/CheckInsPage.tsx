import '@fontsource-variable/source-serif-4/index.css';
import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { type BoardSnapshot, type CheckIn, type CheckInForm, checkInForms, may } from '@baton/domain';
import { BoardProvider, useBoard } from '../board/useBoard';
import { BoardTexts } from '../task/TaskFiles';
import { useViewer } from '../session/viewer';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { sentenceFor } from '../ui/refusals';
import { CheckInDay } from './CheckInDay';
import { CheckInDialog } from './CheckInDialog';
import { CheckInSection } from './CheckInSection';
import { useCheckIns } from './useCheckIns';
import { rhythmInWords } from './words';
import css from './CheckIn.module.css';

/** The check-ins of a board, or one day of one of them. */
export function CheckInsPage() {
  const { key = '', checkInId, on } = useParams();
  const { workspace } = useViewer();
  const { board, error } = useBoard(workspace.id, key.toUpperCase());
  useEffect(() => {
    if (board) document.title = `Check-ins of ${board.name} · Baton`;
  }, [board]);
  if (error) return <NotFound what="board" />;
  if (!board) return null;
  return (
    <BoardProvider value={board}>
      <BoardTexts>
        {checkInId && on ? <CheckInDay key={`${checkInId} ${on}`} board={board} checkInId={checkInId} on={on} /> : <List board={board} />}
      </BoardTexts>
    </BoardProvider>
  );
}

function List({ board }: { board: BoardSnapshot }) {
  const { me } = useViewer();
  const { list, error } = useCheckIns(board.id);
  const [dialog, setDialog] = useState<{ checkIn: CheckIn | null; form: CheckInForm } | null>(null);
  const canEdit = may({ personId: me.id, role: board.myRole }, 'check-in.edit') && !board.archivedAt;
  const running = list?.checkIns.filter(({ stoppedAt }) => stoppedAt === null) ?? [];
  const stopped = list?.checkIns.filter(({ stoppedAt }) => stoppedAt !== null) ?? [];
  const begin = (form: CheckInForm) => setDialog({ checkIn: null, form });
  const section = (checkIn: CheckIn) =>
    list && (
      <CheckInSection
        key={checkIn.id}
        checkIn={checkIn}
        board={board}
        list={list}
        canEdit={canEdit}
        onEdit={() => setDialog({ checkIn, form: checkIn })}
      />
    );
  return (
    <>
      <PageHeader
        title={<h1 style={{ all: 'unset' }}>Check-ins</h1>}
        context={
          <Link to={`/b/${board.key}`} className={css.back} dir="auto">
            {board.name}
          </Link>
        }
      />
      <div className={css.page}>
        {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {list && running.length === 0 && (
          <p className={css.lead}>
            {canEdit
              ? 'The same few questions, to each person in their own hours. Nobody is reminded, and nobody is counted.'
              : 'Nothing is asked on this board.'}
          </p>
        )}
        {running.map(section)}
        {list && canEdit && (
          <section aria-label="New check-in" className={css.section}>
            <h2 className={css.heading}>New check-in</h2>
            <div className={css.templates}>
              {checkInForms.map((form) => (
                <button key={form.template} type="button" className={css.template} onClick={() => begin(form)}>
                  <span className={css.templateName}>{form.title || 'Questions of your own'}</span>
                  <span className={css.soft}>{form.title ? `${rhythmInWords(form)}.` : 'Write what you would like to know.'}</span>
                </button>
              ))}
            </div>
          </section>
        )}
        {stopped.length > 0 && (
          <details className={css.section}>
            <summary>Stopped</summary>
            {stopped.map(section)}
          </details>
        )}
      </div>
      {dialog && <CheckInDialog board={board} checkIn={dialog.checkIn} form={dialog.form} onClose={() => setDialog(null)} />}
    </>
  );
}
