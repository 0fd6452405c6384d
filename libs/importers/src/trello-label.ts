import { type LabelColor, limits } from '@baton/domain';
import type { LabelImport } from './board-import';
import { shortId } from './foreign-id';
import type { Row } from './row';
import type { Tally } from './tally';
import { isBlank, oneLine, shortened } from './trello-text';

const colors: Record<string, LabelColor> = {
  green: 'moss',
  yellow: 'amber',
  orange: 'clay',
  red: 'rose',
  purple: 'violet',
  blue: 'indigo',
  sky: 'sky',
  lime: 'olive',
  pink: 'plum',
  black: 'stone',
};
/** No colour, and colours that Trello may add, are shown as stone. */
const colorOf = (trello: string) => new Map(Object.entries(colors)).get(trello.replace(/_(light|dark)$/, '')) ?? 'stone';

/** Labels of a board. Identity is the id: one colour may stand for nine labels, and one name for two. */
export class TrelloLabels {
  readonly all: LabelImport[] = [];
  private readonly known = new Set<string>();
  private readonly names: Map<string, string>;

  constructor(
    board: Row,
    private readonly adapted: Tally,
  ) {
    // Files before mid 2015 name colours here and have no list of labels; only the colours that cards use become labels.
    this.names = new Map(board.row('labelNames')?.entries() ?? []);
    for (const row of board.rows('labels')) this.add(row.id('id'), row);
  }

  /** The foreign ids of a card's labels; a label that the board's own list lacks is taken from the card. */
  idsOn(card: Row): string[] {
    const ids = card.ids('idLabels').filter((id) => this.known.has(id));
    for (const row of card.rows('labels')) {
      const id = row.id('id') || shortId(`made:${row.text('color')}:${row.text('name')}`);
      if (!this.known.has(id)) this.add(id, row);
      ids.push(id);
    }
    return [...new Set(ids)];
  }

  private add(id: string, row: Row) {
    const color = row.text('color');
    const given = row.has('name') ? row.text('name') : (this.names.get(color) ?? '');
    const name = isBlank(given) ? '' : shortened(oneLine(given), limits.labelName);
    const foreignId = shortId(id || `made:${color}:${name}`);
    if (this.known.has(foreignId)) return;
    this.known.add(foreignId);
    if (/_(light|dark)$/.test(color)) this.adapted.add('light or dark label colours, now the plain colour', name || color);
    if (name !== oneLine(given) && name) this.adapted.add(`label names cut to ${limits.labelName} characters`, name);
    this.all.push({ foreignId, name, color: colorOf(color) });
  }
}
