import { ActionIcon, Button, FileButton, Group, Menu, Stack, TextInput } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import { useState } from 'react';
import { limits, may } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useCommand } from '../command/useCommand';
import { sizeInWords } from '../file/send';
import { useViewer } from '../session/viewer';
import { instantInWords } from '../time/words';
import { sourceName } from './sources';
import { FileTray } from './FileTray';
import { Lightbox } from './FileView';
import type { TaskFile } from './markdownScene';
import type { TaskDetail } from './useTask';
import { useSendFiles } from './useSendFiles';
import css from './File.module.css';
import panel from './TaskPanel.module.css';

/** What is attached to a task: files that were sent here, those that its texts show, and links that came with an import. */
export function Attachments({ task, canEdit }: { task: TaskDetail; canEdit: boolean }) {
  const board = useOpenBoard();
  const { run } = useCommand();
  const [over, setOver] = useState(false);
  const shown = task.attachments.filter(({ pending }) => !pending);
  const sending = useSendFiles(task.id, (file) => {
    void run({
      boardId: board.id,
      operation: 'addFiles',
      words: `Attached ${file.name}`,
      input: { taskId: task.id, fileIds: [file.id] },
    });
  });
  if (shown.length === 0 && !canEdit) return null;
  return (
    <section
      aria-label="Attachments"
      className={over ? css.over : undefined}
      onDragOver={(e) => {
        if (!canEdit || !e.dataTransfer.types.includes('Files')) return;
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={(e) => !e.currentTarget.contains(e.relatedTarget as Node | null) && setOver(false)}
      onDrop={(e) => {
        setOver(false);
        if (!canEdit || e.dataTransfer.files.length === 0) return;
        e.preventDefault();
        sending.send([...e.dataTransfer.files]);
      }}
    >
      {shown.length > 0 && <h3 className={panel.heading}>Attachments</h3>}
      <ul className={css.list}>
        {shown.map((file) => (
          <Attachment key={file.id} file={file} canEdit={canEdit} />
        ))}
      </ul>
      <FileTray text="" onChange={() => undefined} sending={sending.files} onAgain={sending.again} onLeaveOut={sending.leaveOut} />
      {canEdit && (
        <FileButton multiple onChange={sending.send}>
          {(props) => (
            <button type="button" className={panel.quietButton} {...props}>
              Attach files
            </button>
          )}
        </FileButton>
      )}
    </section>
  );
}

function Attachment({ file, canEdit }: { file: TaskFile; canEdit: boolean }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const { run } = useCommand();
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const actor = { personId: me.id, role: board.myRole };
  const mayEdit = canEdit && may(actor, 'file.edit', { byId: file.byId, ofComment: file.commentId !== null });
  const edit = (change: Record<string, unknown>, words: string, undo: 'toast' | 'quiet' = 'quiet') =>
    void run({ boardId: board.id, operation: 'editFile', words, undo, input: { fileId: file.id, ...change } });
  const by = board.people.find(({ id }) => id === file.byId)?.name;
  const facts = [file.bytes ? sizeInWords(file.bytes) : '', by ?? '', instantInWords(file.createdAt)].filter(Boolean).join(' · ');
  return (
    <li className={css.row}>
      {file.kind === 'picture' ? (
        <button
          type="button"
          className={`${css.thumb} ${css.thumbButton}`}
          aria-label={`Open the picture ${file.name}`}
          onClick={() => setOpen(true)}
        >
          <img src={file.url} alt="" loading="lazy" decoding="async" />
        </button>
      ) : (
        <span className={css.thumb}>
          {file.kind === 'link' ? <IconExternalLink size={18} stroke={1.5} aria-hidden /> : <IconFile size={18} stroke={1.5} aria-hidden />}
        </span>
      )}
      <div className={css.rowWords}>
        <a
          className={css.rowName}
          href={file.url}
          dir="auto"
          {...(file.kind === 'link' ? { target: '_blank', rel: 'noopener noreferrer nofollow ugc' } : { download: file.name })}
        >
          {file.name}
        </a>
        {editing ? (
          <EditAttachment file={file} onSave={(change) => edit(change, `Changed ${file.name}`)} onDone={() => setEditing(false)} />
        ) : (
          <span className={panel.meta} dir="auto">
            {file.caption && `${file.caption} · `}
            {facts}
            {file.stayedAtSource && `. The file stayed at ${sourceName('trello')}; opening it may ask for a sign-in there.`}
          </span>
        )}
      </div>
      {mayEdit && !editing && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`More for ${file.name}`}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setEditing(true)}>Name and caption</Menu.Item>
            <Menu.Item onClick={() => edit({ removed: true }, `Took ${file.name} away`, 'toast')}>Take away</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {file.kind === 'picture' && <Lightbox file={file} words={file.caption} opened={open} onClose={() => setOpen(false)} />}
    </li>
  );
}

function EditAttachment({
  file,
  onSave,
  onDone,
}: {
  file: TaskFile;
  onSave: (change: Record<string, unknown>) => void;
  onDone: () => void;
}) {
  const [name, setName] = useState(file.name);
  const [caption, setCaption] = useState(file.caption);
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        onSave({ name, caption });
        onDone();
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Escape') return;
        e.stopPropagation();
        onDone();
      }}
    >
      <Stack gap={6} my={4}>
        <TextInput
          size="xs"
          label="Name"
          dir="auto"
          required
          maxLength={limits.fileName}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label="Caption"
          placeholder="What does it show?"
          dir="auto"
          autoFocus
          maxLength={limits.caption}
          value={caption}
          onChange={(e) => setCaption(e.currentTarget.value)}
        />
        <Group gap="xs">
          <Button size="compact-sm" type="submit">
            Save
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
            Leave as it was
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
