import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal, limits } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock';
import { select } from '../../platform/database/database';
import type { Viewer } from '../../platform/graphql/context';
import { TaskService } from '../../task/task.service';
import { Access } from '../../workspace/access';
import { Addresses } from '../addresses';
import { inOneLine } from '../render/letter';
import { AwayService } from './away.service';
import type { Arrival, Handled } from './arrival';
import { MailFiles } from './files.service';
import { NoticeService } from './notice.service';
import { plainSubject } from './words';

/** The address of a board: a mail to it becomes a task in the first column of what waits to be started. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly addresses: Addresses,
    private readonly tasks: TaskService,
    private readonly files: MailFiles,
    private readonly away: AwayService,
    private readonly notices: NoticeService,
  ) {}

  /** The board's address, made when it is first asked for; null when Baton receives no mail. */
  async addressOf(viewer: Viewer, boardId: string, anew = false): Promise<string | null> {
    const board = await this.access.requireOnBoard(this.db, viewer, anew ? 'board.edit' : 'task.create', { boardId });
    if (!this.addresses.inbound) return null;
    const fresh = `${board.key.toLowerCase()}.${randomBytes(8).toString('hex').slice(0, 10)}`;
    const [row] = await select<{ local: string }>(
      this.db,
      `insert into board_address (board_id, local, created_at) values ($1, $2, $3)
       on conflict (board_id) do update set local = case when $4 then $2 else board_address.local end returning local`,
      [boardId, fresh, this.clock.now(), anew],
    );
    return row ? this.addresses.tagged(row.local) : null;
  }

  /** Handles a mail to a board's address; null when it is none. */
  async take(arrival: Arrival, tag: string): Promise<Handled | null> {
    const { mail } = arrival;
    const [board] = await select<{ id: string; name: string; column_id: string | null; last_id: string | null; triage_id: string | null }>(
      this.db,
      `select b.id, b.name, b.triage_id, c.id as column_id,
         (select t.id from task t where t.column_id = c.id order by t.rank desc limit 1) as last_id
       from board_address a join board b on b.id = a.board_id and b.archived_at is null
       left join lateral (select id from board_column where board_id = b.id and class = 'queued' and archived_at is null and deleted_at is null
         order by rank limit 1) c on true where a.local = $1`,
      [tag],
    );
    if (!board) return null;
    const [person] = await select<{ id: string }>(this.db, 'select id from person where lower(email) = $1 and not placeholder', [
      mail.from,
    ]);
    const viewer = { personId: person?.id ?? '', session: '' };
    if (!person || !(await this.mayCreate(viewer, board.id))) return this.stranger(mail, board);
    if (!board.column_id)
      throw new Refusal('BAD_INPUT', { reason: `The board ${board.name} has no column for work that waits to be started.` });
    const taskId = await this.create(arrival, viewer, { columnId: board.column_id, afterTaskId: board.last_id });
    await this.files.keep(viewer, taskId, arrival);
    await this.away.answer(mail, { personId: person.id, others: board.triage_id ? [board.triage_id] : [] });
    return { outcome: 'created', personId: person.id, taskId };
  }

  private async create({ mail, idOf }: Arrival, viewer: Viewer, place: { columnId: string; afterTaskId: string | null }): Promise<string> {
    // What is marked as a signature goes; a forwarded mail stays whole, because it is what was meant.
    const text = mail.text
      .replaceAll('\r', '')
      .replace(/\n-- \n(?:[^\n]*\n?){0,10}$/, '')
      .trim();
    const title = inOneLine(plainSubject(mail.subject) || text, limits.title) || 'A mail without words';
    const id = idOf('task');
    // Where the column ends may have changed when the same mail comes again, and the command with it.
    const known = await select(this.db, 'select 1 from task where id = $1', [id]);
    if (known.length === 0) await this.tasks.create(viewer, { commandId: idOf('create'), ...place, tasks: [{ id, title }] });
    if (text)
      await this.tasks.editDescription(viewer, {
        commandId: idOf('describe'),
        taskId: id,
        text: [...text].slice(0, limits.description).join(''),
        baseVersion: 0,
      });
    return id;
  }

  private async mayCreate(viewer: Viewer, boardId: string): Promise<boolean> {
    try {
      await this.access.requireOnBoard(this.db, viewer, 'task.create', { boardId });
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  private async stranger(mail: Arrival['mail'], board: { id: string }): Promise<Handled> {
    await this.notices.tell(mail, {
      reason: `member:${board.id}`,
      sentences: [
        `Your mail was not kept: only members of the board can send tasks to this address, and ${mail.from} is not the address of one. Ask somebody on the board to pass it on, or to invite you.`,
      ],
      text: mail.text,
    });
    return { outcome: 'refused', why: 'the sender is no member' };
  }
}
