import fc from 'fast-check';
import { excerptOf, matchesIn, plainText } from './excerpt';
import { type SearchHit, byWorth, decisionIn, keyIn } from './hit';
import { meantBy, slipsBetween, swapsOf } from './near';
import { foldWord, spokenIn, termsOf } from './words';

const sought = (query: string, ...others: string[]) => ({ terms: termsOf(query), others: new Set(others) });
const marked = (text: string, matches: [number, number][]) => matches.map(([at, length]) => text.slice(at, at + length));

describe('words of a query', () => {
  it('are folded, each once, at most eight, and nothing but letters and digits', () => {
    expect(termsOf('  Crème, crème  BRÛLÉE! ').map(({ word }) => word)).toEqual(['creme', 'brulee']);
    expect(termsOf('a b c d e f g h i j')).toHaveLength(8);
    expect(termsOf('& | ! ( ) : * <-> \u0000 \ud83d')).toEqual([]);
    expect([...(termsOf('x'.repeat(500))[0]?.word ?? '')]).toHaveLength(60);
  });
  it('keep letters that only look like others, and break up scripts without spaces', () => {
    expect(['Ёлка', 'Straße', 'ΟΔΟΣ', 'İzmir', 'ﬁn'].map(foldWord)).toEqual(['ёлка', 'straße', 'οδοσ', 'izmir', 'fin']);
    expect(termsOf('PDF出力')).toEqual([
      { word: 'pdf', letters: false },
      { word: '出力', letters: true },
    ]);
  });
  it('are tasks’ keys and decisions’ names where they look like it', () => {
    expect(keyIn(' web-42 ')).toEqual({ boardKey: 'WEB', number: 42 });
    expect([keyIn('web 42'), keyIn('d-42'), keyIn('web-42b')]).toEqual([null, null, null]);
    expect([decisionIn('D-7'), decisionIn('WEB-7'), decisionIn('d-0')]).toEqual([7, null, null]);
  });
});

describe('slips of typing', () => {
  it('count a swap, a missing, a wrong and an extra letter as one each', () => {
    const slips = (typed: string, word: string, begins = false) => slipsBetween(typed, word, { begins, most: 2 });
    expect([slips('teh', 'the'), slips('recive', 'receive'), slips('bord', 'bird'), slips('booard', 'board')]).toEqual([1, 1, 1, 1]);
    expect(slips('recieved', 'receive')).toBe(2);
    expect(slips('kitten', 'sitting')).toBe(Infinity);
    expect([slips('barpm', 'barometer'), slips('barpm', 'barometer', true)]).toEqual([Infinity, 1]);
  });
  it('are few: none in short words, one in middling ones, two in long ones', () => {
    expect(meantBy('ct', ['cat'], false)).toEqual([]);
    expect(meantBy('bord', ['board', 'bread', 'bored'], false)).toEqual(['board', 'bored']);
    expect(meantBy('baromtre', ['barometer', 'barom'], false)).toEqual(['barometer']);
    expect(swapsOf('abc')).toEqual([]);
    expect(swapsOf('form')).toEqual(['ofrm', 'from', 'fomr']);
  });
  it('are none exactly where the words are the same, and as many either way', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '機'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const there = slipsBetween(a, b, { begins: false, most: 20 });
        expect(there).toBe(slipsBetween(b, a, { begins: false, most: 20 }));
        expect(there === 0).toBe(a === b);
        expect(slipsBetween(a, `${a}${b}`, { begins: true, most: 0 })).toBe(0);
      }),
    );
  });
});

describe('an excerpt', () => {
  it('shows plain words around the first that was found, and where they lie', () => {
    const text = `# Report\n\n${'Nothing of interest here. '.repeat(20)}We **recalibrated** the [barometer](https://example.org/b) twice.\n\n- [x] Done ${'and more '.repeat(40)}`;
    const { excerpt, matches } = excerptOf(text, sought('recalib barometer'));
    expect(excerpt).toMatch(/^… .*We recalibrated the barometer twice\. · Done and more.* …$/);
    expect(excerpt.length).toBeLessThanOrEqual(170);
    expect(marked(excerpt, matches)).toEqual(['recalibrated', 'barometer']);
  });
  it('marks other forms of a word, accents or not, and letters within a run', () => {
    expect(marked('Running, runs', matchesIn('Running, runs', sought('ran', 'running', 'runs')))).toEqual(['Running', 'runs']);
    expect(marked('Die Häuser', matchesIn('Die Häuser', sought('hauser')))).toEqual(['Häuser']);
    expect(marked('検索機能を追加', matchesIn('検索機能を追加', sought('機能')))).toEqual(['機能']);
    expect(marked('a cat', matchesIn('a cat', sought('a')))).toEqual(['a']);
  });
  it('is empty where the text does not say it', () => expect(excerptOf('Nothing', sought('zebra'))).toEqual({ excerpt: '', matches: [] }));
  it('loses the marks of Markdown and nothing else', () => {
    expect(plainText('Hi [@Asha](person:0b6c8e0e-0000-4000-8000-000000000000), see `npm run x_y` and 2 * 3 * 4')).toBe(
      'Hi @Asha, see npm run x_y and 2 * 3 * 4',
    );
    expect(plainText('1. one\n2. two\n> said\n```ts\nconst a = 1;\n```')).toBe('one two said const a = 1;');
    expect(plainText('snake_case **bold** _it_ ~~gone~~ **')).toBe('snake_case bold it gone **');
  });
  it('never marks beyond the text or within a character, whatever is written and looked for', () => {
    const word = fc.constantFrom('word', 'é', '機能', '😀', '**', '[x](y)', 'long'.repeat(60), ' ', '\n', '𝔸');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), fc.array(word, { maxLength: 4 }), (text, query) => {
        const { excerpt, matches } = excerptOf(text.join(''), sought(query.join(' ')), 40);
        let end = 0;
        for (const [at, length] of matches) {
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + length;
          expect(end).toBeLessThanOrEqual(excerpt.length);
        }
        expect(excerpt).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      }),
    );
  });
  it('takes no longer for hostile texts', () => {
    for (const text of [
      '*'.repeat(20_000) + 'a',
      '['.repeat(20_000),
      '[a'.repeat(10_000),
      '`'.repeat(20_000),
      '_a'.repeat(10_000),
      ' '.repeat(20_000) + '#',
    ])
      expect(plainText(text).length).toBeLessThanOrEqual(text.length);
  });
});

it('puts the very title first, then titles, what is in use, and the newest', () => {
  const hit = (title: string, fields: Partial<SearchHit>) =>
    ({ title, state: 'active', inTitle: false, at: '2026-01-01', id: title, ...fields }) as SearchHit;
  const hits = [
    hit('said long ago', { at: '2020-01-01' }),
    hit('said', {}),
    hit('put away', { state: 'archived', at: '2026-11-01' }),
    hit('The sail', { inTitle: true }),
    hit('Sail', { inTitle: true, at: '2019-01-01' }),
    hit('Sailing', { inTitle: true }),
  ];
  expect(hits.toSorted(byWorth(' sail ')).map(({ title }) => title)).toEqual([
    'Sail',
    'Sailing',
    'The sail',
    'said',
    'said long ago',
    'put away',
  ]);
});

it('takes what begins like a number with an exponent for two words, as Postgres does', () => {
  const words = (text: string) => termsOf(text).map(({ word }) => word);
  expect(words('1e5b3f')).toEqual(['1e5', 'b3f']);
  expect(words('<5é²בΩÆø')).toEqual(['5e2', 'בωæø']);
  expect([words('1e5'), words('5ea2'), words('x5e2a')]).toEqual([['1e5'], ['5ea2'], ['x5e2a']]);
  expect([...spokenIn('see 1e5b3f')].map(({ word, start, length }) => [word, start, length])).toEqual([
    ['see', 0, 3],
    ['1e5', 4, 6],
  ]);
});

it('knows where each word stands', () => {
  expect([...spokenIn('Ein Häuschen, 機')].map(({ word, start, length }) => [word, start, length])).toEqual([
    ['ein', 0, 3],
    ['hauschen', 4, 8],
    ['機', 14, 1],
  ]);
});
