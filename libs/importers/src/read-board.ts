import { limits } from '@baton/domain';
import type { BoardImport } from './board-import';
import { decode } from './decode';
import { guessOfJson, guessOfText } from './foreign';
import { shapeOf } from './json-shape';
import { readTrello } from './trello';

/** A board, or one sentence on why there is none. */
export type ReadResult = { board: BoardImport } | { refusal: string };

/** No export that people have is nested deeper than about ten; a file that is was made to exhaust a reader. */
const deepest = 100;
/** A large real export has some hundred thousand; millions of empty ones would only fill the memory. */
const mostBrackets = 3_000_000;

/** The sentence for a file of this size, or null when it is accepted; asked before a file is read. */
export const tooLarge = (bytes: number): string | null =>
  bytes > limits.importBytes
    ? `This file is too large: ${Math.ceil(bytes / 1_048_576)} MB, and at most ${limits.importBytes / 1_048_576} MB are accepted.`
    : null;

/** Reads an export file of another tool. Never throws: whatever the bytes are, they give a board or a sentence. */
export function readBoard(bytes: Uint8Array): ReadResult {
  const large = tooLarge(bytes.length);
  if (large) return { refusal: large };
  const decoded = decode(bytes);
  if ('refusal' in decoded) return decoded;
  const text = decoded.text.trim();
  if (text === '') return { refusal: 'This file is empty.' };
  if (!text.startsWith('{') && !text.startsWith('[')) return { refusal: guessOfText(text) };

  const shape = shapeOf(text);
  if (shape.deepest > deepest) return { refusal: `This file is nested ${deepest} levels deep or more, which no board is.` };
  if (shape.brackets > mostBrackets) return { refusal: 'This file has millions of parts, which no board has.' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    if (/^\{[^\n]*\}\s*\n\s*\{/.test(text.slice(0, 100_000)))
      return { refusal: 'This looks like a Focalboard archive. Baton reads the JSON export of a Trello board.' };
    return {
      refusal: shape.open
        ? 'This file ends too early: it seems to be cut off. Export the board again.'
        : 'This file is damaged: it is not valid JSON. Export the board again.',
    };
  }
  const guess = guessOfJson(file);
  return 'trello' in guess ? readTrello(guess.trello) : guess;
}
