import { Modal } from '@mantine/core';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import { useState } from 'react';
import { sizeInWords } from '../file/send';
import type { TaskFile } from './markdownScene';
import css from './File.module.css';

const tallest = 320;

/** A picture in place, in its own proportions so that nothing jumps when it arrives; pressed, it fills the window. */
export function Picture({ file, caption = '' }: { file: TaskFile; caption?: string }) {
  const [open, setOpen] = useState(false);
  const [width, height] = [file.width ?? 1, file.height ?? 1];
  const words = caption || file.caption;
  return (
    <span className={css.picture}>
      <button type="button" className={css.open} onClick={() => setOpen(true)} aria-label={`Open the picture ${words || file.name}`}>
        <img
          src={file.url}
          alt={words || file.name}
          width={width}
          height={height}
          style={{ width: `min(100%, ${Math.max(24, Math.round(Math.min(width, (tallest * width) / height)))}px)` }}
          loading="lazy"
          decoding="async"
        />
      </button>
      {words && (
        <span className={css.caption} dir="auto">
          {words}
        </span>
      )}
      <Lightbox file={file} words={words} opened={open} onClose={() => setOpen(false)} />
    </span>
  );
}

/** A picture as large as the window allows. */
export function Lightbox({ file, words, opened, onClose }: { file: TaskFile; words: string; opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="auto"
      centered
      title={<bdi>{words || file.name}</bdi>}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <img
        className={css.large}
        src={file.url}
        alt={words || file.name}
        width={file.width ?? undefined}
        height={file.height ?? undefined}
      />
      <p className={css.foot}>
        <bdi>{file.name}</bdi> · {file.width} × {file.height}
        {file.bytes !== null && file.bytes !== undefined && ` · ${sizeInWords(file.bytes)}`} ·{' '}
        <a href={file.url} download={file.name}>
          Download
        </a>
      </p>
    </Modal>
  );
}

/** A file that is downloaded, or a link to where it stayed. */
export function FileChip({ file, label = '' }: { file: TaskFile; label?: string }) {
  const Icon = file.kind === 'picture' ? IconPhoto : IconFile;
  const away = file.kind === 'link';
  return (
    <a
      className={css.chip}
      href={file.url}
      {...(away ? { target: '_blank', rel: 'noopener noreferrer nofollow ugc' } : { download: file.name })}
    >
      <Icon size={16} stroke={1.5} aria-hidden />
      <bdi className={css.name}>{label || file.name}</bdi>
      {!!file.bytes && <span className={css.size}>{sizeInWords(file.bytes)}</span>}
    </a>
  );
}
