import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Refusal, limits, localDay, moveToZone } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, minutesAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import { Jobs } from '../platform/jobs/jobs';
import { requireText, requireZone } from '../platform/text';
import type { AccountInput, EditProfileInput } from './account.inputs';
import { Person } from './person.entity';
import { SessionService } from './session.service';

/** argon2id with 19 MiB and two passes: OWASP's password storage recommendation. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const emailPattern = /^[^\s@<>,;"()]+@[^\s@<>,;"()]+$/;

/** Lower case, so that Ana@ and ana@ are one account. */
const normalEmail = (email: string) => email.trim().toLowerCase();

@Injectable()
export class AccountService {
  /** Verified when nobody has the e-mail, so that a missing account takes as long as a wrong password. */
  private readonly nobody = hash('nobody has this password', argon);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'sign-in-attempt:sweep', cron: '23 * * * *', run: () => this.sweepAttempts() });
  }

  /** The person behind a viewer. */
  me(viewer: Viewer) {
    return this.db.manager.findOneByOrFail(Person, { id: viewer.personId });
  }

  /** For each of these people, whether the viewer is an admin of a workspace that they are in. */
  async administers(viewer: Viewer, personIds: readonly string[]): Promise<boolean[]> {
    const rows = await select<{ person_id: string }>(
      this.db,
      `select theirs.person_id from membership mine join membership theirs using (workspace_id)
       where mine.person_id = $1 and theirs.person_id = any($2) and mine.role in ('owner', 'admin')`,
      [viewer.personId, personIds],
    );
    const administered = new Set(rows.map((row) => row.person_id));
    return personIds.map((id) => administered.has(id));
  }

  /** Makes a person with a password, or turns the given placeholder into one. */
  async create(tx: EntityManager, account: AccountInput, claimsPersonId: string | null = null): Promise<Person> {
    const email = this.requireEmail(account.email);
    await this.requireFree(tx, email);
    const facts = {
      name: requireText(account.name, 'your name', limits.name),
      email,
      passwordHash: await this.hashPassword(account.password),
      zone: requireZone(account.zone),
      placeholder: false,
    };
    if (claimsPersonId) {
      await tx.update(Person, { id: claimsPersonId, placeholder: true }, facts);
      return tx.findOneByOrFail(Person, { id: claimsPersonId });
    }
    return tx.save(tx.create(Person, { ...facts, createdAt: this.clock.now() }));
  }

  /** Signs in with e-mail and password; at most 10 tries per account in 15 minutes, however they are sent. */
  async signIn(email: string, password: string): Promise<{ person: Person; token: string }> {
    const account = normalEmail(email).slice(0, limits.email);
    await this.countTry(account);
    const person = await this.db.manager.findOne(Person, {
      where: { email: account },
      select: {
        id: true,
        name: true,
        email: true,
        zone: true,
        calendar: true,
        calendarConfirmedAt: true,
        status: true,
        urgent: true,
        placeholder: true,
        createdAt: true,
        passwordHash: true,
      },
    });
    const right = await verify(person?.passwordHash ?? (await this.nobody), password.slice(0, limits.passwordMax)).catch(() => false);
    if (!person?.passwordHash || !right) throw new Refusal('WRONG_CREDENTIALS');
    const token = await this.db.transaction(async (tx) => {
      await tx.query('delete from sign_in_attempt where account = $1', [account]);
      return this.sessions.start(tx, person.id);
    });
    return { person, token };
  }

  /** Changes the password and ends all other sessions. */
  async changePassword(viewer: Viewer, current: string, next: string) {
    await this.countTry(viewer.personId);
    const { passwordHash } = await this.db.manager.findOneOrFail(Person, {
      where: { id: viewer.personId },
      select: { id: true, passwordHash: true },
    });
    if (!passwordHash || !(await verify(passwordHash, current.slice(0, limits.passwordMax)))) throw new Refusal('WRONG_CREDENTIALS');
    const nextHash = await this.hashPassword(next);
    await this.db.transaction(async (tx) => {
      await tx.query('delete from sign_in_attempt where account = $1', [viewer.personId]);
      await tx.update(Person, viewer.personId, { passwordHash: nextHash });
      await this.sessions.endAll(tx, viewer.personId, viewer.session);
    });
  }

  /** Changes the caller's own name, e-mail or zone; what is absent stays. */
  async editProfile(viewer: Viewer, input: EditProfileInput): Promise<Person> {
    await this.db.transaction(async (tx) => {
      const email = input.email == null ? undefined : this.requireEmail(input.email);
      if (email !== undefined) await this.requireFree(tx, email, viewer.personId);
      const facts = {
        ...(input.name != null && { name: requireText(input.name, 'your name', limits.name) }),
        ...(email !== undefined && { email }),
        ...(input.zone != null && (await this.movedTo(tx, viewer, requireZone(input.zone)))),
      };
      if (Object.keys(facts).length > 0) await tx.update(Person, viewer.personId, facts);
    });
    return this.me(viewer);
  }

  /** A person who said when they work is in the new zone from today on; where they were before stays on record. */
  private async movedTo(tx: EntityManager, viewer: Viewer, zone: string) {
    const { calendar } = await tx.findOneByOrFail(Person, { id: viewer.personId });
    if (!calendar) return { zone };
    const now = this.clock.now().getTime();
    return { zone, calendar: moveToZone(calendar, zone, localDay(calendar, now)) };
  }

  private requireEmail(email: string) {
    const normal = normalEmail(requireText(email, 'your e-mail address', limits.email));
    if (!emailPattern.test(normal))
      throw new Refusal('BAD_INPUT', { field: 'email', reason: 'Write a whole e-mail address, such as ana@example.org.' });
    return normal;
  }

  private async requireFree(tx: EntityManager, email: string, ownId?: string) {
    const [taken] = await select<{ id: string }>(tx, 'select id from person where lower(email) = $1', [email]);
    if (taken && taken.id !== ownId) throw new Refusal('EMAIL_TAKEN', { field: 'email' });
  }

  private hashPassword(password: string) {
    const { passwordMin, passwordMax } = limits;
    if (password.length < passwordMin || password.length > passwordMax)
      throw new Refusal('BAD_INPUT', { field: 'password', reason: `Choose a password of ${passwordMin} to ${passwordMax} characters.` });
    return hash(password, argon);
  }

  /** Counts before it looks at the password, under a lock, so that tries sent together are counted one by one. */
  private async countTry(account: string) {
    const now = this.clock.now();
    const since = minutesAfter(now, -limits.signInWindowMinutes);
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [account]);
      const [row] = await select<{ tries: number; first: Date }>(
        tx,
        'select count(*)::int as tries, min(at) as first from sign_in_attempt where account = $1 and at > $2',
        [account, since],
      );
      if (row && row.tries >= limits.signInTries)
        throw new Refusal('TOO_MANY_TRIES', { retryAt: minutesAfter(new Date(row.first), limits.signInWindowMinutes).toISOString() });
      await tx.query('insert into sign_in_attempt (account, at) values ($1, $2)', [account, now]);
    });
  }

  private async sweepAttempts() {
    await this.db.query('delete from sign_in_attempt where at < $1', [minutesAfter(this.clock.now(), -limits.signInWindowMinutes)]);
  }
}
