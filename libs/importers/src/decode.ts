const starts = (bytes: Uint8Array, ...first: number[]) => first.every((byte, i) => bytes[i] === byte);

/** The text of a file: UTF-8 or UTF-16, with or without a byte order mark. Binary files are refused by name where they have one. */
export function decode(bytes: Uint8Array): { text: string } | { refusal: string } {
  if (starts(bytes, 0x50, 0x4b))
    return { refusal: 'This is a zip archive. Baton reads the JSON export of a single Trello board: unpack it and choose the .json file.' };
  if (starts(bytes, 0x1f, 0x8b)) return { refusal: 'This file is packed (gzip): unpack it first and choose the .json file.' };
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return { refusal: 'This is a PDF. Choose “Export as JSON” in Trello instead of printing.' };
  try {
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return { refusal: 'This is not a text file. Choose the .json file that Trello gives under “Export as JSON”.' };
  }
}

/** A byte order mark says it; without one, JSON begins with two ASCII characters, so a zero among the first two bytes says it too. */
function encodingOf(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe) || (bytes[0] !== 0 && bytes[1] === 0)) return 'utf-16le';
  if (starts(bytes, 0xfe, 0xff) || (bytes[0] === 0 && bytes[1] !== 0)) return 'utf-16be';
  return 'utf-8';
}
