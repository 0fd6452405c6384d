/** Ticks or unticks the box of the list item that begins at this offset of a Markdown text, as its syntax tree says. */
export function toggleCheckbox(source: string, offset: number): string {
  const at = source.indexOf('[', offset) + 1;
  return at > 0 ? `${source.slice(0, at)}${/[xX]/.test(source[at] ?? '') ? ' ' : 'x'}${source.slice(at + 1)}` : source;
}

/** A text with its selection. */
export interface Writing {
  text: string;
  from: number;
  to: number;
}

/** Puts marks around the selection, or takes them off when they are there. */
export function wrap({ text, from, to }: Writing, mark: string): Writing {
  const inner = text.slice(from, to);
  if (text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark)
    return {
      text: text.slice(0, from - mark.length) + inner + text.slice(to + mark.length),
      from: from - mark.length,
      to: to - mark.length,
    };
  return { text: `${text.slice(0, from)}${mark}${inner}${mark}${text.slice(to)}`, from: from + mark.length, to: to + mark.length };
}

/** Puts a prefix before every selected line, or takes it off when all have it. */
export function prefixLines({ text, from, to }: Writing, prefix: string): Writing {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  const lines = text.slice(start, end).split('\n');
  const all = lines.every((line) => line.startsWith(prefix));
  const next = lines.map((line) => (all ? line.slice(prefix.length) : prefix + line)).join('\n');
  return { text: text.slice(0, start) + next + text.slice(end), from: start, to: start + next.length };
}

/** Makes the selection a link to an address; nothing selected leaves the address as it is. */
export function link({ text, from, to }: Writing, url: string): Writing {
  const inner = text.slice(from, to);
  const made = inner ? `[${inner}](${url})` : url;
  return { text: text.slice(0, from) + made + text.slice(to), from: from + made.length, to: from + made.length };
}

const listed = /^(\s*(?:>\s*)*)([-*+]|(\d+)([.)]))(\s+)(\[[ xX]\]\s+)?(.*)$/;

/** What Enter does in a list: the next item, or the end of the list on an empty one; null for an ordinary line. */
export function continueList({ text, from, to }: Writing): Writing | null {
  if (from !== to) return null;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const found = listed.exec(text.slice(start, from));
  if (!found) return null;
  const [, indent = '', bullet = '', number, dot, space = ' ', check, rest] = found;
  if (rest === '') return { text: text.slice(0, start) + text.slice(from), from: start, to: start };
  const next = `\n${indent}${number ? `${Number(number) + 1}${dot}` : bullet}${space}${check ? '[ ] ' : ''}`;
  return { text: text.slice(0, from) + next + text.slice(from), from: from + next.length, to: from + next.length };
}

/** Puts something in at the selection: right there, as a word of its own, or on a line of its own; and goes on after it. */
export function insert({ text, from, to }: Writing, what: string, how: 'here' | 'word' | 'line'): Writing {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const [gap, next] = how === 'line' ? [/(^|\n\n)$/, /^\n/] : [/(^|\s)$/, /^\s/];
  const lead = how === 'here' || gap.test(before) ? '' : how === 'word' ? ' ' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = how === 'here' || next.test(after) ? '' : how === 'word' ? ' ' : '\n\n';
  const at = from + lead.length + what.length + tail.length;
  return { text: `${before}${lead}${what}${tail}${after}`, from: at, to: at };
}
