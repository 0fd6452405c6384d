import { ActionIcon, Button, Progress, TextInput } from '@mantine/core';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { captionIn, fileRef, filesIn, limits, withCaption, withoutFile } from '@baton/domain';
import { sizeInWords } from '../file/send';
import { type TaskFile, useMarkdownScene } from './markdownScene';
import type { OnItsWay } from './useSendFiles';
import css from './File.module.css';

interface FileTrayProps {
  text: string;
  onChange: (text: string) => void;
  sending: readonly OnItsWay[];
  onAgain: (file: OnItsWay) => void;
  onLeaveOut: (file: OnItsWay) => void;
}

/** The files of a text that is being written: those that are on their way, and those that it shows, each with its caption. */
export function FileTray({ text, onChange, sending, onAgain, onLeaveOut }: FileTrayProps) {
  const { files } = useMarkdownScene();
  const shown = filesIn(text).flatMap((ref) => files?.get(ref) ?? []);
  if (shown.length === 0 && sending.length === 0) return null;
  return (
    <ul className={css.tray} aria-label="Files">
      {shown.map((file) => (
        <Shown
          key={file.id}
          file={file}
          caption={captionIn(text, fileRef(file.id)) ?? ''}
          onCaption={(caption) => onChange(withCaption(text, fileRef(file.id), caption))}
          onRemove={() => onChange(withoutFile(text, fileRef(file.id)))}
        />
      ))}
      {sending.map((one) => (
        <Sending key={one.key} one={one} onAgain={() => onAgain(one)} onLeaveOut={() => onLeaveOut(one)} />
      ))}
    </ul>
  );
}

function Shown({
  file,
  caption,
  onCaption,
  onRemove,
}: {
  file: TaskFile;
  caption: string;
  onCaption: (caption: string) => void;
  onRemove: () => void;
}) {
  const picture = file.kind === 'picture';
  return (
    <li className={css.entry}>
      <span className={css.thumb}>{picture ? <img src={file.url} alt="" /> : <IconFile size={20} stroke={1.5} aria-hidden />}</span>
      <div className={css.entryWords}>
        <TextInput
          size="xs"
          dir="auto"
          maxLength={limits.caption}
          aria-label={picture ? `Caption of ${file.name}` : `What ${file.name} is called here`}
          placeholder={picture ? 'What does it show?' : file.name}
          value={caption}
          onChange={(e) => onCaption(e.currentTarget.value)}
          onKeyDown={(e) => e.key === 'Enter' && !e.ctrlKey && !e.metaKey && e.preventDefault()}
        />
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={`Leave out ${file.name}`} title="Leave out" onClick={onRemove}>
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </li>
  );
}

function Sending({ one, onAgain, onLeaveOut }: { one: OnItsWay; onAgain: () => void; onLeaveOut: () => void }) {
  const { file, part, problem } = one;
  return (
    <li className={css.entry}>
      <span className={css.thumb}>
        <IconFile size={20} stroke={1.5} aria-hidden />
      </span>
      <div className={css.entryWords}>
        <bdi className={css.rowName}>
          {file.name} <span className={css.size}>{sizeInWords(file.size)}</span>
        </bdi>
        {problem === null ? (
          <Progress size="sm" mt={4} value={Math.max(3, part * 100)} aria-label={`${file.name}, ${Math.round(part * 100)} %`} />
        ) : (
          <span className={css.problem} role="alert">
            {problem}
          </span>
        )}
      </div>
      {problem !== null && file.size <= limits.fileBytes && (
        <Button size="compact-xs" variant="default" onClick={onAgain}>
          Try again
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={problem === null ? `Stop sending ${file.name}` : `Leave out ${file.name}`}
        title={problem === null ? 'Stop' : 'Leave out'}
        onClick={onLeaveOut}
      >
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </li>
  );
}
