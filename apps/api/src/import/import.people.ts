import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@baton/domain';
import type { ImportedPerson, PersonImport } from '@baton/importers';
import type { EntityManager } from 'typeorm';
import { select } from '../platform/database/database';
import type { ImportPersonInput } from './import.inputs';
import { type Ref, refsOf } from './import.refs';

/** Whom the file's people were taken for, and what that wrote. */
export interface MatchedPeople {
  /** Ids here by foreign id; those who were taken for nobody are not in it. */
  ids: Map<string, string>;
  receipt: ImportedPerson[];
  placeholderIds: string[];
  refs: Ref[];
  refsBefore: Ref[];
}

interface Member {
  id: string;
  name: string;
  placeholder: boolean;
}

/** More people than any board has; a file with more was made to fill the member list. */
const mostPeople = 2_000;
const letters = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Matches people of a file to people here. No export gives e-mail addresses, so names and earlier imports are all there is. */
@Injectable()
export class ImportPeople {
  /**
   * Takes each person as the caller chose; without a choice as the suggestion, else as a new placeholder, else (a bare id) as nobody.
   * Refuses a chosen person who is not in the workspace.
   */
  async match(
    tx: EntityManager,
    place: { workspaceId: string; source: string; importId: string; now: Date },
    people: readonly PersonImport[],
    choices: readonly ImportPersonInput[],
  ): Promise<MatchedPeople> {
    if (people.length > mostPeople) throw new Refusal('UNREADABLE_FILE', { reason: `This file names more than ${mostPeople} people.` });
    const members = await select<Member>(
      tx,
      'select p.id, p.name, p.placeholder from membership m join person p on p.id = m.person_id where m.workspace_id = $1',
      [place.workspaceId],
    );
    const byId = new Map(members.map((member) => [member.id, member]));
    const known = await refsOf(
      tx,
      place.workspaceId,
      place.source,
      'person',
      people.map(({ foreignId }) => foreignId),
    );
    const earlier = new Map(known.map((ref) => [ref.foreign_id, ref]));
    const chosen = new Map(choices.map((choice) => [choice.foreignId, choice]));

    const matched: MatchedPeople = { ids: new Map(), receipt: [], placeholderIds: [], refs: [], refsBefore: [] };
    const fresh: { id: string; name: string }[] = [];
    for (const person of people) {
      const ref = earlier.get(person.foreignId);
      const suggestion = suggest(person, ref ? byId.get(ref.local_id) : undefined, members);
      const taken = take(person, chosen.get(person.foreignId), suggestion, byId, ref);
      if (taken.as === 'placeholder' && !taken.personId) {
        taken.personId = randomUUID();
        fresh.push({ id: taken.personId, name: person.name });
      }
      if (taken.personId) matched.ids.set(person.foreignId, taken.personId);
      if (taken.personId !== (ref?.local_id ?? null)) {
        if (ref) matched.refsBefore.push(ref);
        if (taken.personId) matched.refs.push(this.refOf(person, taken.personId, ref?.import_id ?? place.importId));
        else if (ref)
          await tx.query('delete from external_ref where workspace_id = $1 and source = $2 and kind = $3 and foreign_id = $4', [
            place.workspaceId,
            place.source,
            'person',
            person.foreignId,
          ]);
      }
      const { foreignId, name, username, uses } = person;
      matched.receipt.push({ foreignId, name, username, uses, suggestion, taken });
    }
    await this.insertPlaceholders(tx, place, fresh);
    matched.placeholderIds = fresh.map(({ id }) => id);
    return matched;
  }

  private refOf(person: PersonImport, personId: string, importId: string): Ref {
    return { kind: 'person', foreign_id: person.foreignId, local_id: personId, board_id: null, import_id: importId, imported: {} };
  }

  /** People who can be named on tasks, cannot sign in, and wait for an invitation that claims them. */
  private async insertPlaceholders(
    tx: EntityManager,
    { workspaceId, now }: { workspaceId: string; now: Date },
    people: { id: string; name: string }[],
  ) {
    if (people.length === 0) return;
    const [ids, names] = [people.map(({ id }) => id), people.map(({ name }) => name)];
    await tx.query(
      'insert into person (id, name, placeholder, created_at) select x.id, x.name, true, $3 from unnest($1::uuid[], $2::text[]) as x(id, name)',
      [ids, names, now],
    );
    await tx.query(
      `insert into membership (workspace_id, person_id, role, joined_at) select $1, x, 'viewer', $3 from unnest($2::uuid[]) x`,
      [workspaceId, ids, now],
    );
  }
}

function suggest(person: PersonImport, earlier: Member | undefined, members: readonly Member[]): ImportedPerson['suggestion'] {
  if (earlier) return { personId: earlier.id, name: earlier.name, because: 'earlier-import' };
  if (!person.named) return null;
  const wanted = new Set([letters(person.name), letters(person.username ?? '')].filter((name) => name !== ''));
  const named = members.filter((member) => wanted.has(letters(member.name)));
  const [only] = named;
  // Two people of one name cannot be told apart, so neither is suggested.
  return only && named.length === 1 ? { personId: only.id, name: only.name, because: 'same-name' } : null;
}

function take(
  person: PersonImport,
  choice: ImportPersonInput | undefined,
  suggestion: ImportedPerson['suggestion'],
  members: ReadonlyMap<string, Member>,
  ref: Ref | undefined,
): ImportedPerson['taken'] {
  const asMember = (id: string): ImportedPerson['taken'] => ({ as: members.get(id)?.placeholder ? 'placeholder' : 'person', personId: id });
  if (choice?.personId) {
    if (!members.has(choice.personId))
      throw new Refusal('BAD_INPUT', { field: 'people', reason: `${person.name} is matched to somebody who is not in this workspace.` });
    return asMember(choice.personId);
  }
  const earlierPlaceholder = ref && members.get(ref.local_id)?.placeholder ? ref.local_id : null;
  if (choice) return choice.placeholder ? { as: 'placeholder', personId: earlierPlaceholder } : { as: 'nobody', personId: null };
  if (suggestion) return asMember(suggestion.personId);
  return person.named ? { as: 'placeholder', personId: null } : { as: 'nobody', personId: null };
}
