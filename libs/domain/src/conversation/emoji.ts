/** What one of the workspace's own emoji may be called, between colons in a text: `:party-parrot:`. */
export const emojiNamePattern = /^[a-z][a-z0-9_+-]{1,31}$/;

/** Every `:name:` in a text; which of them exist, the workspace knows. */
export const ownEmojiPattern = /:([a-z][a-z0-9_+-]{1,31}):/g;

/** The name inside `:name:`, or null for anything else. */
export function ownEmojiName(reaction: string): string | null {
  const name = /^:(.+):$/.exec(reaction)?.[1] ?? '';
  return emojiNamePattern.test(name) ? name : null;
}

const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}|^[#*0-9]\ufe0f?\u20e3$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether this is one emoji: a single picture, also of a Unicode version that is newer than this machine. */
export function isEmoji(text: string): boolean {
  if (text.length === 0 || text.length > 40 || /[<>"'&\s]/.test(text)) return false;
  return pictograph.test(text) && [...graphemes.segment(text)].length === 1;
}
