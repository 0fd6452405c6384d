import type { BoardSnapshot, Card } from '@baton/domain';

/** What a board is narrowed to; empty fields narrow nothing. */
export interface Filter {
  text: string;
  ownerId: string | null;
  labelId: string | null;
}

export const noFilter: Filter = { text: '', ownerId: null, labelId: null };
export const isFiltering = (filter: Filter) => filter.text.trim() !== '' || filter.ownerId !== null || filter.labelId !== null;

/** The cards that match every part of the filter. Text is looked for in titles and keys, without regard to case or accents. */
export function filterCards(board: Pick<BoardSnapshot, 'cards' | 'key'>, filter: Filter): readonly Card[] {
  if (!isFiltering(filter)) return board.cards;
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  return board.cards.filter(
    (card) =>
      (filter.ownerId === null || (filter.ownerId === 'nobody' ? card.ownerId === null : card.ownerId === filter.ownerId)) &&
      (filter.labelId === null || card.labelIds.includes(filter.labelId)) &&
      words.every((word) => plain(`${board.key}-${card.number} ${card.title}`).includes(word)),
  );
}
