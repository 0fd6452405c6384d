import { type ColumnClass, limits } from '@baton/domain';
import type { BoardImport, ListImport, TaskImport } from './board-import';
import type { ImportCounts } from './receipt';
import { TakenIds, shortId } from './foreign-id';
import { Row } from './row';
import { Tally } from './tally';
import { TrelloActions } from './trello-actions';
import { type TrelloBoardParts, byPosition, readCard } from './trello-card';
import { TrelloFields } from './trello-fields';
import { TrelloLabels } from './trello-label';
import { TrelloPeople } from './trello-people';
import { isBlank, oneLine, shortened } from './trello-text';

/** Beyond these a file is no board that people made; Trello itself ends far earlier. */
const most = { lists: 2_000, cards: 50_000, labels: 5_000, parts: 500_000 } as const;

const doneNames =
  /^(done|complete|completed|finished|closed|released|shipped|erledigt|fertig|terminé|fait|hecho|terminado|concluído|feito|完了|完成|готово)$/u;
const activeNames = /^(doing|in progress|in arbeit|en cours|en curso|em andamento|in review|review|wip|進行中|进行中|в работе)$/u;

/** What a column's name says about the work in it; anything unclear is queued. */
export function classOfName(name: string): ColumnClass {
  const words = name
    .toLowerCase()
    .replace(/[^\p{L}\p{M} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return doneNames.test(words) ? 'done' : activeNames.test(words) ? 'active' : 'queued';
}

/** Reads a Trello board that JSON.parse has made into an object. Every key may be absent, and unknown keys mean nothing. */
export function readTrello(file: Record<string, unknown>): { board: BoardImport } | { refusal: string } {
  const [losses, adapted] = [new Tally(), new Tally()];
  const top = new Row(file, losses);
  // Some tools write the board's own facts one level down.
  const facts = top.has('name') ? top : (top.row('board') ?? top);
  const listRows = top.rows('lists');
  const cards = top.rows('cards');
  if (listRows.length > most.lists || cards.length > most.cards)
    return { refusal: `This board is too large to import: at most ${most.lists} lists and ${most.cards} cards are accepted.` };

  const people = new TrelloPeople(top.rows('members'));
  const actions = new TrelloActions(top, people, losses);
  const parts: TrelloBoardParts = {
    people,
    actions,
    losses,
    adapted,
    labels: new TrelloLabels(top, adapted),
    fields: new TrelloFields(top),
    checklists: byCard(top.rows('checklists')),
    ids: { checklist: new TakenIds(), item: new TakenIds(), attachment: new TakenIds() },
  };
  const lists = readLists(listRows, parts);
  const { tasks, commentsMissing, openInArchived, doneByList } = readCards(cards, lists, parts);
  actions.countStrays();
  countStrayChecklists(parts, cards);
  const description = facts.text('desc');
  if (facts.flag('closed')) adapted.add('closed board, open here', 'the board');
  if (!isBlank(description)) losses.add('the board’s description', shortened(oneLine(description), 200));

  const counts = countBoard(tasks, lists);
  if (parts.labels.all.length > most.labels || counts.comments + counts.checklists + counts.items + counts.attachments > most.parts)
    return {
      refusal: 'This board is too large to import: it has far more labels, checklists, comments or attachments than Trello allows.',
    };

  const name = facts.text('name');
  const board = {
    source: 'trello',
    foreignId: facts.id('id') || shortId(`made:${name}:${lists.map((list) => list.foreignId).join(',')}`),
    name: isBlank(name) ? 'Board from Trello' : shortened(oneLine(name), limits.name),
    lists,
    labels: parts.labels.all,
    tasks,
    people: people.used(),
    counts: {
      ...counts,
      labels: parts.labels.all.length,
      commentsMissing,
      tasksInArchivedLists: openInArchived,
      tasksDoneByList: doneByList,
    },
    losses: losses.list(),
    adapted: adapted.list(),
  } satisfies BoardImport;
  return { board };
}

function byCard(checklists: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of checklists) {
    const others = groups.get(row.id('idCard'));
    if (others) others.push(row);
    else groups.set(row.id('idCard'), [row]);
  }
  return groups;
}

function readLists(rows: readonly Row[], { losses, adapted }: TrelloBoardParts): ListImport[] {
  const seen = new Set<string>();
  return byPosition(rows).flatMap((row, n): ListImport[] => {
    const given = row.text('name');
    const line = isBlank(given) ? '(no name)' : oneLine(given);
    const name = shortened(line, limits.name);
    const foreignId = row.id('id') || shortId(`made:${n}:${name}`);
    if (seen.has(foreignId)) {
      losses.add('lists that the file has twice', name);
      return [];
    }
    seen.add(foreignId);
    if (isBlank(given)) adapted.add('lists without a name, now "(no name)"', name);
    if (name !== line) adapted.add(`list names cut to ${limits.name} characters`, name);
    if (row.text('color')) losses.add('list colours', name);
    const softLimit = row.count('softLimit');
    return [
      {
        foreignId,
        name,
        archived: row.flag('closed'),
        class: classOfName(name),
        wipLimit: softLimit > 0 && softLimit <= 9_999 ? softLimit : null,
      },
    ];
  });
}

function readCards(rows: readonly Row[], lists: ListImport[], parts: TrelloBoardParts) {
  const byId = new Map(lists.map((list) => [list.foreignId, list]));
  const seen = new Map<string, number>();
  const tasks: TaskImport[] = [];
  let [commentsMissing, openInArchived, doneByList] = [0, 0, 0];
  for (const card of byPosition(rows)) {
    const listId = card.id('idList');
    const list = byId.get(listId) ?? strayList(lists, byId);
    const id = card.id('id');
    const foreignId = id || unnamedId(seen, `${listId}:${card.text('name')}`);
    if (id && seen.has(id)) {
      parts.losses.add('cards that the file has twice', oneLine(card.text('name')));
      continue;
    }
    if (id) seen.set(id, 1);
    if (list.foreignId !== listId) parts.adapted.add('cards whose list is not in the file', oneLine(card.text('name')));
    const place = { listId: list.foreignId, listArchived: list.archived, listDone: list.class === 'done' };
    const { task, commentsMissing: missing } = readCard(card, foreignId, place, parts);
    tasks.push(task);
    commentsMissing += missing;
    if (list.archived && !card.flag('closed')) openInArchived += 1;
    if (task.done && !card.flag('dueComplete')) doneByList += 1;
  }
  return { tasks, commentsMissing, openInArchived, doneByList };
}

/** An id for a card without one: its list and name, and which of several such cards it is. The same file gives the same ids. */
function unnamedId(seen: Map<string, number>, what: string): string {
  const key = shortId(`made:${what}`);
  const nth = (seen.get(key) ?? 0) + 1;
  seen.set(key, nth);
  return `${key}:${nth}`;
}

/** The list for cards whose own is not in the file; made when the first such card comes. */
function strayList(lists: ListImport[], byId: Map<string, ListImport>): ListImport {
  const known = byId.get('made:stray');
  if (known) return known;
  const made: ListImport = { foreignId: 'made:stray', name: '(list not in the file)', archived: false, class: 'queued', wipLimit: null };
  lists.push(made);
  byId.set(made.foreignId, made);
  return made;
}

function countStrayChecklists({ checklists, losses }: TrelloBoardParts, cards: readonly Row[]) {
  const ids = new Set(cards.map((card) => card.id('id')));
  for (const [cardId, rows] of checklists)
    if (!ids.has(cardId)) losses.add('checklists of tasks that are not in the file', rows[0]?.text('name') ?? '', rows.length);
}

function countBoard(
  tasks: readonly TaskImport[],
  lists: readonly ListImport[],
): Omit<ImportCounts, 'labels' | 'commentsMissing' | 'tasksInArchivedLists' | 'tasksDoneByList'> {
  const items = tasks.flatMap((task) => task.checklists.flatMap((checklist) => checklist.items));
  const attachments = tasks.flatMap((task) => task.attachments);
  const sum = (of: (task: TaskImport) => number) => tasks.reduce((total, task) => total + of(task), 0);
  return {
    lists: lists.length,
    listsArchived: lists.filter((list) => list.archived).length,
    tasks: tasks.length,
    tasksArchived: tasks.filter((task) => task.archived).length,
    tasksDone: tasks.filter((task) => task.done).length,
    comments: sum((task) => task.comments.length),
    checklists: sum((task) => task.checklists.length),
    items: items.length,
    itemsDone: items.filter((item) => item.done).length,
    attachments: attachments.length,
    attachmentsStayed: attachments.filter((attachment) => attachment.stayed).length,
  };
}
