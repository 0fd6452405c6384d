import { limits } from '@baton/domain';
import type { AttachmentImport, ChecklistImport, TaskImport } from './board-import';
import type { TakenIds } from './foreign-id';
import type { Row } from './row';
import type { Tally } from './tally';
import type { TrelloActions } from './trello-actions';
import type { TrelloFields } from './trello-fields';
import type { TrelloLabels } from './trello-label';
import type { TrelloPeople } from './trello-people';
import { instantOfId, isBlank, oneLine, plainMarkdown, shortened, webAddress } from './trello-text';

/** Everything of the board that a card refers to. */
export interface TrelloBoardParts {
  labels: TrelloLabels;
  people: TrelloPeople;
  actions: TrelloActions;
  fields: TrelloFields;
  /** By the id of their card. */
  checklists: Map<string, Row[]>;
  ids: { checklist: TakenIds; item: TakenIds; attachment: TakenIds };
  losses: Tally;
  adapted: Tally;
}

/** What a column says about the card in it. */
export interface TrelloPlace {
  listId: string;
  listArchived: boolean;
  listDone: boolean;
}

/** Rows by their number `pos`, which may be a fraction; ties and rows without one keep the order of the file. */
export const byPosition = (rows: readonly Row[]): Row[] =>
  rows
    .map((row, place) => ({ row, place, pos: row.number('pos') ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.pos === b.pos ? a.place - b.place : a.pos - b.pos))
    .map(({ row }) => row);

/** One card as a task. `foreignId` is the card's own id, or one made up for cards without. */
export function readCard(
  card: Row,
  foreignId: string,
  place: TrelloPlace,
  parts: TrelloBoardParts,
): { task: TaskImport; commentsMissing: number } {
  const { people, actions, adapted } = parts;
  const name = card.text('name');
  const line = isBlank(name) ? '(no title)' : oneLine(name);
  const title = shortened(line, limits.title);
  card.where = title;
  if (isBlank(name)) adapted.add('tasks without a title, now "(no title)"', title);
  if (title !== line) adapted.add(`titles longer than ${limits.title} characters, kept whole in the description`, title);

  const checklists = byPosition(parts.checklists.get(card.id('id')) ?? card.rows('checklists'));
  const { items, cut } = readChecklists(checklists, parts, { title, foreignId });
  const { comments, missing } = actions.commentsOn(card);
  const created = actions.creationOf(card);
  const ownDone = card.flag('dueComplete');
  const closed = card.flag('closed');
  const lastTouched = card.instant('dateLastActivity');
  const personIds = [...new Set(card.ids('idMembers'))].flatMap((id) => people.use(id, 'tasks') ?? []);
  countLosses(card, title, parts);
  if (personIds.length > limits.helpers + 1) parts.losses.add('people on tasks beyond 21', title, personIds.length - limits.helpers - 1);

  const task: TaskImport = {
    foreignId,
    listId: place.listId,
    title,
    description: describe(card, [...(title === line ? [] : [line]), ...cut], parts, title),
    personIds: personIds.slice(0, limits.helpers + 1),
    labelIds: parts.labels.idsOn(card),
    start: card.instant('start'),
    due: card.instant('due'),
    done: ownDone || place.listDone,
    doneAt: ownDone || place.listDone ? (card.instant('dateCompleted') ?? lastTouched) : null,
    archived: closed || place.listArchived,
    archivedAt: closed ? (card.instant('dateClosed') ?? lastTouched) : null,
    createdAt: created.at ?? instantOfId(card.id('id')),
    createdBy: created.by,
    url: webAddress(card.text('shortUrl')) ?? webAddress(card.text('url')),
    checklists: items,
    comments,
    attachments: readAttachments(card, { title, foreignId }, parts),
  };
  return { task, commentsMissing: missing };
}

/** The description, then what had no better place: texts that were cut elsewhere, and custom fields. */
function describe(card: Row, cut: string[], { fields, people, adapted }: TrelloBoardParts, title: string): string {
  const own = plainMarkdown(card.text('desc'));
  people.countMentions(own);
  const values = fields.linesOf(card);
  adapted.add('values of custom fields, written below the description', title, values.length);
  const parts = [own.trim() === '' ? '' : own, cut.join('\n\n'), values.join('\n')].filter((part) => part !== '');
  const whole = parts.join('\n\n');
  const text = shortened(whole, limits.description);
  if (text !== whole) adapted.add(`descriptions cut to ${limits.description} characters`, title);
  return text;
}

/** A card as its parts name it. */
interface CardName {
  title: string;
  foreignId: string;
}

function readChecklists(
  rows: readonly Row[],
  { ids, people, adapted }: TrelloBoardParts,
  { title, foreignId }: CardName,
): { items: ChecklistImport[]; cut: string[] } {
  const cut: string[] = [];
  const items = rows.map((row, n): ChecklistImport => {
    const name = row.text('name');
    return {
      foreignId: ids.checklist.take(row.id('id') || `made:${foreignId}:${n}`),
      name: isBlank(name) ? 'Checklist' : shortened(oneLine(name), limits.name),
      items: byPosition(row.rows('checkItems')).map((item, m) => {
        const line = oneLine(plainMarkdown(item.text('name')));
        const text = shortened(line, limits.checklistItem);
        if (text !== line) {
          cut.push(line);
          adapted.add(`checklist items longer than ${limits.checklistItem} characters, kept whole in the description`, title);
        }
        return {
          foreignId: ids.item.take(item.id('id') || `made:${foreignId}:${n}:${m}`),
          title: isBlank(text) ? '(no text)' : text,
          done: item.text('state') === 'complete',
          personId: people.use(item.id('idMember'), 'items'),
          due: item.instant('due'),
        };
      }),
    };
  });
  return { items, cut };
}

function readAttachments(card: Row, { title, foreignId }: CardName, { ids, losses }: TrelloBoardParts): AttachmentImport[] {
  return card.rows('attachments').flatMap((row, n): AttachmentImport[] => {
    const url = webAddress(row.text('url'));
    if (!url) {
      losses.add('attachments whose address is not a web address', title);
      return [];
    }
    const name = row.text('name') || row.text('fileName');
    const stayed = row.flag('isUpload');
    return [
      {
        foreignId: ids.attachment.take(row.id('id') || `made:${foreignId}:${n}`),
        name: shortened(isBlank(name) ? url : oneLine(name), limits.title),
        url,
        bytes: stayed ? sizeOf(row) : null,
        stayed,
        createdAt: row.instant('date'),
      },
    ];
  });
}

const sizeOf = (row: Row) => {
  const bytes = row.number('bytes');
  return bytes !== null && Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null;
};

/** What a card can carry that no task can. The posting address (`email`) is a secret: it is neither read nor counted. */
function countLosses(card: Row, title: string, { losses, adapted }: TrelloBoardParts) {
  const cover = card.row('cover');
  losses.add('votes', title, Math.max(card.texts('idMembersVoted').length, card.row('badges')?.count('votes') ?? 0));
  losses.add('stickers', title, card.rows('stickers').length);
  if (cover?.text('color') || cover?.id('idAttachment') || cover?.id('idUploadedBackground') || card.text('idAttachmentCover'))
    losses.add('covers', title);
  if (card.text('locationName') || card.text('address') || card.has('coordinates')) losses.add('places on a map', title);
  if ((card.number('dueReminder') ?? -1) >= 0) losses.add('reminders of due dates', title);
  if (card.has('recurrenceRule')) losses.add('repeats of tasks', title);
  if (card.flag('subscribed')) losses.add('watched tasks', title);
  if (card.flag('isTemplate')) adapted.add('templates, now ordinary tasks', title);
  const role = card.text('cardRole');
  if (role === 'separator') adapted.add('dividers, now ordinary tasks', title);
  else if (role) adapted.add(`cards of the kind "${shortened(role, 40)}", now ordinary tasks`, title);
}
