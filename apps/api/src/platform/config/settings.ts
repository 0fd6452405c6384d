import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Every setting of the API process, each an environment variable. `.env.example` explains them to whoever runs Baton. */
export const settingsSchema = z.object({
  PORT: whole(0, 65_535).default(3000).describe('The port that serves the page and the API.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on; 0.0.0.0 for all.'),
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The address that people type. https makes cookies Secure.'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('A PostgreSQL 15 or later; npm start gives its own.'),
  DATABASE_POOL: whole(2, 200).default(10).describe('Connections that this process keeps to the database.'),
  BATON_DATA: z.string().min(1).default('.data').describe('The folder for uploaded files and, with npm start, the database.'),
  BATON_ROLE: z.enum(['all', 'api', 'worker']).default('all').describe('Who runs background jobs: all, or processes apart.'),
  WEB_DIR: z.string().min(1).optional().describe('The folder of the built web client.'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').describe('How much is logged.'),
  TRUST_PROXY: whole(0, 10).default(0).describe('How many proxies stand in front.'),
  ALLOW_UNSAFE_DURABILITY: flag.default(false).describe('true starts on a database that can lose acknowledged writes.'),
  INTROSPECTION: flag.default(false).describe('true lets anybody read the GraphQL schema from the server.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Where mail is handed over; without it mail stays in the outbox that admins can read.'),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, 'write Name <name@host>')
    .default('Baton <baton@localhost>')
    .describe('The sender of all mail.'),
  INBOUND_ADDRESS: z
    .string()
    .regex(/^[^<>\s@+]{1,30}@[^<>\s@]+$/, 'write name@host, the name without a plus sign and at most 30 characters long')
    .optional()
    .describe('The mailbox whose name+anything addresses come back to Baton.'),
  INBOUND_PORT: whole(0, 65_535).optional().describe('The port on which Baton itself receives mail.'),
  INBOUND_HOST: z.string().min(1).default('127.0.0.1').describe('The address on which it receives mail.'),
  INBOUND_PROTOCOL: z.enum(['smtp', 'lmtp']).default('smtp').describe('What the mail server that passes mail on speaks.'),
  IMAP_URL: z
    .url({ protocol: /^imaps?$/ })
    .optional()
    .describe('A mailbox to fetch mail from: imaps://user:password@host/INBOX.'),
  EGRESS_ALLOW: z.string().default('').describe('Private hosts that webhooks and push may call: host or host:port, with commas between.'),
});

export type SettingValues = z.infer<typeof settingsSchema>;

/** What is wrong with the settings, in sentences that a person can act on. */
export class SettingsProblem extends Error {}

/** The settings of this process, validated; injected wherever one is needed. */
export class Settings implements SettingValues {
  PORT!: number;
  HOST!: string;
  BASE_URL?: string | undefined;
  DATABASE_URL!: string;
  DATABASE_POOL!: number;
  BATON_DATA!: string;
  BATON_ROLE!: 'all' | 'api' | 'worker';
  WEB_DIR?: string | undefined;
  LOG_LEVEL!: SettingValues['LOG_LEVEL'];
  TRUST_PROXY!: number;
  ALLOW_UNSAFE_DURABILITY!: boolean;
  INTROSPECTION!: boolean;
  SMTP_URL?: string | undefined;
  MAIL_FROM!: string;
  INBOUND_ADDRESS?: string | undefined;
  INBOUND_PORT?: number | undefined;
  INBOUND_HOST!: string;
  INBOUND_PROTOCOL!: 'smtp' | 'lmtp';
  IMAP_URL?: string | undefined;
  EGRESS_ALLOW!: string;

  constructor(values: SettingValues) {
    Object.assign(this, values);
  }

  /** Whether people come by HTTPS, so that cookies are Secure and bound to the host. */
  get secure() {
    return this.BASE_URL?.startsWith('https:') ?? false;
  }

  /** The address that links in mails begin with. */
  get origin(): string {
    return (this.BASE_URL ?? `http://localhost:${this.PORT}`).replace(/\/$/, '');
  }

  /** Whether a browser page of this origin may open a socket: our own address, or the very host that was asked. */
  originAllowed(origin: string | undefined, host: string | undefined): boolean {
    if (!origin) return false;
    if (this.BASE_URL && new URL(this.BASE_URL).origin === origin) return true;
    return !this.BASE_URL && URL.canParse(origin) && new URL(origin).host === host;
  }
}

/** Reads and validates the environment; throws SettingsProblem with one sentence per bad setting. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([key, value]) => key in settingsSchema.shape && value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return new Settings(parsed.data);
  throw new SettingsProblem(
    parsed.error.issues
      .map((issue) => {
        const name = String(issue.path[0]);
        const value = given[name];
        return value === undefined ? `${name} is missing.` : `${name} cannot be "${value}": ${issue.message}.`;
      })
      .join(' '),
  );
}
