import { limits } from '@baton/domain';
import { readBoard } from './read-board';
import { fixtureBytes, fixturesOf } from '../test/fixtures';
import { aTrelloBoard, bytesOf } from '../test/trello-board';

const refusalOf = (content: string | Uint8Array) => {
  const result = readBoard(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return 'refusal' in result ? result.refusal : `read ${result.board.name}`;
};
const json = JSON.stringify(aTrelloBoard());

it.each([
  ['nothing', '', 'empty'],
  ['blanks', ' \n\t ', 'empty'],
  ['half a file', json.slice(0, 900), 'cut off'],
  ['a broken file', json.replace(':', ';'), 'not valid JSON'],
  ['a single card', '{"id":"a","name":"x","idList":"b","closed":false}', 'single Trello card'],
  ['cards from the API', '[{"id":"a","idList":"b"}]', 'list of Trello cards'],
  ['boards from the API', '[{"id":"a","idOrganization":"b"}]', 'Trello’s API'],
  ['an empty array', '[]', 'empty list'],
  ['a number in brackets', '[1]', 'empty list'],
  ['an object without lists', '{"a":1}', 'no lists and cards'],
  ['lists of the wrong kind', '{"lists":{},"cards":[]}', 'lists or cards are not in it'],
  ['a Trello CSV', 'Card ID,Card Name,Card URL\n1,2,3', 'Trello’s CSV'],
  ['an Asana CSV', '\uFEFFTask ID,Created At,Name,Section/Column\n', 'Asana'],
  ['a Jira CSV', 'Summary,Issue key,Issue id\n', 'Jira'],
  ['a web page', '<!DOCTYPE html><html>', 'web page'],
  ['a zip', new Uint8Array([0x50, 0x4b, 3, 4]), 'zip'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), 'not a text file'],
  ['a well of brackets', '['.repeat(200_000), 'nested'],
  ['millions of empty parts', `{"lists":[],"cards":[${'{},'.repeat(3_000_001)}{}]}`, 'millions of parts'],
  ['a deep object', `{"lists":[],"cards":[],"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`, 'nested'],
])('refuses %s with a sentence', (_, content, words) => {
  expect(refusalOf(content)).toContain(words);
});

it('refuses a file that is larger than accepted, before it reads it', () => {
  expect(refusalOf(new Uint8Array(limits.importBytes + 1))).toContain('too large');
});

it.each([
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${json}`)],
  ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${json}`, 'utf16le')],
  ['UTF-16 without', Buffer.from(json, 'utf16le')],
  ['big-endian UTF-16', Buffer.from(`\uFEFF${json}`, 'utf16le').swap16()],
  ['indented lines', Buffer.from(JSON.stringify(aTrelloBoard(), null, 2))],
])('reads a board in %s', (_, bytes) => {
  expect(refusalOf(bytes)).toBe('read Garden club');
});

it('reads a large board without waiting long for any one part', () => {
  const cards = Array.from({ length: 5_000 }, (_, n) => ({ id: `c${n}`, name: `Card ${n}`, idList: '5f1a00000000000000000011', pos: n }));
  const result = readBoard(bytesOf(aTrelloBoard({ cards })));
  expect('board' in result && result.board.counts.tasks).toBe(5_000);
});

it('reads texts of megabytes without losing itself in them', () => {
  const blanks = ' '.repeat(4_000_000);
  const cards = [
    { id: `😀${'x'.repeat(200)}`, name: `${blanks}a${blanks}`, desc: `](${'a'.repeat(1_000_000)} \\`.repeat(3), idList: 'gone' },
  ];
  const result = readBoard(
    bytesOf(aTrelloBoard({ cards, labels: [{ id: '😀'.repeat(30_000), name: 'x'.repeat(2_000_000), color: 'red' }] })),
  );
  expect('board' in result && result.board.tasks[0]?.title).toBe('a');
  expect(JSON.stringify(result)).not.toMatch(/\\ud[89a-f]/i);
});

const foreign = ['asana', 'jira', 'wekan', 'planka', 'deck', 'focalboard', 'vikunja'].flatMap(fixturesOf);
for (const fixture of foreign)
  it(`refuses ${fixture.file}`, () => {
    expect(refusalOf(fixtureBytes(fixture))).toMatch(/^This (looks like|is a zip)/);
  });
