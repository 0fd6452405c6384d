import { randomBytes } from 'node:crypto';
import { daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import { hashToken } from '../platform/token';

/** What a secret of a mail is good for. */
export type TokenKind = 'answer' | 'reply' | 'unsubscribe' | 'bounce';
/** For how many days each of them works; null for as long as somebody keeps the mail. */
const days: Record<TokenKind, number | null> = { answer: 30, reply: 90, unsubscribe: null, bounce: 30 };

/** A secret that is about to be made. */
export interface NewToken {
  kind: TokenKind;
  personId: string;
  taskId?: string | null;
  askId?: string | null;
  commentId?: string | null;
  email?: string | null;
}

/** A secret that was sent, with whom and what it is about. */
export interface KnownToken {
  kind: TokenKind;
  personId: string;
  taskId: string | null;
  askId: string | null;
  commentId: string | null;
  email: string | null;
  commandId: string;
  usedFor: string | null;
  usedAt: Date | null;
  expiresAt: Date | null;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
/** 160 random bits in 32 small letters and digits: it must live in the name of an address, where case may be lost. */
export const newMailToken = () => Array.from(randomBytes(32), (byte) => letters[byte & 31]).join('');
/** Whether something could be such a secret. */
export const looksLikeToken = (text: string) => /^[a-z2-7]{32}$/.test(text);

/** Makes secrets, in the order of the wishes. Only their hashes are kept. */
export async function mintTokens(sql: Sql, wishes: readonly NewToken[], now: Date): Promise<string[]> {
  const tokens = wishes.map(() => newMailToken());
  const until = (kind: TokenKind) => {
    const most = days[kind];
    return most === null ? null : daysAfter(now, most);
  };
  await sql.query(
    `insert into mail_token (token_hash, kind, person_id, task_id, ask_id, comment_id, email, created_at, expires_at)
     select x.hash, x.kind, x.person, t.id, a.id, c.id, x.email, $8, x.until
     from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $9::timestamptz[])
       as x(hash, kind, person, task, ask, comment, email, until)
     left join task t on t.id = x.task left join ask a on a.id = x.ask left join comment c on c.id = x.comment`,
    [
      tokens.map(hashToken),
      wishes.map(({ kind }) => kind),
      wishes.map(({ personId }) => personId),
      wishes.map(({ taskId }) => taskId ?? null),
      wishes.map(({ askId }) => askId ?? null),
      wishes.map(({ commentId }) => commentId ?? null),
      wishes.map(({ email }) => email ?? null),
      now,
      wishes.map(({ kind }) => until(kind)),
    ],
  );
  return tokens;
}

/** The secret of this kind, while it works; null for one that was never made, is of another kind, or has expired. */
export async function findToken(sql: Sql, token: string, kind: TokenKind, now: Date): Promise<KnownToken | null> {
  if (!looksLikeToken(token)) return null;
  const [row] = await select<KnownToken>(
    sql,
    `select kind, person_id as "personId", task_id as "taskId", ask_id as "askId", comment_id as "commentId", email,
       command_id as "commandId", used_for as "usedFor", used_at as "usedAt", expires_at as "expiresAt"
     from mail_token where token_hash = $1 and kind = $2 and (expires_at is null or expires_at > $3)`,
    [hashToken(token), kind, now],
  );
  return row ?? null;
}

/** Notes what a secret was used for; the first use stays. */
export const markUsed = (sql: Sql, token: string, usedFor: string, now: Date) =>
  sql.query('update mail_token set used_for = $2, used_at = $3 where token_hash = $1 and used_at is null', [
    hashToken(token),
    usedFor,
    now,
  ]);
