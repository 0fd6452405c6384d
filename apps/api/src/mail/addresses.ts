import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings';

/** An address in its two parts, in small letters: no mail server that matters tells them apart by case. */
export function partsOf(address: string): { local: string; tag: string; domain: string } {
  const at = address.lastIndexOf('@');
  const [local = '', ...tag] = address.slice(0, at).toLowerCase().split('+');
  return { local, tag: tag.join('+'), domain: address.slice(at + 1).toLowerCase() };
}

/** Whether two addresses lead to the same mailbox, whatever stands behind a plus sign. */
export function sameMailbox(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return a.local !== '' && a.local === b.local && a.domain === b.domain;
}

/** The addresses of this Baton: who writes, and where answers come back. */
@Injectable()
export class Addresses {
  readonly from: { name: string; address: string };
  /** The mailbox that is read; null when answers are not. */
  readonly inbound: string | null;

  constructor(readonly settings: Settings) {
    const [, name = '', address = settings.MAIL_FROM] = /^([^<>]*)<([^<>]+)>$/.exec(settings.MAIL_FROM) ?? [];
    this.from = { name: name.replaceAll('"', '').trim() || 'Baton', address: address.trim() };
    const reads = settings.INBOUND_PORT !== undefined || settings.IMAP_URL !== undefined;
    this.inbound = reads ? (settings.INBOUND_ADDRESS ?? this.from.address).toLowerCase() : null;
  }

  /** The host that names our messages and lists. */
  get domain() {
    return partsOf(this.from.address).domain;
  }

  /** The mailbox with something behind a plus sign; null when answers are not read. */
  tagged(tag: string): string | null {
    return this.inbound && this.inbound.replace('@', `+${tag}@`);
  }

  /** What stands behind the plus sign of an address of ours; null for any other address. */
  tagOf(address: string): string | null {
    if (!this.inbound || !sameMailbox(address, this.inbound)) return null;
    return partsOf(address).tag;
  }
}
