import { Injectable } from '@nestjs/common';
import { type Acknowledgement, type Ask, Refusal, acknowledgements } from '@baton/domain';
import { DataSource } from 'typeorm';
import { AskService } from '../conversation/ask.service';
import { asksWhere } from '../conversation/ask.store';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { type KnownToken, findToken, markUsed } from './token.store';

/** What the link of a mail is about, as its page shows it. */
export interface Asked {
  token: KnownToken;
  ask: Ask;
  askerName: string;
  personName: string;
  taskKey: string;
  taskTitle: string;
  boardName: string;
  text: string;
}

export const isAcknowledgement = (word: string): word is Acknowledgement => (acknowledgements as readonly string[]).includes(word);
/** What the thread says when an ask of another kind is answered with one click. */
const spoken: Record<Acknowledgement, string> = { seen: 'Seen.', agree: 'Agreed.', object: '', done: 'Done.' };

/** Answers that are given from a mail, without an account being signed in: the link is the right to give this one answer. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly asks: AskService,
  ) {}

  /** What a link is about; null when it no longer works. Looking changes nothing: mail programs open links before people do. */
  async find(secret: string): Promise<Asked | null> {
    const token = await findToken(this.db, secret, 'answer', this.clock.now());
    if (!token?.askId) return null;
    const [ask] = await asksWhere(this.db, 'a.id = $1', [token.askId]);
    if (!ask) return null;
    const [row] = await select<Omit<Asked, 'token' | 'ask'>>(
      this.db,
      `select coalesce(asker.name, '') as "askerName", p.name as "personName", b.key || '-' || t.number as "taskKey", t.title as "taskTitle",
         b.name as "boardName", case when c.deleted_at is null then c.text else '' end as text
       from task t join board b on b.id = t.board_id join comment c on c.id = $2 join person p on p.id = $3
       left join person asker on asker.id = $4 where t.id = $1`,
      [ask.taskId, ask.commentId, token.personId, ask.askerId],
    );
    return row ? { token, ask, ...row } : null;
  }

  /**
   * Gives the answer, once. The secret carries the id of its command, so a second press, or one after a crash, finds the first; another
   * answer with the same link is refused. What the person may do is asked at this moment, as for any command.
   */
  async give(secret: string, ack: Acknowledgement, words: string): Promise<Asked> {
    const asked = await this.find(secret);
    if (!asked) throw new Refusal('NOT_FOUND', { reason: 'This link no longer works. Open the task in Baton to answer.' });
    const { token, ask } = asked;
    const text = words.trim();
    if (ack === 'object' && text === '') throw new Refusal('BAD_INPUT', { reason: 'Write what you object to, so that it can be solved.' });
    await this.asks.step(
      { personId: token.personId, session: '' },
      { commandId: token.commandId, askId: ask.id, step: 'answer', ack, text: ask.want === 'acknowledgement' || text ? text : spoken[ack] },
    );
    await markUsed(this.db, secret, ack, this.clock.now());
    return asked;
  }
}
