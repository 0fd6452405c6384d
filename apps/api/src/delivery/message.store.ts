import type { DeliveryClass } from '@baton/domain';
import { changed, select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** A message as it is sent, or was. */
export interface MessageRow {
  id: string;
  workspaceId: string;
  personId: string;
  slot: Date;
  channel: 'app' | 'mail' | 'push' | 'webhook';
  class: DeliveryClass;
  attempts: number;
  leaseUntil: Date;
}

export type NewMessage = Pick<MessageRow, 'workspaceId' | 'personId' | 'slot' | 'channel' | 'class'>;

const columns = `id, workspace_id as "workspaceId", person_id as "personId", slot, channel, class, attempts, lease_until as "leaseUntil"`;

/** Adds to a message that could not be handed over so far: missed slots merge into one (L4). Null when there is none. */
async function joinMessage(tx: Sql, { personId, slot, channel, class: deliveryClass }: NewMessage): Promise<{ id: string } | null> {
  const [row] = await changed<{ id: string }>(
    tx,
    `update message set slot = greatest(slot, $2), class = case when $4 = 'blocking' then $4 else class end where id = (
       select id from message where person_id = $1 and state = 'formed' and channel = $3 and class <> 'urgent' order by slot limit 1 for update)
     returning id`,
    [personId, slot, channel, deliveryClass],
  );
  return row ?? null;
}

/** Writes a message for a slot; null when there is one already. What only the page shows is sent by being written. */
export async function formMessage(tx: Sql, message: NewMessage, itemIds: readonly string[], now: Date): Promise<string | null> {
  const shown = message.channel === 'app';
  const joined = message.class === 'urgent' ? null : await joinMessage(tx, message);
  const [row] = joined
    ? [joined]
    : await select<{ id: string }>(
        tx,
        `insert into message (workspace_id, person_id, slot, channel, class, state, formed_at, next_try_at, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8) on conflict (person_id, slot, channel) do nothing returning id`,
        [
          message.workspaceId,
          message.personId,
          message.slot,
          message.channel,
          message.class,
          shown ? 'sent' : 'formed',
          now,
          shown ? now : null,
        ],
      );
  if (!row) return null;
  await tx.query(
    `update item set state = $3, message_id = $2, ended_at = case when $3 = 'sent' then $4::timestamptz end where id = any($1) and state = 'waiting'`,
    [itemIds, row.id, shown ? 'sent' : 'formed', now],
  );
  return row.id;
}

/** Takes one message that is to be sent now and keeps it until the lease ends; null when there is none. Other processes take others. */
export async function leaseMessage(db: Sql, now: Date, until: Date): Promise<MessageRow | null> {
  const [row] = await changed<MessageRow>(
    db,
    `update message set state = 'sending', lease_until = $2, attempts = attempts + 1 where id = (
       select id from message where (state = 'formed' and next_try_at <= $1) or (state = 'sending' and lease_until <= $1)
       order by next_try_at, id limit 1 for update skip locked) returning ${columns}`,
    [now, until],
  );
  return row ?? null;
}

/** What a try came to; only whoever still has the lease may say so. */
export async function settleMessage(
  tx: Sql,
  { id, leaseUntil }: Pick<MessageRow, 'id' | 'leaseUntil'>,
  end:
    | { state: 'sent'; at: Date; outside: boolean; digestAt: Date | null }
    | { state: 'failed' | 'dropped'; at: Date; error: string | null }
    | { state: 'formed'; nextTryAt: Date; error: string | null; uncounted?: boolean },
): Promise<boolean> {
  const rows = await changed(
    tx,
    `update message set state = $3, lease_until = null, sent_at = $4, outside = $5, error = $6, next_try_at = coalesce($7, next_try_at),
       attempts = attempts - $8, digest_at = $9 where id = $1 and state = 'sending' and lease_until = $2 returning id`,
    [
      id,
      leaseUntil,
      end.state,
      end.state === 'sent' ? end.at : null,
      end.state === 'sent' && end.outside,
      'error' in end ? end.error : null,
      end.state === 'formed' ? end.nextTryAt : null,
      end.state === 'formed' && end.uncounted ? 1 : 0,
      end.state === 'sent' ? end.digestAt : null,
    ],
  );
  if (rows.length > 0 && end.state !== 'formed')
    await tx.query(
      `update item set state = case when $2 = 'dropped' then 'dropped' else 'sent' end, ended_at = $3, ended_why = $4
       where message_id = $1 and state = 'formed'`,
      [id, end.state, end.at, end.state === 'failed' ? 'failed' : null],
    );
  return rows.length > 0;
}

/** The last slot for which somebody has a message, other than urgent ones. */
export async function lastSlotOf(sql: Sql, personId: string): Promise<number | null> {
  const [row] = await select<{ slot: Date | null }>(
    sql,
    `select max(slot) as slot from message where person_id = $1 and class <> 'urgent'`,
    [personId],
  );
  return row?.slot?.getTime() ?? null;
}

/** When the last digest that somebody was sent was written; null when there was none. */
export async function lastDigestOf(sql: Sql, personId: string): Promise<Date | null> {
  const [row] = await select<{ at: Date | null }>(sql, 'select max(digest_at) as at from message where person_id = $1', [personId]);
  return row?.at ?? null;
}
