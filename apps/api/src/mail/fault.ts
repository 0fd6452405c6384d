/** What nodemailer tells of a mail that was not taken. */
export interface SmtpFault {
  responseCode?: number;
  command?: string;
  response?: string;
}

/** Codes with which a server says that this one mailbox does not exist or takes no mail (RFC 5321, 4.2.2). */
const noMailbox = new Set([550, 551, 553, 556]);

/**
 * Whether the address itself is refused for good. Only an answer to RCPT speaks of the address; of those, enhanced codes of the kind 5.1
 * and 5.2.1 do, while 5.7 (policy), 5.2.2 (full) and 5.3 (the server's own trouble) pass (RFC 3463). Everything else is tried again.
 */
export function isRefusedForGood({ responseCode, command, response }: SmtpFault): boolean {
  if (command !== 'RCPT TO' || !responseCode || !noMailbox.has(responseCode)) return false;
  const [, subject, detail] = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response ?? '') ?? [];
  if (subject === undefined) return true;
  return subject === '1' || (subject === '2' && detail === '1');
}
