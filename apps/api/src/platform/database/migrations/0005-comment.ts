import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on tasks and in comments, the workspace's own emoji, and drafts with everything that their form held. */
export class Comment0005 implements MigrationInterface {
  name = 'Comment1764200000000';

  async up(db: QueryRunner) {
    await db.query(`
-- Bytes in the file store under this id. Written after the bytes are on the disk, so a row never lacks them.
create table stored_file (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/octet-stream')),
  width integer,
  height integer,
  -- When it was last sent; what nothing shows is kept for a day after that.
  touched_at timestamptz not null,
  unique (workspace_id, sha256),
  check ((width is null) = (media_type = 'application/octet-stream'))
);

alter table attachment
  alter column url drop not null,
  add column file_id uuid references stored_file,
  add column comment_id uuid references comment on delete set null,
  add column by_id uuid references person,
  add column caption text not null default '',
  -- Only its sender sees it until a comment, a description or the task shows it.
  add column pending boolean not null default false,
  add column deleted_at timestamptz,
  add check ((url is null) <> (file_id is null));
create index attachment_comment on attachment (comment_id) where comment_id is not null;
create index attachment_file on attachment (file_id) where file_id is not null;
create index attachment_unplaced on attachment (by_id) where pending;

create table emoji (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  name text not null check (name ~ '^[a-z][a-z0-9_+-]{1,31}$'),
  file_id uuid not null references stored_file,
  by_id uuid not null references person,
  created_at timestamptz not null,
  unique (workspace_id, name)
);
create index emoji_file on emoji (file_id);

alter table draft add column more jsonb not null default '{}';
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
alter table draft drop column more;
drop table emoji;
delete from attachment where file_id is not null;
alter table attachment drop constraint attachment_check, drop column file_id, drop column comment_id, drop column by_id, drop column caption,
  drop column pending, drop column deleted_at, alter column url set not null;
drop table stored_file;
`);
  }
}
