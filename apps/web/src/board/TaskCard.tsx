import { memo } from 'react';
import IconAlignLeft from '@tabler/icons-react/dist/esm/icons/IconAlignLeft.mjs';
import IconCheckbox from '@tabler/icons-react/dist/esm/icons/IconCheckbox.mjs';
import IconMessage2 from '@tabler/icons-react/dist/esm/icons/IconMessage2.mjs';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import type { Card, LabelRow } from '@baton/domain';
import { dueInWords } from '../time/words';
import css from './TaskCard.module.css';

/** What every card of a board needs besides its own facts; one object, so that a card is drawn again only when something here changed. */
export interface CardScene {
  boardKey: string;
  meId: string;
  today: string;
  names: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, LabelRow>;
}

export const LabelChip = memo(function LabelChip({ label }: { label: LabelRow }) {
  return (
    <span
      className={css.label}
      data-color={label.color}
      title={label.name || label.color}
      style={{ background: `var(--label-${label.color})` }}
      dir="auto"
    >
      {label.name || label.color}
    </span>
  );
});

/** One task on the board: title, whose move, labels and date, small counts; what is absent takes no room. */
export const TaskCard = memo(function TaskCard({ card, scene, selected = false }: { card: Card; scene: CardScene; selected?: boolean }) {
  const owner = card.ownerId === null ? null : (scene.names.get(card.ownerId) ?? 'somebody who left');
  const mine = card.ownerId === scene.meId;
  const late = card.dueOn !== null && !card.doneAt && card.dueOn < scene.today;
  const due = card.dueOn && dueInWords(card.dueOn, card.dueTime, scene.today);
  const labels = card.labelIds.flatMap((id) => scene.labels.get(id) ?? []);
  const counts = card.checklistTotal + card.commentCount + card.attachmentCount > 0 || card.hasDescription;
  return (
    <div className={css.card} data-done={!!card.doneAt} data-selected={selected}>
      <div className={css.title} dir="auto">
        {card.title}
      </div>
      {!card.doneAt && (
        <div className={css.move} data-mine={mine} data-late={late}>
          <span className={css.baton} aria-hidden />
          {owner === null ? <span className={css.none}>no owner</span> : <bdi>{owner}</bdi>}
          {due ? <span className={css.due}> · due {due}</span> : <span className={css.none}> · no date</span>}
        </div>
      )}
      {labels.length > 0 && (
        <div className={css.labels}>
          {labels.map((label) => (
            <LabelChip key={label.id} label={label} />
          ))}
        </div>
      )}
      {(counts || card.doneAt) && (
        <div className={css.counts}>
          <span className={css.number}>
            {scene.boardKey}-{card.number}
          </span>
          {card.doneAt && <span>done</span>}
          {card.hasDescription && <IconAlignLeft size={14} stroke={1.5} aria-label="has a description" />}
          {card.checklistTotal > 0 && (
            <span aria-label={`${card.checklistDone} of ${card.checklistTotal} steps done`}>
              <IconCheckbox size={14} stroke={1.5} aria-hidden /> {card.checklistDone}/{card.checklistTotal}
            </span>
          )}
          {card.commentCount > 0 && (
            <span aria-label={`${card.commentCount} notes`}>
              <IconMessage2 size={14} stroke={1.5} aria-hidden /> {card.commentCount}
            </span>
          )}
          {card.attachmentCount > 0 && (
            <span aria-label={`${card.attachmentCount} attachments`}>
              <IconPaperclip size={14} stroke={1.5} aria-hidden /> {card.attachmentCount}
            </span>
          )}
        </div>
      )}
    </div>
  );
});
