import IconBrandAsana from '@tabler/icons-react/dist/esm/icons/IconBrandAsana.mjs';
import IconBrandGoogleDrive from '@tabler/icons-react/dist/esm/icons/IconBrandGoogleDrive.mjs';
import IconBrandLoom from '@tabler/icons-react/dist/esm/icons/IconBrandLoom.mjs';
import IconBrandSlack from '@tabler/icons-react/dist/esm/icons/IconBrandSlack.mjs';
import IconBrandTrello from '@tabler/icons-react/dist/esm/icons/IconBrandTrello.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconSquareCheck from '@tabler/icons-react/dist/esm/icons/IconSquareCheck.mjs';
import type { ComponentType, ReactNode } from 'react';
import type { ToolLink } from './linkCards';
import css from './Markdown.module.css';

const icons: Record<ToolLink['tool'], ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>> = {
  'Google Drive': IconBrandGoogleDrive,
  Confluence: IconFileText,
  Jira: IconSquareCheck,
  Loom: IconBrandLoom,
  Slack: IconBrandSlack,
  Trello: IconBrandTrello,
  Asana: IconBrandAsana,
};

/** A link of a known tool: what it is and where it leads. Alone on its line it is a card, among words it is small. */
export function LinkCard({ href, link, whole, children }: { href: string; link: ToolLink; whole: boolean; children: ReactNode }) {
  const Icon = icons[link.tool];
  // A bare address says less than what we read in it; words that somebody chose say more.
  const title = String(children) === href || String(children) === href.replace(/^https?:\/\//, '') ? link.title : children;
  return (
    <a className={whole ? css.card : css.chip} href={href} target="_blank" rel="noopener noreferrer nofollow ugc" title={href}>
      <span className={css.toolIcon}>
        <Icon size={whole ? 20 : 14} stroke={1.5} aria-hidden />
      </span>
      <span className={css.cardWords}>
        <span className={css.cardTitle} dir="auto">
          {title}
        </span>{' '}
        <span className={css.tool}>{whole ? `${link.tool} · ${link.host}` : link.tool}</span>
      </span>
    </a>
  );
}
