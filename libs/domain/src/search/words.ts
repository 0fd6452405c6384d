/** Chinese characters and Japanese letters: written without spaces, so each is found on its own. */
const unspaced = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
const wordPattern = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const silent = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]+/g;
const isAscii = /^[\0-\x7f]*$/;

/** A word as it is compared: lower case, Latin and Greek without accents, nothing that is not spoken. `search_plain` in SQL does the same to texts. */
export function foldWord(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(silent, '')
    .replace(/([A-Za-z\u0370-\u03ff])[\u0300-\u036f]+/g, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

/** A folded word as Postgres keeps it: what begins like a number with an exponent, such as the hash 1e5b3f, is two words there. */
function asTokens(word: string): string[] {
  const number = /^[0-9]+e[0-9]+(?=.)/u.exec(word)?.[0];
  return number ? [number, word.slice(number.length)] : [word];
}

/** A word of a query. One without spaces in its script is found by its letters in a row. */
export interface Term {
  word: string;
  letters: boolean;
}

const mostTerms = 8;
const longest = 60;

/** The words of a query, folded, each once and at most eight; the last may still be unfinished. */
export function termsOf(query: string): Term[] {
  const plain = query.slice(0, 1_000).normalize('NFKC').replace(silent, '');
  const words = [...plain.matchAll(wordPattern)]
    .flatMap(([word]) => asTokens(foldWord([...word].slice(0, longest).join(''))))
    .filter(Boolean);
  return [...new Set(words)].slice(0, mostTerms).map((word) => ({ word, letters: isUnspaced.test(word) }));
}

/** A word within a text, and where it stands. */
export interface Spoken {
  word: string;
  letters: boolean;
  start: number;
  length: number;
}

/** The words of a text in their order. */
export function* spokenIn(text: string): Generator<Spoken> {
  for (const { 0: raw, index } of text.matchAll(wordPattern))
    yield { word: asTokens(foldWord(raw))[0] ?? '', letters: isUnspaced.test(raw), start: index, length: raw.length };
}
