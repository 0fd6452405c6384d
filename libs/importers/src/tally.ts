import type { ImportLoss } from './receipt';
import { shortened } from './trello-text';

/** Names given per kind of loss; the count goes on. */
const mostNames = 20;
const longestName = 200;

/** Counts by words, with the first names where it happened. */
export class Tally {
  private readonly entries = new Map<string, ImportLoss>();

  add(what: string, where: string, count = 1) {
    if (count <= 0) return;
    const name = shortened(where, longestName);
    const entry = this.entries.get(what) ?? { what, count: 0, names: [] };
    entry.count += count;
    if (entry.names.length < mostNames && !entry.names.includes(name)) entry.names.push(name);
    this.entries.set(what, entry);
  }

  /** The largest first. */
  list(): ImportLoss[] {
    return [...this.entries.values()].sort((a, b) => b.count - a.count);
  }
}
