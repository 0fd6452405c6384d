import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings';
import { isPublicAddress } from './public-address';

/** The address may not be called from here; says nothing of what is behind it. */
export class EgressRefused extends Error {}

/** A request to somebody else's server. */
export interface Outgoing {
  url: string;
  headers: Record<string, string | number>;
  body: string | Buffer;
}

const patienceMs = 10_000;
const mostBytes = 64 * 1024;
const usualPorts: Record<string, number> = { 'http:': 80, 'https:': 443 };

/** All requests that Baton makes to addresses that people gave it. */
@Injectable()
export class Egress {
  /** Milliseconds from the first look-up to the last byte. */
  patience = patienceMs;
  /** How names become addresses; tests bring names of their own. */
  resolve = async (host: string): Promise<string[]> => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

  constructor(private readonly settings: Settings) {}

  /** What is wrong with an address, before anything is asked of the net; null when it may be kept. */
  faultIn(url: string): string | null {
    if (!URL.canParse(url)) return 'Write the whole address, beginning with https://.';
    const { protocol, username, password, hostname } = new URL(url);
    if (!(protocol in usualPorts)) return 'The address must begin with https:// or http://.';
    if (username || password) return 'The address must not carry a name or a password.';
    if (this.isAllowed(new URL(url))) return null;
    if (portOf(new URL(url)) !== usualPorts[protocol]) return 'The address must use the usual port of the web.';
    const literal = literalOf(hostname);
    if (literal !== null && !isPublicAddress(literal)) return 'The address belongs to a private network. Whoever runs Baton can allow it.';
    return null;
  }

  /**
   * Posts, and answers with the status. Every address of the name is checked, and the one that was checked is the one that is called, so that a
   * name which changes meanwhile leads nowhere else. Redirects are not followed, and little of the answer is read. Throws EgressRefused, or
   * whatever went wrong on the way.
   */
  async post({ url, headers, body }: Outgoing): Promise<number> {
    const fault = this.faultIn(url);
    if (fault) throw new EgressRefused(fault);
    const signal = AbortSignal.timeout(this.patience);
    const target = new URL(url);
    const address = await until(this.addressOf(target), signal);
    return new Promise((done, failed) => {
      const { request } = target.protocol === 'https:' ? https : http;
      const call = request({
        method: 'POST',
        host: address,
        port: portOf(target),
        path: `${target.pathname}${target.search}`,
        servername: isIP(target.hostname) ? '' : target.hostname,
        headers: { ...headers, host: target.host, 'content-length': Buffer.byteLength(body), 'user-agent': 'Baton' },
        agent: false,
        maxHeaderSize: 16 * 1024,
        signal,
      });
      call.on('error', failed);
      call.on('response', (answer) => {
        let bytes = 0;
        const end = () => done(answer.statusCode ?? 0);
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > mostBytes) {
            call.destroy();
            end();
          }
        });
        answer.on('end', end).on('error', failed);
      });
      call.end(body);
    });
  }

  /** The address to call; refuses a name of which any address is not of the open net. */
  private async addressOf(target: URL): Promise<string> {
    const literal = literalOf(target.hostname);
    const addresses = literal === null ? await this.resolve(target.hostname) : [literal];
    const [first] = addresses;
    if (first === undefined) throw new EgressRefused('The address leads nowhere.');
    if (!this.isAllowed(target) && !addresses.every(isPublicAddress))
      throw new EgressRefused('The address belongs to a private network. Whoever runs Baton can allow it.');
    return first;
  }

  /** Whether whoever runs Baton named this host, or this host and port. */
  private isAllowed(target: URL): boolean {
    const names = this.settings.EGRESS_ALLOW.toLowerCase().split(/[\s,]+/);
    const host = target.hostname.toLowerCase();
    return names.includes(`${host}:${portOf(target)}`) || (names.includes(host) && portOf(target) === usualPorts[target.protocol]);
  }
}

const portOf = (target: URL) => Number(target.port) || (usualPorts[target.protocol] ?? 0);
/** An address that is written where a name could stand; URL has turned every spelling of one into the usual by then. */
const literalOf = (hostname: string) => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : null;
};

/** A promise that is given up when the signal says so. */
const until = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([work, new Promise<never>((_, give) => signal.addEventListener('abort', () => give(new Error('It took too long.'))))]);
