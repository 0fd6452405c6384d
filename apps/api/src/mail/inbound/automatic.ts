/** What tells of a mail whether a person wrote it. Header names in small letters. */
export interface MailMarks {
  headers: ReadonlyMap<string, string>;
  /** Where its sender takes failures; empty says that nobody is to answer. Null when it is not known. */
  envelopeFrom: string | null;
  from: string;
  subject: string;
}

/** Subjects that absence notes of large mail programs begin with, in the languages that they are set to. */
const absence =
  /^(?:automatic reply|auto[- ]?reply|out of (?:the )?office|automatische antwort|abwesenheits(?:notiz|meldung)|réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori sede|resposta automática|automatisch antwoord|afwezig(?:heid)?|automatiskt svar|autosvar|automatisk svar|automaattinen vastaus|automatyczna odpowiedź|automatická odpověď|автоматический ответ|otomatik yanıt|自動応答|自動返信|自动(?:答复|回复)|자동 ?회신)\s*[:：-]/i;
const machines = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:\+.*)?@/i;
/** Lists, news and machines that answer mark themselves with these. */
const telling = ['list-id', 'list-post', 'list-unsubscribe', 'x-autoreply', 'x-autorespond', 'x-mail-autoreply', 'x-autoreply-from'];

/**
 * Why a mail counts as automatic (RFC 3834, 3464, 2369 and the marks of mail programs that follow none of them), or null for one that a
 * person wrote. Automatic mail is never posted as an answer, and never answered.
 */
export function automaticBecause({ headers, envelopeFrom, from, subject }: MailMarks): string | null {
  const submitted = headers.get('auto-submitted')?.trim().toLowerCase();
  if (submitted && !/^no\b/.test(submitted)) return `Auto-Submitted: ${submitted}`;
  const precedence = headers.get('precedence')?.trim().toLowerCase() ?? '';
  if (/^(?:bulk|junk|list|auto_reply)/.test(precedence)) return `Precedence: ${precedence}`;
  const mark = telling.find((name) => headers.has(name));
  if (mark) return `it carries ${mark}`;
  if (/^multipart\/report/i.test(headers.get('content-type')?.trim() ?? '')) return 'it is a report of a mail server';
  if (envelopeFrom === '' || headers.get('return-path')?.replace(/\s/g, '') === '<>') return 'its return path is empty';
  if (machines.test(from)) return `${from} is a machine`;
  if (absence.test(subject.trim())) return 'its subject is that of an absence note';
  return null;
}
