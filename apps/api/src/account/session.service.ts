import { Injectable } from '@nestjs/common';
import { limits } from '@baton/domain';
import type { Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, daysAfter } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { select } from '../platform/database/database';
import { accessChanged } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import { Jobs } from '../platform/jobs/jobs';
import { hashToken, newToken } from '../platform/token';
import { Session } from './session.entity';

/** Opaque sessions: a random token in an HttpOnly cookie, its hash in the database. */
@Injectable()
export class SessionService extends ViewerFinder {
  /** `__Host-` binds the cookie to this host over HTTPS; plain HTTP, for a first look on one's own machine, cannot carry it. */
  private readonly cookieName: string;
  private readonly cookiePattern: RegExp;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    jobs: Jobs,
  ) {
    super();
    this.cookieName = settings.secure ? '__Host-baton' : 'baton';
    this.cookiePattern = new RegExp(`(?:^|;\\s*)${this.cookieName}=([\\w-]{20,})`);
    jobs.register({ name: 'session:sweep', cron: '17 3 * * *', run: () => this.sweep() });
  }

  /** The caller behind a Cookie header. Expiry is checked here, not by the sweep. */
  async find(cookieHeader: string | undefined): Promise<Viewer | null> {
    const token = cookieHeader && this.cookiePattern.exec(cookieHeader)?.[1];
    if (!token) return null;
    const session = hashToken(token);
    const [row] = await select<{ person_id: string }>(this.db, 'select person_id from session where token_hash = $1 and expires_at > $2', [
      session,
      this.clock.now(),
    ]);
    return row ? { personId: row.person_id, session } : null;
  }

  /** Starts a new session; an older one of the same browser is not reused, so a planted cookie gains nothing. */
  async start(tx: EntityManager, personId: string): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await tx.insert(Session, { tokenHash: hashToken(token), personId, createdAt: now, expiresAt: daysAfter(now, limits.sessionDays) });
    return token;
  }

  /** Ends one session. */
  async end(viewer: Viewer) {
    await this.db.transaction(async (tx) => {
      await tx.delete(Session, { tokenHash: viewer.session });
      await accessChanged(tx, viewer.personId);
    });
  }

  /** Ends all sessions of the person, but for the one given. */
  async endAll(tx: EntityManager, personId: string, except: string | null = null) {
    await tx.query('delete from session where person_id = $1 and token_hash is distinct from $2', [personId, except]);
    await accessChanged(tx, personId);
  }

  setCookie(res: Response, token: string | null) {
    const options = { httpOnly: true, secure: this.settings.secure, sameSite: 'lax' as const, path: '/' };
    if (token) res.cookie(this.cookieName, token, { ...options, maxAge: limits.sessionDays * 24 * 60 * 60 * 1000 });
    else res.clearCookie(this.cookieName, options);
  }

  private async sweep() {
    await this.db.query('delete from session where expires_at <= $1', [this.clock.now()]);
  }
}
