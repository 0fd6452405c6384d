import { Injectable } from '@nestjs/common';
import { type Ask, Refusal, limits } from '@baton/domain';
import { DataSource } from 'typeorm';
import { AskService } from '../../conversation/ask.service';
import { asksWhere } from '../../conversation/ask.store';
import { CommentService } from '../../conversation/comment.service';
import { Clock } from '../../platform/clock';
import { select } from '../../platform/database/database';
import type { Viewer } from '../../platform/graphql/context';
import { atMost } from '../../platform/text';
import { sameMailbox } from '../addresses';
import { ReachService } from '../reach.service';
import { type KnownToken, findToken } from '../token.store';
import type { Arrival, Handled } from './arrival';
import { AwayService } from './away.service';
import { MailFiles } from './files.service';
import { NoticeService } from './notice.service';
import { acknowledgementIn, newWords } from './words';

/** Answers by mail: to an ask when the sender owes it, else a comment on the task that the mail was about. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly asks: AskService,
    private readonly comments: CommentService,
    private readonly reach: ReachService,
    private readonly away: AwayService,
    private readonly files: MailFiles,
    private readonly notices: NoticeService,
  ) {}

  /** Handles a mail to a reply address; null when it is none that works. */
  async take(arrival: Arrival, tag: string): Promise<Handled | null> {
    const token = await findToken(this.db, tag, 'reply', this.clock.now());
    if (!token?.taskId) return null;
    const { personId, taskId } = token;
    const { mail } = arrival;
    const { email } = await this.reach.of(this.db, personId);
    if (!email || !sameMailbox(mail.from, email)) return this.stranger(arrival, token);
    const words = newWords(mail.text, arrival.address);
    const { kept, left } = this.files.sort(arrival);
    if (words === '' && kept.length === 0) return this.empty(arrival, token);
    const text = [words, kept.length > 0 && `Files: ${kept.join(', ')}`].filter(Boolean).join('\n\n');
    const outcome = await this.post(arrival, token, atMost(text, 'the text', limits.comment));
    await this.files.keep({ personId, session: '' }, taskId, arrival);
    if (left.length > 0) await this.tooLarge(arrival, left);
    await this.away.answer(mail, { personId, others: await this.meant(token) });
    return { outcome, personId, taskId };
  }

  private async post(arrival: Arrival, token: KnownToken, text: string): Promise<'answered' | 'commented'> {
    const viewer: Viewer = { personId: token.personId, session: '' };
    const [ask] = token.askId ? await asksWhere(this.db, 'a.id = $1', [token.askId]) : [];
    if (ask && owes(ask, token.personId) && (await this.answer(arrival, viewer, ask, text))) return 'answered';
    await this.comments.post(viewer, {
      commandId: arrival.idOf('comment'),
      id: arrival.idOf('text'),
      taskId: token.taskId ?? '',
      kind: 'note',
      text,
      replyToId: ask?.commentId ?? token.commentId,
    });
    return 'commented';
  }

  /** Gives the answer; false when the ask is settled by now, so that the words become a comment and are not lost. */
  private async answer(arrival: Arrival, viewer: Viewer, ask: Ask, text: string): Promise<boolean> {
    const said = ask.want === 'acknowledgement' ? acknowledgementIn(text) : { text };
    try {
      await this.asks.step(viewer, { commandId: arrival.idOf('answer'), askId: ask.id, step: 'answer', ...said });
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'CONFLICT') return false;
      throw error;
    }
  }

  /** For whom the words are: whoever asked, wrote the comment, or owns the task. */
  private async meant({ taskId, askId, commentId }: KnownToken): Promise<string[]> {
    const [row] = await select<{ id: string | null }>(
      this.db,
      `select coalesce((select asker_id from ask where id = $2), (select author_id from comment where id = $3), t.owner_id) as id from task t where t.id = $1`,
      [taskId, askId, commentId],
    );
    return row?.id ? [row.id] : [];
  }

  /** A reply address was passed on, or somebody writes from another address than Baton knows: the words are not put into their mouth. */
  private async stranger({ mail, idOf }: Arrival, { personId }: KnownToken): Promise<Handled> {
    await this.notices.tell(mail, {
      reason: `sender:${idOf('sender')}`,
      sentences: [
        `Your mail was not kept: that reply address belongs to somebody who does not write from ${mail.from}. If it is yours, write from the address of your Baton account, or open the task in Baton.`,
      ],
      text: mail.text,
    });
    return { outcome: 'refused', why: 'the sender is somebody else', personId };
  }

  private tooLarge({ mail, idOf }: Arrival, names: string[]): Promise<boolean> {
    const sentences = [`Your words were kept, but these files were too large or too many and were not: ${names.join(', ')}.`];
    return this.notices.tell(mail, { reason: `files:${idOf('large')}`, sentences });
  }

  private async empty({ mail, idOf }: Arrival, { personId }: KnownToken): Promise<Handled> {
    await this.notices.tell(mail, {
      reason: `empty:${idOf('empty')}`,
      sentences: ['There were no words of yours in your mail, so nothing was posted. Write your answer above what you answer to.'],
    });
    return { outcome: 'empty', personId };
  }
}

/** Whether the ask is or was theirs: what became of it is said by the rules, which also know the same mail again. */
const owes = (ask: Ask, personId: string) => ask.holderId === personId || ask.poolIds.includes(personId);
