import type { Letter, LetterLine } from './letter';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
/** Text that runs the other way is set apart, so that what stands beside it keeps its place. */
const apart = (text: string) => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

function lineText(line: LetterLine, mine: boolean): string {
  const acts = [...line.answers, { label: 'Open', url: line.url }, ...(line.reply ? [line.reply] : [])];
  return [
    `${line.key}${line.title ? ` ${apart(line.title)}` : ''}`,
    `${mine ? '/' : '-'} ${apart(line.text)}${line.by ? `, ${line.by}` : ''}`,
    `  ${apart(line.boardName)}, because ${line.reason}`,
    ...acts.map(({ label, url }) => `  ${label}: ${url}`),
  ].join('\n');
}

/** The mail as plain text: everything that the other part says, with every link written out. */
export function textOf(letter: Letter): string {
  const blocks = [
    ...(letter.marker ? [letter.marker] : []),
    apart(letter.title),
    ...letter.groups.flatMap(({ heading, lines }) => [
      heading.toUpperCase(),
      ...lines.map((line) => lineText(line, heading === 'Your move')),
    ]),
    ...(letter.quiet.length > 0 ? [letter.quiet.map((text, i) => (i === 0 ? text : `  ${apart(text)}`)).join('\n')] : []),
    [...letter.foot.sentences, ...letter.foot.links.map(({ label, url }) => `${label}: ${url}`)].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}
