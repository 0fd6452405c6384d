import type { Row } from './row';
import { isBlank, oneLine } from './trello-text';

interface Field {
  name: string;
  options: Map<string, string>;
}

/** Custom fields of a board, whose values Baton keeps as lines below the description. */
export class TrelloFields {
  private readonly byId = new Map<string, Field>();

  constructor(board: Row) {
    for (const row of board.rows('customFields')) {
      const options = row.rows('options').map((option) => [option.id('id'), option.row('value')?.text('text') ?? ''] as const);
      this.byId.set(row.id('id'), { name: oneLine(row.text('name')) || 'Field', options: new Map(options) });
    }
  }

  /** One line per value of the card, in the board's order of fields. */
  linesOf(card: Row): string[] {
    const items = new Map(card.rows('customFieldItems').map((item) => [item.id('idCustomField'), item]));
    return [...this.byId].flatMap(([id, field]) => {
      const item = items.get(id);
      const value = item ? valueOf(item, field) : '';
      return isBlank(value) ? [] : [`- **${field.name}:** ${oneLine(value)}`];
    });
  }
}

/** Values are texts in an object, whatever their kind; a choice has only the id of its option. */
function valueOf(item: Row, field: Field): string {
  const value = item.row('value');
  if (!value) return field.options.get(item.id('idValue')) ?? '';
  if (value.has('checked')) return value.text('checked') === 'true' ? 'yes' : 'no';
  if (value.has('date')) return (value.instant('date') ?? '').replace('T', ' ').replace(/:\d\d\.\d+Z$/, ' UTC');
  return value.text('text') || value.text('number');
}
