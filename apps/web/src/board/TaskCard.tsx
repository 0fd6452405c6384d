import { memo } from 'react';
import IconAlignLeft from '@tabler/icons-react/dist/esm/icons/IconAlignLeft.mjs';
import IconCheckbox from '@tabler/icons-react/dist/esm/icons/IconCheckbox.mjs';
import IconMessage2 from '@tabler/icons-react/dist/esm/icons/IconMessage2.mjs';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import { type Card, type LabelRow, type MoveScene, excusedUntil, finishOf, headlineOf, lateFrom, promisedBy } from '@baton/domain';
import { deadlineInWords, slipInWords } from '../time/deadlineWords';
import { moveInWords } from './moveScene';
import css from './TaskCard.module.css';

/** What every card of a board needs besides its own facts; one object, so that a card is drawn again only when something here changed. */
export interface CardScene {
  boardKey: string;
  meId: string;
  now: number;
  /** The reader's zone. */
  zone: string;
  names: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, LabelRow>;
  move: MoveScene;
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

/** Whose move it is, in one line; the bar is filled when it is the reader's own. */
function MoveLine({ card, scene }: { card: Card; scene: CardScene }) {
  const headline = headlineOf(card, scene.move);
  if (!headline) return null;
  const { who, what, late, more } = moveInWords(
    headline,
    (id) => scene.names.get(id) ?? 'somebody who left',
    scene.zone,
    scene.now,
    lateFrom(headline, card, scene.move),
  );
  return (
    <div className={css.move} data-mine={headline.personId === scene.meId} data-late={late} title={`${who ?? 'no owner'}: ${what}`}>
      <span className={css.baton} aria-hidden />
      <span className={css.moveWords}>
        {who === null ? <span className={css.none}>no owner</span> : <bdi>{who}</bdi>}
        <span className={headline.by === null ? css.none : css.what}> · {what}</span>
        {more > 0 && <span className={css.none}> and {more} more</span>}
      </span>
    </div>
  );
}

/** The deadline in words; the other zone stands beside it where the date differs. */
function Due({ card, scene }: { card: Card; scene: CardScene }) {
  if (card.dueOn === null) return null;
  const bound = promisedBy(card, scene.move.zone);
  const deadline = { on: card.dueOn, time: card.dueTime, zone: card.dueZone ?? scene.move.zone };
  const { short, whole } = deadlineInWords(deadline, scene.zone, scene.now, card.dueAt === null ? null : Date.parse(card.dueAt));
  const calendar = card.ownerId === null ? undefined : scene.move.calendarOf(card.ownerId);
  const excused = bound !== null && calendar ? excusedUntil(calendar, finishOf(card, scene.move) ?? bound, bound) : null;
  const late = !card.doneAt && bound !== null && (excused ?? bound) <= scene.now;
  const slip = slipInWords(card.dueMoves, card.dueSlip);
  return (
    <span className={css.due} data-late={late} title={slip ? `${whole}; ${slip}` : whole}>
      {late ? `was due ${short}` : short}
      {card.dueMoves > 1 && <span className={css.slip}> · {slip}</span>}
    </span>
  );
}

/** One task on the board: title, whose move, labels and date, small counts; what is absent takes no room. */
export const TaskCard = memo(function TaskCard({ card, scene, selected = false }: { card: Card; scene: CardScene; selected?: boolean }) {
  const labels = card.labelIds.flatMap((id) => scene.labels.get(id) ?? []);
  const over = !!card.doneAt || ['done', 'dropped'].includes(scene.move.classOf(card.columnId) ?? '');
  const counts = card.checklistTotal + card.commentCount + card.attachmentCount > 0 || card.hasDescription || card.repeat;
  return (
    <div className={css.card} data-done={over} data-selected={selected}>
      <div className={css.title} dir="auto">
        {card.title}
      </div>
      <MoveLine card={card} scene={scene} />
      {(labels.length > 0 || card.dueOn !== null) && (
        <div className={css.labels}>
          {labels.map((label) => (
            <LabelChip key={label.id} label={label} />
          ))}
          <Due card={card} scene={scene} />
        </div>
      )}
      {(counts || over) && (
        <div className={css.counts}>
          <span className={css.number}>
            {scene.boardKey}-{card.number}
          </span>
          {over && <span>done</span>}
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
          {card.repeat && (
            <span aria-label="comes again">
              <IconRepeat size={14} stroke={1.5} aria-hidden />
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
