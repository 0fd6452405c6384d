import type { PersonImport } from './board-import';
import type { Row } from './row';
import { isBlank, oneLine, shortened } from './trello-text';
import { limits } from '@baton/domain';

/** Whoever a board names. Trello gives ids, names and user names, never e-mail addresses; people who left are bare ids. */
export class TrelloPeople {
  private readonly byId = new Map<string, PersonImport>();
  private readonly byUsername = new Map<string, PersonImport>();

  constructor(members: Row[]) {
    for (const member of members) this.meet(member);
  }

  /** Remembers how somebody is called; the first that is told stays. */
  meet(member: Row | null) {
    const id = member?.id('id') ?? '';
    if (!member || !id || this.byId.get(id)?.named) return;
    const username = member.text('username') || null;
    const full = member.text('fullName');
    const name = isBlank(full) ? (username ?? '') : shortened(oneLine(full), limits.name);
    if (!name) return;
    const person = { foreignId: id, name, username, named: true, uses: { tasks: 0, comments: 0, items: 0, mentions: 0 } };
    this.byId.set(id, person);
    if (username) this.byUsername.set(username.toLowerCase(), person);
  }

  nameOf(id: string): string | null {
    return this.byId.get(id)?.name ?? null;
  }

  /** Counts a use of somebody, who may be unknown but for their id. Answers the id, or null for an empty one. */
  use(id: string, as: 'tasks' | 'comments' | 'items'): string | null {
    if (!id) return null;
    const known = this.byId.get(id) ?? {
      foreignId: id,
      name: 'Somebody who left',
      username: null,
      named: false,
      uses: { tasks: 0, comments: 0, items: 0, mentions: 0 },
    };
    known.uses[as] += 1;
    this.byId.set(id, known);
    return id;
  }

  countMentions(text: string) {
    for (const [, username = ''] of text.matchAll(/@([a-z0-9_]{2,100})/gi)) {
      const person = this.byUsername.get(username.toLowerCase());
      if (person) person.uses.mentions += 1;
    }
  }

  /** Those whom the file uses somewhere, the most used first. */
  used(): PersonImport[] {
    const weight = ({ uses }: PersonImport) => uses.tasks + uses.comments + uses.items;
    return [...this.byId.values()].filter((person) => weight(person) > 0).sort((a, b) => weight(b) - weight(a));
  }
}
