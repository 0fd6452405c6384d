import { Field, ID, ObjectType } from '@nestjs/graphql';
import { limits } from '@baton/domain';
import type { ImportReceipt } from '@baton/importers';
import { Person } from '../account/person.entity';
import { daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import { JsonScalar } from '../platform/graphql/scalars';
import type { Sql } from '../platform/sql';

/** One import, or what it would be. Written with hand-made SQL, because the undo list beside it is large and read by undo alone. */
@ObjectType()
export class ImportRun {
  @Field(() => ID, { nullable: true, description: 'Null for a preview: nothing was kept.' }) id!: string | null;
  @Field() source!: string;
  @Field(() => ID, { nullable: true }) boardId!: string | null;
  @Field(() => String, { nullable: true }) boardKey!: string | null;
  @Field() boardName!: string;
  @Field() at!: Date;
  @Field(() => Person) by!: Person;
  @Field(() => JsonScalar, { description: 'ImportReceipt of libs/importers/src/receipt.ts.' }) receipt!: ImportReceipt;
  @Field(() => Date, { nullable: true }) undoableUntil!: Date | null;
  @Field(() => Date, { nullable: true }) undoneAt!: Date | null;
}

type Found = Omit<ImportRun, 'by' | 'undoableUntil'> & {
  byId: string;
  byName: string;
  byZone: string;
  byEmail: string | null;
  byCreatedAt: Date;
};

/** Imports that match, newest first. `where` is a condition on `r` with $1. */
export async function findRuns(sql: Sql, where: string, param: string, now: Date): Promise<ImportRun[]> {
  const rows = await select<Found>(
    sql,
    `select r.id, r.source, r.board_id as "boardId", b.key as "boardKey", coalesce(b.name, r.board_name) as "boardName", r.at, r.receipt,
       r.undone_at as "undoneAt", p.id as "byId", p.name as "byName", p.zone as "byZone", p.email as "byEmail", p.created_at as "byCreatedAt"
     from import_run r join person p on p.id = r.by_id left join board b on b.id = r.board_id
     where ${where} order by r.at desc, r.id limit 200`,
    [param],
  );
  return rows.map(({ byId, byName, byZone, byEmail, byCreatedAt, ...run }) => {
    const until = daysAfter(run.at, limits.importUndoDays);
    const by = Object.assign(new Person(), {
      id: byId,
      name: byName,
      zone: byZone,
      email: byEmail,
      placeholder: false,
      createdAt: byCreatedAt,
    });
    const undoable = !run.undoneAt && run.boardId !== null && until > now;
    return Object.assign(new ImportRun(), run, { by, undoableUntil: undoable ? until : null });
  });
}
