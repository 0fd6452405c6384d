import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Controller, Get, Global, Injectable, Module, Param, Post, Req, Res } from '@nestjs/common';
import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Refusal, emojiNamePattern, isEmoji, limits, may, ownEmojiName } from '@baton/domain';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { deliver } from '../file/deliver';
import { keepFile, storedFile } from '../file/file.store';
import type { Picture } from '../file/picture';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { FileStore, type Kept } from '../platform/files/file-store';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import { answering, fileNameOf, senderOf, viewerOf } from '../platform/http/http';
import type { Sql } from '../platform/sql';
import { Access } from '../workspace/access';

@ObjectType({ description: "One of the workspace's own emoji, written :name:." })
export class Emoji {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field({ description: 'Where its picture is, on this server.' }) url!: string;
  @Field(() => ID) byId!: string;
  @Field() byName!: string;
  @Field() createdAt!: Date;
}

const emojiSql = `select e.id, e.name, '/emoji/' || e.id as url, e.by_id as "byId", p.name as "byName", e.created_at as "createdAt"
  from emoji e join person p on p.id = e.by_id`;
const taken = (error: unknown) =>
  (error as { driverError?: { constraint?: string } }).driverError?.constraint === 'emoji_workspace_id_name_key';

/** Refuses what is no small picture. The content decides, never the name or what the sender called it. */
function requireSmallPicture(_: Kept, picture: Picture | null) {
  if (!picture || picture.mediaType === 'image/jpeg')
    throw new Refusal('BAD_INPUT', { field: 'file', reason: 'Choose a PNG, GIF or WebP picture of at most 128 KB.' });
  if (Math.max(picture.width, picture.height) > limits.emojiPixels)
    throw new Refusal('BAD_INPUT', { field: 'file', reason: `Choose a picture of at most ${limits.emojiPixels} pixels on a side.` });
}

/** The workspace's own emoji, for reactions and for `:name:` in texts. */
@Injectable()
export class EmojiService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly access: Access,
  ) {}

  /** All of them, by name. */
  async list(viewer: Viewer, workspaceId: string): Promise<Emoji[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'emoji.read', workspaceId);
    return select(this.db, `${emojiSql} where e.workspace_id = $1 order by e.name`, [workspaceId]);
  }

  /** Takes a picture of at most 128 KB under a name that is free. */
  async create(viewer: Viewer, workspaceId: string, name: string, content: Readable): Promise<Emoji> {
    await this.access.requireInWorkspace(this.db, viewer, 'emoji.create', workspaceId);
    if (!emojiNamePattern.test(name))
      throw new Refusal('BAD_INPUT', { field: 'name', reason: 'Name it with 2 to 32 small letters, digits, - or _, a letter first.' });
    await this.requireRoom(workspaceId, name);
    const now = this.clock.now();
    const id = randomUUID();
    const place = { workspaceId, limit: limits.emojiBytes, now };
    const insert = 'insert into emoji (id, workspace_id, name, file_id, by_id, created_at) values ($1, $2, $3, $4, $5, $6)';
    await keepFile(
      { db: this.db, files: this.files },
      place,
      content,
      (tx, file) => tx.query(insert, [id, workspaceId, name, file.id, viewer.personId, now]),
      requireSmallPicture,
    ).catch((error: unknown) => {
      if (taken(error)) throw nameTaken(name);
      if (error instanceof Refusal && error.code === 'TOO_LARGE')
        throw new Refusal('BAD_INPUT', { field: 'file', reason: 'Choose a picture of at most 128 KB.' });
      throw error;
    });
    const [emoji] = await select<Emoji>(this.db, `${emojiSql} where e.id = $1`, [id]);
    if (!emoji) throw new Refusal('NOT_FOUND');
    return emoji;
  }

  /** Takes one away; where it was used, its name stays as text. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [emoji] = await select<{ workspace_id: string; by_id: string }>(
        tx,
        'select workspace_id, by_id from emoji where id = $1 for update',
        [id],
      );
      if (!emoji) throw new Refusal('NOT_FOUND');
      const actor = await this.access.actorIn(tx, viewer, emoji.workspace_id);
      this.access.decide(actor, may(actor, 'emoji.remove', { byId: emoji.by_id }));
      await tx.query('delete from emoji where id = $1', [id]);
    });
  }

  /** The picture, for everybody in the workspace. */
  async open(viewer: Viewer, id: string) {
    const [emoji] = await select<{ workspace_id: string; file_id: string; name: string }>(
      this.db,
      'select workspace_id, file_id, name from emoji where id = $1',
      [id],
    );
    if (!emoji) throw new Refusal('NOT_FOUND');
    await this.access.requireInWorkspace(this.db, viewer, 'emoji.read', emoji.workspace_id);
    const file = await storedFile(this.db, emoji.file_id);
    if (!file) throw new Refusal('NOT_FOUND');
    return { file, name: emoji.name, content: () => this.files.get(file.id) };
  }

  /** Refuses what is neither an emoji nor the name of one of the workspace's own. */
  async requireReaction(sql: Sql, workspaceId: string, reaction: string): Promise<void> {
    if (isEmoji(reaction)) return;
    const name = ownEmojiName(reaction);
    const [own] = name ? await select(sql, 'select 1 from emoji where workspace_id = $1 and name = $2', [workspaceId, name]) : [];
    if (!own) throw new Refusal('BAD_INPUT', { field: 'emoji', reason: 'Choose an emoji.' });
  }

  private async requireRoom(workspaceId: string, name: string) {
    const [row] = await select<{ count: number; taken: boolean }>(
      this.db,
      'select count(*)::int as count, coalesce(bool_or(name = $2), false) as taken from emoji where workspace_id = $1',
      [workspaceId, name],
    );
    if (row?.taken) throw nameTaken(name);
    if ((row?.count ?? 0) >= limits.emojis)
      throw new Refusal('BAD_INPUT', { reason: `A workspace has at most ${limits.emojis} emoji of its own. Take some away first.` });
  }
}

const nameTaken = (name: string) =>
  new Refusal('BAD_INPUT', { field: 'name', reason: `There is a :${name}: already. Choose another name.` });

@Controller('emoji')
export class EmojiController {
  constructor(
    private readonly emoji: EmojiService,
    private readonly viewers: ViewerFinder,
  ) {}

  /** POST /emoji/<workspace id> with the picture as the body and the emoji's name as the file's. */
  @Post(':workspaceId')
  create(@Req() req: Request, @Param('workspaceId') workspaceId: string) {
    return answering(req, async () => this.emoji.create(await senderOf(this.viewers, req), workspaceId, fileNameOf(req), req));
  }

  @Get(':id')
  open(@Req() req: Request, @Res() res: Response, @Param('id') id: string) {
    return answering(req, async () => deliver(req, res, await this.emoji.open(await viewerOf(this.viewers, req), id)));
  }
}

@Resolver()
export class EmojiResolver {
  constructor(private readonly emoji: EmojiService) {}

  @Query(() => [Emoji], { name: 'emoji', description: "The workspace's own emoji, by name." })
  list(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.emoji.list(viewer, workspaceId);
  }

  @Mutation(() => Boolean)
  async removeEmoji(@CurrentViewer() viewer: Viewer, @Args('emojiId', { type: () => ID }) id: string) {
    await this.emoji.remove(viewer, id);
    return true;
  }
}

@Global()
@Module({ providers: [EmojiService, EmojiResolver], controllers: [EmojiController], exports: [EmojiService] })
export class EmojiModule {}
