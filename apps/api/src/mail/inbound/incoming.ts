import { createHash } from 'node:crypto';
import { type AddressObject, type HeaderLines, type ParsedMail, simpleParser } from 'mailparser';
import { automaticBecause } from './automatic';

/** A file that came with a mail. */
export interface MailFile {
  name: string;
  type: string;
  content: Buffer;
}

/** A mail as it came in, read by a library. */
export interface IncomingMail {
  /** Its Message-ID, or a hash of all of it when it has none. */
  id: string;
  messageId: string | null;
  from: string;
  fromName: string;
  /** Everybody that it says it is for. */
  to: string[];
  subject: string;
  text: string;
  files: MailFile[];
  /** Why a machine wrote it, or null. */
  automatic: string | null;
  /** What a mail server reports of a mail that it could not deliver. */
  failure: { status: string; why: string } | null;
}

/** Where a mail names its receivers. */
export const addressHeaders = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to', 'resent-to'];

/** The value of each header as it was written; of several the first. */
function rawHeaders(lines: HeaderLines): Map<string, string> {
  const found = new Map<string, string>();
  for (const { key, line } of lines)
    if (!found.has(key))
      found.set(
        key,
        line
          .slice(line.indexOf(':') + 1)
          .replace(/\r?\n/g, ' ')
          .trim(),
      );
  return found;
}

const addressesIn = (text: string) => text.match(/[^\s<>,;:"'()[\]]+@[^\s<>,;:"'()[\]]+/g) ?? [];
const listOf = (field: AddressObject | AddressObject[] | undefined) => (field ? [field].flat() : []).flatMap(({ value }) => value);

/** What a delivery status notification says (RFC 3464): only a failure that lasts counts. */
function failureOf(mail: ParsedMail, reported: boolean): IncomingMail['failure'] {
  const report = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  // The library adds the report to the text, unless it is sent as a file.
  const text = report ? report.content.toString('utf8') : reported ? (mail.text ?? '') : '';
  const [, status] = /^Status:\s*(5\.\d{1,3}\.\d{1,3})/im.exec(text) ?? [];
  if (!status || !/^Action:\s*failed/im.test(text)) return null;
  const [, why] = /^Diagnostic-Code:\s*(?:[^;\n]*;)?\s*(.+(?:\r?\n[ \t].+)*)/im.exec(text) ?? [];
  return { status, why: (why ?? status).replace(/\s+/g, ' ').slice(0, 300) };
}

/** Reads a mail. `envelopeFrom` is the return path where it is known, as in SMTP. */
export async function readMail(raw: Buffer, envelopeFrom: string | null): Promise<IncomingMail> {
  const mail = await simpleParser(raw, { skipImageLinks: true, maxHtmlLengthToParse: 1_000_000 });
  const headers = rawHeaders(mail.headerLines);
  const [sender] = listOf(mail.from);
  const from = (sender?.address ?? '').toLowerCase();
  const subject = mail.subject ?? '';
  return {
    id: mail.messageId ?? createHash('sha256').update(raw).digest('base64url'),
    messageId: mail.messageId ?? null,
    from,
    fromName: sender?.name ?? '',
    to: [...new Set(addressHeaders.flatMap((name) => addressesIn(headers.get(name) ?? '')).map((address) => address.toLowerCase()))],
    subject,
    text: mail.text ?? '',
    // Pictures of a signature are named by the text; what is named there and nowhere else is not a file that somebody sent.
    files: mail.attachments
      .filter(
        ({ related, contentType }) =>
          !related && !/^(?:message|application)\/(?:delivery-status|pgp-signature|pkcs7-signature)$/.test(contentType),
      )
      .map(({ filename, contentType, content }, i) => ({ name: filename ?? `file ${i + 1}`, type: contentType, content })),
    automatic: automaticBecause({ headers, envelopeFrom, from, subject }),
    failure: failureOf(mail, /^multipart\/report/i.test(headers.get('content-type') ?? '')),
  };
}
