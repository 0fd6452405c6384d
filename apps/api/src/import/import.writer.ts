import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Rank } from '@baton/domain';
import type { ImportWrites } from '@baton/importers';
import type { EntityManager } from 'typeorm';
import { type Ref, refsOnBoard } from './import.refs';
import { type Kind, type Stored, comparisonOf, insertRows, loadRows, placesIn, updateRows } from './import.tables';
import { type Values, arrange, markOf, mergeRow, movedAmong } from './reconcile';

/** A row that the file wants to be here. Rows of one container come in the file's order. */
export interface Wanted {
  foreignId: string;
  container: string;
  values: Values;
  /** Set when the row is made, and never again. */
  once: Values;
}

/** One row that the import changed, for undo. */
export interface ChangedRow {
  kind: Kind['kind'];
  id: string;
  before: Values;
  after: Values;
}

/** Where a row was in the last file, and where the import put it here. */
interface Place {
  list: string;
  order: number;
  container: string;
  rank: string;
}

/** A wanted row on its way: its id here, and what is here already. */
interface Step extends Wanted {
  id: string;
  order: number;
  ref: Ref | undefined;
  row: Stored | undefined;
  rank?: Rank | undefined;
}

/** Brings the rows of one board to what a file says, kind after kind; remembers what it did. The caller holds the board's lock. */
export class BoardWriter {
  readonly writes: ImportWrites = { created: 0, updated: 0, unchanged: 0, keptYours: 0, noLongerInFile: 0 };
  readonly changed: ChangedRow[] = [];
  readonly refs: Ref[] = [];
  readonly refsBefore: Ref[] = [];
  private readonly unmet: Map<string, Ref>;

  private constructor(
    private readonly tx: EntityManager,
    private readonly place: { workspaceId: string; boardId: string; importId: string; foreignBoardId: string },
    known: Ref[],
  ) {
    this.unmet = new Map(known.filter((ref) => ref.kind !== 'board').map((ref) => [`${ref.kind} ${ref.foreign_id}`, ref]));
  }

  static async on(
    tx: EntityManager,
    source: string,
    place: { workspaceId: string; boardId: string; importId: string; foreignBoardId: string },
  ) {
    return new BoardWriter(tx, place, await refsOnBoard(tx, source, place.boardId));
  }

  /** Rows of earlier files that this one did not name; counted when everything was written. */
  finish(): ImportWrites {
    this.writes.noLongerInFile = this.unmet.size;
    return this.writes;
  }

  /** Makes and updates the rows of one kind. Answers their ids here by foreign id; rows that were deleted here have none. */
  async sync(kind: Kind, wanted: readonly Wanted[]): Promise<Map<string, string>> {
    const met = wanted.map((want) => ({ want, ref: this.meet(kind, want.foreignId) }));
    const rows = await loadRows(
      this.tx,
      kind,
      this.place.boardId,
      met.flatMap(({ ref }) => ref?.local_id ?? []),
    );
    const orders = new Map<string, number>();
    const steps: Step[] = [];
    for (const { want, ref } of met) {
      const row = ref && rows.get(ref.local_id);
      const away = ref !== undefined && (!row || row.gone);
      if (away && !kind.comesBack) {
        this.writes.unchanged += 1;
        continue;
      }
      const order = orders.get(want.container) ?? 0;
      orders.set(want.container, order + 1);
      steps.push({ ...want, order, ref, row: away ? undefined : row, id: row && !away ? row.id : randomUUID() });
    }
    if (kind.ranked) await this.placeAll(kind, steps);
    await this.write(kind, steps);
    return new Map(steps.map(({ foreignId, id }) => [foreignId, id]));
  }

  /** Whether an earlier file brought this row. */
  knows(kind: Kind, foreignId: string) {
    return this.unmet.has(`${kind.kind} ${this.scoped(foreignId)}`);
  }

  private meet(kind: Kind, foreignId: string): Ref | undefined {
    const key = `${kind.kind} ${this.scoped(foreignId)}`;
    const ref = this.unmet.get(key);
    this.unmet.delete(key);
    return ref;
  }

  /** Ids of the other tool are only unique on their board where the file was made by hand. */
  private scoped(foreignId: string) {
    return `${this.place.foreignBoardId}/${foreignId}`;
  }

  /** Gives ranks to new rows, and to those that moved in the file and not here. */
  private async placeAll(kind: Kind, steps: readonly Step[]) {
    const groups = new Map<string, Step[]>();
    for (const step of steps) {
      const group = groups.get(step.container);
      if (group) group.push(step);
      else groups.set(step.container, [step]);
    }
    const placed = new Set<string>();
    for (const group of groups.values()) {
      const inPlace = group.filter((step) => step.row && lastPlace(step)?.list === step.container);
      const moved = movedAmong(inPlace, (step) => lastPlace(step)?.order ?? 0);
      for (const step of group) {
        if (!step.row) placed.add(step.id);
        else if (moved.has(step) || !inPlace.includes(step)) this.placeMoved(kind, step, placed);
      }
    }
    const touched = [...groups].filter(([, group]) => group.some(({ id }) => placed.has(id)));
    const here = await placesIn(
      this.tx,
      kind,
      touched.map(([container]) => container),
    );
    const staying = new Map<string, { id: string; rank: Rank }[]>(touched.map(([container]) => [container, []]));
    for (const { id, container, rank } of here) if (!placed.has(id)) staying.get(container)?.push({ id, rank: rank as Rank });
    for (const [container, group] of touched) {
      const ranks = arrange(
        group.map(({ id }) => id),
        placed,
        staying.get(container) ?? [],
      );
      for (const step of group) step.rank = ranks.get(step.id);
    }
  }

  private placeMoved(kind: Kind, step: Step, placed: Set<string>) {
    const last = lastPlace(step);
    const movedHere = step.row?.[kind.container] !== last?.container || step.row?.['rank'] !== last?.rank;
    if (!movedHere) placed.add(step.id);
    else if (step.row?.[kind.container] !== step.container) this.writes.keptYours += 1;
  }

  private async write(kind: Kind, steps: readonly Step[]) {
    const comparison = comparisonOf(kind);
    const [created, updated]: [Values[], Values[]] = [[], []];
    for (const step of steps) {
      if (!step.row) {
        created.push(this.wholeRow(kind, step));
        this.writes.created += 1;
      } else {
        const next = this.merged(kind, step, comparison);
        if (next) updated.push({ ...step.row, ...next });
        this.writes[next ? 'updated' : 'unchanged'] += 1;
      }
      this.remember(kind, step, comparison);
    }
    // Updates first: a new row may get the rank that a moved one leaves.
    await updateRows(this.tx, kind, updated);
    await insertRows(this.tx, kind, created);
  }

  private wholeRow(kind: Kind, step: Step): Values {
    const row = { id: step.id, workspace_id: this.place.workspaceId, [kind.container]: step.container, ...step.values, ...step.once };
    return kind.ranked ? { ...row, rank: step.rank } : row;
  }

  private merged(kind: Kind, step: Step, comparison: ReturnType<typeof comparisonOf>): Values | null {
    const { row, ref } = step;
    if (!row || !ref) return null;
    const { next, kept } = mergeRow(comparison, (ref.imported['v'] ?? {}) as Values, row, step.values);
    this.writes.keptYours += kept;
    if (step.rank !== undefined) Object.assign(next, { [kind.container]: step.container, rank: step.rank });
    const fields = Object.keys(next);
    if (fields.length === 0) return null;
    this.changed.push({ kind: kind.kind, id: row.id, before: Object.fromEntries(fields.map((field) => [field, row[field]])), after: next });
    return next;
  }

  /** Keeps the base of the next three-way comparison; a value that stayed ours keeps its old base, so that it is told again. */
  private remember(kind: Kind, step: Step, comparison: ReturnType<typeof comparisonOf>) {
    const v: Values = {};
    const base = (step.row && (step.ref?.imported['v'] as Values | undefined)) ?? null;
    for (const [field, compared] of Object.entries(comparison)) {
      const mark = markOf(compared, step.values[field]);
      const stays =
        base && compared !== 'set' && step.row && !isDeepStrictEqual(mark, base[field]) && this.keptOurs(step, field, compared, mark, base);
      v[field] = stays ? base[field] : mark;
    }
    const last = lastPlace(step);
    const p: Place | undefined = kind.ranked
      ? {
          list: step.container,
          order: step.order,
          container: step.rank === undefined && last ? last.container : step.container,
          rank: step.rank ?? last?.rank ?? '',
        }
      : undefined;
    const imported = p ? { v, p } : { v };
    if (step.row && step.ref && isDeepStrictEqual(step.ref.imported, imported)) return;
    const before = step.row ? step.ref : undefined;
    if (step.ref) this.refsBefore.push(step.ref);
    const { boardId, importId } = this.place;
    const facts = { kind: kind.kind, foreign_id: this.scoped(step.foreignId), local_id: step.id, board_id: boardId, imported };
    this.refs.push({ ...facts, import_id: before?.import_id ?? importId });
  }

  private keptOurs(step: Step, field: string, compared: 'value' | 'moment', mark: unknown, base: Values): boolean {
    const present = markOf(compared, step.row?.[field] ?? null);
    return !isDeepStrictEqual(present, base[field]) && !isDeepStrictEqual(present, mark);
  }
}

const lastPlace = (step: Step) => step.ref?.imported['p'] as Place | undefined;
