import { runInNewContext } from 'node:vm';
import EmailReplyParser from 'email-reply-parser';
import { type Acknowledgement, lengthOf } from '@baton/domain';
import { marker } from '../render/letter';

/** More than this is not read for quotes: nobody types so much into an answer, and the search costs more the longer the text is. */
const longest = 60_000;
const lineLongest = 2_000;

/** A signature is short; what is longer was meant, whatever stands above it. */
const signatureLongest = { lines: 10, letters: 600 };

/** The text without quotes and signatures, as the library sees them. */
function visibleIn(text: string): string {
  const fragments = new EmailReplyParser().read(text).getFragments();
  const kept = fragments.filter((fragment) => {
    if (!fragment.isHidden() || fragment.isQuoted()) return !fragment.isHidden();
    const content = fragment.getContent();
    return content.length > signatureLongest.letters || content.split('\n').length > signatureLongest.lines;
  });
  return kept.map((fragment) => fragment.getContent()).join('\n\n');
}

/** The library's patterns can take very long on text that is made for it, so they get half a second and no more. */
function visibleText(text: string): string {
  try {
    return String(runInNewContext('read()', { read: () => visibleIn(text) }, { timeout: 500 }));
  } catch {
    return text;
  }
}

const quoted = (line: string) => /^\s*>/.test(line);
const blank = (line: string) => line.trim() === '';
/** "From: …", "Von: …", "发件人：…": the head of a quoted mail as Outlook writes it, in any language. */
const headLine = (line: string) => /^\s*\*?[\p{L}][\p{L} .'-]{0,24}\s?[:：]\*?\s?\S/u.test(line);
const rule = (line: string) => /^\s*(?:[-_=–—*]{5,}|-{2,}\s?[^-]{3,40}\s?-{2,})\s*$/.test(line);

/** The first line of the block of lines without a gap that a line stands in. */
function blockStart(lines: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && !blank(lines[start - 1] ?? '') && !quoted(lines[start - 1] ?? '')) start--;
  return start;
}

/** Whether quoting by ">" follows a line: then only the line itself goes, since answers may stand between the quotes. */
const quotesFollow = (lines: readonly string[], at: number) => quoted(lines.slice(at + 1).find((line) => !blank(line)) ?? '');

/** Cuts what only we can know: our own line that says where to answer, and the line above a quote, which names our address in every language. */
function cutOurs(text: string, ours: string): string {
  const lines = text.split('\n');
  const words = marker.replace(/[^\p{L} ]/gu, '').trim();
  const local = ours.slice(0, ours.indexOf('@')).toLowerCase();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (quoted(line)) continue;
    if (line.includes(words)) return lines.slice(0, at).join('\n');
    if (local === '' || !line.toLowerCase().includes(local)) continue;
    let end = at;
    while (end + 1 < lines.length && !blank(lines[end + 1] ?? '') && !quoted(lines[end + 1] ?? '')) end++;
    const start = nameLine(lines, blockStart(lines, at), at);
    if (!quotesFollow(lines, end)) return lines.slice(0, start).join('\n');
    lines.splice(start, end - start + 1);
    at = start - 1;
  }
  return lines.join('\n');
}

/** Within a block that a person's words may begin without a gap: the line from which the head of the quote runs. */
function nameLine(lines: readonly string[], start: number, at: number): number {
  if (headLine(lines[at] ?? '')) return at;
  // The words of a line above a quote are wrapped to two lines at most.
  return Math.max(start, at - 1 >= start && !/[.!?。！？]\s*$/.test(lines[at - 1] ?? '') ? at - 1 : at);
}

/** Cuts the head of a quoted mail that stands there without ">": three lines or more like "Sent: …", after a rule or a gap. */
function cutHead(text: string): string {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    if (!headLine(lines[at] ?? '') || (at > 0 && !blank(lines[at - 1] ?? '') && !rule(lines[at - 1] ?? ''))) continue;
    let end = at;
    while (end < lines.length && headLine(lines[end] ?? '')) end++;
    const block = lines.slice(at, end);
    if (block.length < 3 || !block.some((line) => /@/.test(line)) || !block.some((line) => /\d{1,2}[:.]\d{2}|\b20\d\d\b/.test(line)))
      continue;
    return lines.slice(0, at > 0 && rule(lines[at - 1] ?? '') ? at - 1 : at).join('\n');
  }
  return text;
}

/** Signatures of telephones and small goodbyes that the library does not know, at the very end. */
const ending =
  /^(?:sent (?:from|with|via) .{2,60}|von meinem .{2,40} gesendet|gesendet (?:von|mit) .{2,60}|envoyé (?:de|depuis) .{2,60}|enviado (?:do|desde|a partir) .{2,60}|inviato da .{2,60}|verzonden (?:vanaf|met) .{2,60}|skickat från .{2,60}|sendt fra .{2,60}|lähetetty .{2,60}|wysłane z .{2,60}|отправлено (?:с|из) .{2,60}|.{1,40}から送信|发自我的.{1,40}|get outlook for .{2,60}|outlook (?:für|pour|para|per|voor) .{2,60})$/i;

function cutEnding(text: string): string {
  const lines = text.trimEnd().split('\n');
  while (lines.length > 0 && (blank(lines.at(-1) ?? '') || ending.test((lines.at(-1) ?? '').trim()) || rule(lines.at(-1) ?? '')))
    lines.pop();
  return lines.join('\n');
}

/** What somebody wrote into an answer, without what they answered to and without their signature. `ours` is the address that they wrote to. */
export function newWords(text: string, ours: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
  const head = cutHead(cutOurs(clean, ours));
  if (head.length > longest || head.split('\n').some((line) => line.length > lineLongest)) return cutEnding(head).trim();
  return cutEnding(cutHead(visibleText(`${head}\n`)))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const words: Record<Acknowledgement, RegExp> = {
  seen: /^(?:seen|read|noted|ok(?:ay)?|got it|gelesen|gesehen|zur kenntnis genommen|vu|lu|visto|leído|lido|gezien|已阅|見ました)$/i,
  agree: /^(?:(?:i )?agreed?|yes|\+1|einverstanden|ja|(?:je suis )?d['’]accord|oui|de acuerdo|sí|si|d['’]accordo|sim|akkoord|同意|賛成)$/i,
  object: /^(?:(?:i )?(?:object|disagree)|no|nein|einspruch|non|je m['’]oppose|me opongo|bezwaar)$/i,
  done: /^(?:done|erledigt|fait|hecho|fatto|feito|klaar|gedaan|完成|済み)$/i,
};

/**
 * What an answer in words says to an ask that wants an acknowledgement: its first words, when they are one of the four; a bare "no" needs
 * its reason beside it. Anything else was at least seen, with the words kept beside.
 */
export function acknowledgementIn(text: string): { ack: Acknowledgement; text: string } {
  const [, first = '', rest = ''] = /^([^\n.,;:!–—]{1,40})[.,;:!–—]*\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const ack = (Object.keys(words) as Acknowledgement[]).find((one) => words[one].test(first.trim()));
  if (!ack) return { ack: 'seen', text };
  if (ack === 'object' && lengthOf(rest.trim()) === 0) return { ack: 'seen', text };
  return { ack, text: rest.trim() };
}

/** A subject without the marks of answering and forwarding. */
export function plainSubject(subject: string): string {
  let text = subject.trim();
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/^(?:re|aw|antw|sv|vs|r|rif|odp|ynt|fwd?|wg|tr|rv|enc|doorst|i|pd)(?:\[\d+\])?\s*[:：]\s*/i, '').trim();
  }
  return text;
}
