import { Injectable } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import type { Sql } from '../platform/sql';
import { Access } from '../workspace/access';

@ObjectType({ description: 'How somebody is reached outside the page.' })
export class Reach {
  @Field() personId!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field({ description: 'Whether they want mail.' }) mail!: boolean;
  @Field({ description: 'Whether they want messages in the browsers that they allowed.' }) push!: boolean;
  @Field(() => Date, { nullable: true, description: 'Since when a mail server says that the address takes no mail.' })
  refusedAt!: Date | null;
  @Field(() => String, { nullable: true }) refusedWhy!: string | null;
}

/** A refusal is of one address: when somebody has another by now, it is not meant. */
const reachSql = `select p.id as "personId", p.name, p.email, coalesce(r.mail, true) as mail, coalesce(r.push, true) as push,
    case when lower(r.refused_email) = lower(p.email) then r.refused_at end as "refusedAt",
    case when lower(r.refused_email) = lower(p.email) then r.refused_why end as "refusedWhy"
  from person p left join reach r on r.person_id = p.id`;

/** Which ways somebody chose to be reached, and whether their address works. */
@Injectable()
export class ReachService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** The caller's own choice. */
  async mine(viewer: Viewer): Promise<Reach> {
    return this.of(this.db, viewer.personId);
  }

  /** Somebody's choice, for the channels. */
  async of(sql: Sql, personId: string): Promise<Reach> {
    const [row] = await select<Reach>(sql, `${reachSql} where p.id = $1`, [personId]);
    if (!row) throw new Error(`person ${personId} went away while they were written to`);
    return row;
  }

  /** Turns mail or push on or off; what is null stays. */
  async choose(viewer: Viewer, choice: { mail?: boolean | null; push?: boolean | null }): Promise<Reach> {
    await this.turn(viewer.personId, choice);
    return this.mine(viewer);
  }

  /** The same for somebody who came by a link of a mail. */
  async turn(personId: string, { mail = null, push = null }: { mail?: boolean | null; push?: boolean | null }): Promise<void> {
    await this.db.query(
      `insert into reach (person_id, mail, push) values ($1, coalesce($2, true), coalesce($3, true))
       on conflict (person_id) do update set mail = coalesce($2, reach.mail), push = coalesce($3, reach.push)`,
      [personId, mail, push],
    );
  }

  /** Notes that a mail server refused an address for good; nothing is sent to it until somebody says that it works. */
  async refuse(personId: string, email: string, why: string): Promise<void> {
    await this.db.query(
      `insert into reach (person_id, refused_email, refused_at, refused_why) values ($1, $2, $3, $4)
       on conflict (person_id) do update set refused_email = $2, refused_at = $3, refused_why = $4`,
      [personId, email, this.clock.now(), why.slice(0, 300)],
    );
  }

  /** Lets the address be tried again: the person's own, or an admin's wish for somebody of their workspace. */
  async tryAgain(viewer: Viewer, workspaceId: string, personId: string): Promise<Reach> {
    const own = personId === viewer.personId;
    await this.access.requireInWorkspace(this.db, viewer, own ? 'workspace.read' : 'mail.oversee', workspaceId);
    const [member] = await select(this.db, 'select 1 from membership where workspace_id = $1 and person_id = $2', [workspaceId, personId]);
    if (!member) throw new Refusal('NOT_FOUND');
    await this.db.query('update reach set refused_email = null, refused_at = null, refused_why = null where person_id = $1', [personId]);
    return this.of(this.db, personId);
  }

  /** The members whose address was refused, for admins. */
  async refused(viewer: Viewer, workspaceId: string): Promise<Reach[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'mail.oversee', workspaceId);
    return select<Reach>(
      this.db,
      `${reachSql} join membership m on m.person_id = p.id and m.workspace_id = $1
       where r.refused_at is not null and lower(r.refused_email) = lower(p.email) order by p.name`,
      [workspaceId],
    );
  }
}
