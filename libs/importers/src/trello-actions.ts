import type { CommentImport, Instant } from './board-import';
import { TakenIds } from './foreign-id';
import type { Row } from './row';
import type { Tally } from './tally';
import type { TrelloPeople } from './trello-people';
import { isBlank, plainMarkdown } from './trello-text';

const commentTypes = new Set(['commentCard', 'copyCommentCard']);
const creationTypes = new Set(['createCard', 'copyCard', 'convertToCardFromCheckItem', 'emailCard', 'moveCardToBoard']);

interface Creation {
  at: Instant | null;
  by: string | null;
}

/** What Baton takes from a board's actions: comments, and who made which card when. The rest is history and is counted. */
export class TrelloActions {
  private readonly comments = new Map<string, CommentImport[]>();
  private readonly creations = new Map<string, Creation>();
  private readonly titles = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly ids = new TakenIds();

  constructor(
    board: Row,
    private readonly people: TrelloPeople,
    private readonly losses: Tally,
  ) {
    const actions = board.rows('actions');
    for (const action of actions) this.people.meet(action.row('memberCreator'));
    for (const [place, action] of actions.entries()) this.read(action, place);
  }

  private read(action: Row, place: number) {
    const type = action.text('type');
    const inner = action.row('data');
    const card = inner?.row('card');
    const cardId = card?.id('id') ?? '';
    if (commentTypes.has(type) && inner) {
      this.titles.set(cardId, card?.text('name') ?? '');
      const others = this.comments.get(cardId);
      const comment = this.comment(action, inner, place);
      if (others) others.push(comment);
      else this.comments.set(cardId, [comment]);
      return;
    }
    // Newest first in the file: the oldest of a card's creations is read last and stays.
    if (creationTypes.has(type) && cardId) this.creations.set(cardId, { at: action.instant('date'), by: creatorOf(action) || null });
    this.losses.add('entries of the board’s history', 'the board');
  }

  private comment(action: Row, inner: Row, place: number): CommentImport {
    const by = creatorOf(action);
    const text = plainMarkdown(inner.text('text'));
    this.people.countMentions(text);
    return {
      foreignId: this.ids.take(action.id('id') || `made:${action.text('date')}:${place}`),
      personId: this.people.use(by, 'comments'),
      authorName: this.people.nameOf(by) ?? 'Somebody who left',
      text: isBlank(text) ? '(empty comment)' : text,
      createdAt: action.instant('date'),
      editedAt: inner.instant('dateLastEdited'),
    };
  }

  /** The card's comments, oldest first, and how many more it had than the file holds. */
  commentsOn(card: Row): { comments: CommentImport[]; missing: number } {
    const id = card.id('id');
    // The file has the newest first; turned round before sorting, so that comments of one instant keep their order.
    const comments = (this.comments.get(id) ?? []).toReversed().sort(byInstant);
    if (id) this.taken.add(id);
    return { comments, missing: Math.max(0, (card.row('badges')?.count('comments') ?? 0) - comments.length) };
  }

  creationOf(card: Row): Creation {
    return this.creations.get(card.id('id')) ?? { at: null, by: null };
  }

  /** Counts comments whose card the file does not have; call it after all cards. */
  countStrays() {
    for (const [cardId, comments] of this.comments)
      if (!this.taken.has(cardId))
        this.losses.add('comments on tasks that are not in the file', this.titles.get(cardId) || 'a task', comments.length);
  }
}

const creatorOf = (action: Row) => action.id('idMemberCreator') || (action.row('memberCreator')?.id('id') ?? '');
const byInstant = (a: CommentImport, b: CommentImport) =>
  (a.createdAt ?? '') < (b.createdAt ?? '') ? -1 : a.createdAt === b.createdAt ? 0 : 1;
