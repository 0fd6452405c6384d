import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { FileKind } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file or a link on a task. Files lie in the file store; links lead to where an imported file stayed. */
@ObjectType()
@Entity()
export class Attachment {
  @Field(() => ID) @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') taskId!: string;
  @Field() @Column('text') name!: string;
  @Field(() => String, { description: 'http or https for a link, a path on this server for a file.' })
  @Column('text', { nullable: true })
  url!: string | null;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The comment that brought it.' })
  @Column('uuid', { nullable: true })
  commentId!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { nullable: true }) byId!: string | null;
  @Field({ description: 'What a picture shows, in words.' }) @Column('text') caption!: string;
  @Field(() => Float, { nullable: true }) @Column('bigint', { nullable: true }) bytes!: number | null;
  @Field({ description: 'The file itself stayed at the tool that it came from.' }) @Column('boolean') stayedAtSource!: boolean;
  @Field({ description: 'Sent, and shown nowhere yet: only its sender sees it.' }) @Column('boolean') pending!: boolean;
  @Field() @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
  /** From the stored file. */
  @Field(() => String, { description: 'picture, file or link.' }) kind!: FileKind;
  @Field(() => Int, { nullable: true }) width!: number | null;
  @Field(() => Int, { nullable: true }) height!: number | null;
}

/** An attachment as it is shown; `a` is the attachment, `s` its stored file. */
export const attachmentColumns = `a.id, a.name, coalesce(a.url, '/files/' || a.id) as url, a.comment_id as "commentId", a.by_id as "byId", a.caption,
  a.bytes::float8 as bytes, a.stayed_at_source as "stayedAtSource", a.pending, a.created_at as "createdAt", s.width, s.height,
  case when s.id is null then 'link' when s.width is null then 'file' else 'picture' end as kind`;
