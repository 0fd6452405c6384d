import { Controller, Get, Injectable, Module, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { addDays, isKnownZone } from '@baton/domain';
import type { Request, Response } from 'express';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { changed, select } from '../platform/database/database';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { hashToken, newToken } from '../platform/token';
import { Access } from '../workspace/access';
import { Refusal } from '@baton/domain';

@ObjectType({ description: 'A calendar feed of the caller: of their own work, or of one board.' })
export class Feed {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'Null for everything that is theirs.' }) boardId!: string | null;
  @Field(() => String, { nullable: true }) boardName!: string | null;
  @Field() createdAt!: Date;
}

@ObjectType()
export class CreatedFeed {
  @Field(() => Feed) feed!: Feed;
  @Field({ description: 'The path with the secret; shown once, only its hash is kept.' }) path!: string;
}

interface FeedTask {
  id: string;
  key: string;
  title: string;
  next_step: string;
  owner: string | null;
  board: string;
  due_on: string;
  due_time: string | null;
  due_zone: string;
  due_at: Date;
}

/** Calendar feeds with a secret address. What they show is what their owner may read at the moment of asking. */
@Injectable()
export class FeedService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  async list(viewer: Viewer, workspaceId: string): Promise<Feed[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    return select<Feed>(
      this.db,
      `select f.id, f.board_id as "boardId", b.name as "boardName", f.created_at as "createdAt" from feed f left join board b on b.id = f.board_id
       where f.person_id = $1 and f.workspace_id = $2 order by f.created_at`,
      [viewer.personId, workspaceId],
    );
  }

  /** Makes a feed with a new secret address; an older one of the same kind ends with it. */
  async create(viewer: Viewer, workspaceId: string, boardId: string | null): Promise<CreatedFeed> {
    if (boardId) {
      const board = await this.access.requireOnBoard(this.db, viewer, 'feed.board', { boardId });
      if (board.workspaceId !== workspaceId) throw new Refusal('NOT_FOUND');
    } else await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const token = newToken();
    const id = await this.db.transaction(async (tx) => {
      await tx.query('delete from feed where person_id = $1 and workspace_id = $2 and board_id is not distinct from $3', [
        viewer.personId,
        workspaceId,
        boardId,
      ]);
      const [row] = await select<{ id: string }>(
        tx,
        'insert into feed (workspace_id, person_id, board_id, token_hash, created_at) values ($1, $2, $3, $4, $5) returning id',
        [workspaceId, viewer.personId, boardId, hashToken(token), this.clock.now()],
      );
      return row?.id ?? '';
    });
    const feed = (await this.list(viewer, workspaceId)).find((one) => one.id === id);
    if (!feed) throw new Refusal('NOT_FOUND');
    return { feed, path: `/feeds/${token}.ics` };
  }

  /** Ends a feed: its address leads nowhere from now on. */
  async revoke(viewer: Viewer, id: string) {
    const gone = await changed(this.db, 'delete from feed where id = $1 and person_id = $2 returning id', [id, viewer.personId]);
    if (gone.length === 0) throw new Refusal('NOT_FOUND');
  }

  /** The feed as iCalendar text, or null for an address that leads nowhere. */
  async write(token: string, origin: string): Promise<string | null> {
    const [feed] = await select<{ person_id: string; workspace_id: string; board_id: string | null; name: string | null; person: string }>(
      this.db,
      `select f.person_id, f.workspace_id, f.board_id, b.name, p.name as person from feed f join person p on p.id = f.person_id
       left join board b on b.id = f.board_id
       join membership m on m.person_id = f.person_id and m.workspace_id = f.workspace_id where f.token_hash = $1`,
      [hashToken(token)],
    );
    if (!feed) return null;
    const tasks = await select<FeedTask>(
      this.db,
      `select t.id, b.key || '-' || t.number as key, t.title, t.next_step, o.name as owner, b.name as board,
         t.due_on::text, t.due_time, t.due_zone, t.due_at
       from task t join board b on b.id = t.board_id and b.archived_at is null
       join board_column c on c.id = t.column_id and c.archived_at is null and c.deleted_at is null and c.class in ('queued', 'active')
       join membership m on m.workspace_id = b.workspace_id and m.person_id = $1
       left join person o on o.id = t.owner_id
       where b.workspace_id = $2 and t.due_at is not null and t.done_at is null and t.archived_at is null and t.deleted_at is null
         and (m.role <> 'guest' or exists (select 1 from board_guest g where g.board_id = b.id and g.person_id = $1))
         and ($3::uuid is null and (t.owner_id = $1 or t.move_person_id = $1) or b.id = $3)
       order by t.due_at, t.id limit 2000`,
      [feed.person_id, feed.workspace_id, feed.board_id],
    );
    const calendar = ical({
      name: feed.name ?? `Baton: ${feed.person}`,
      method: ICalCalendarMethod.PUBLISH,
      prodId: '//Baton//Baton//EN',
      ttl: 900,
    });
    for (const task of tasks) {
      const place = { id: `${task.id}@baton`, summary: `${task.key} ${task.title}`, url: `${origin}/t/${task.key}`, stamp: task.due_at };
      const words = [task.board, task.owner ?? 'no owner', task.next_step].filter(Boolean).join('\n');
      // A day is a day wherever it is read; its zone is told in words. A moment is an instant.
      if (task.due_time === null)
        calendar.createEvent({
          ...place,
          allDay: true,
          start: day(task.due_on),
          end: day(addDays(task.due_on, 1)),
          description: `${words}\n${zoneWords(task)}`,
        });
      else calendar.createEvent({ ...place, start: task.due_at, end: task.due_at, description: words });
    }
    return calendar.toString();
  }
}

const day = (text: string) => new Date(`${text}T00:00:00`);
const zoneWords = ({ due_zone }: FeedTask) =>
  `Until the end of the day in ${due_zone.replaceAll('_', ' ')}${isKnownZone(due_zone) ? '' : ' (a zone that this server does not know)'}`;

@Controller('feeds')
export class FeedController {
  constructor(
    private readonly feeds: FeedService,
    private readonly settings: Settings,
  ) {}

  @Get(':name')
  async read(@Param('name') name: string, @Req() req: Request, @Res() res: Response) {
    const token = /^([\w-]{43})\.ics$/.exec(name)?.[1];
    const text = token && (await this.feeds.write(token, this.settings.BASE_URL ?? `${req.protocol}://${req.get('host') ?? 'localhost'}`));
    if (!text) throw new NotFoundException('This calendar was revoked, or never was. Make a new address in Baton.');
    res
      .set({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=300', 'x-robots-tag': 'noindex' })
      .send(text);
  }
}

@Resolver()
export class FeedResolver {
  constructor(private readonly feeds: FeedService) {}

  @Query(() => [Feed], { name: 'feeds' })
  list(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.feeds.list(viewer, workspaceId);
  }

  @Mutation(() => CreatedFeed, { description: "A feed of one board, or of the caller's own work; an earlier address of the same ends." })
  createFeed(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('boardId', { type: () => ID, nullable: true }) boardId: string | null,
  ) {
    return this.feeds.create(viewer, workspaceId, boardId ?? null);
  }

  @Mutation(() => Boolean)
  async revokeFeed(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    await this.feeds.revoke(viewer, id);
    return true;
  }
}

@Module({ providers: [FeedService, FeedResolver], controllers: [FeedController] })
export class FeedModule {}
