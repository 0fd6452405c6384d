import fc from 'fast-check';
import { isEmoji, ownEmojiName, ownEmojiPattern } from './emoji';
import { captionIn, cleanFileName, fileLink, fileRef, filesIn, withCaption, withoutFile } from './file';

const long = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const [id, other] = [fileRef(long), '9f2504e0'];

it('names pictures and files in a text, and finds each once', () => {
  const picture = fileLink({ id: long, kind: 'picture', name: 'map.png' }, 'The [old] map');
  const file = fileLink({ id: other, kind: 'file', name: 'plan.pdf' });
  expect([picture, file]).toEqual([`![The  old  map](file:${id})`, `[plan.pdf](file:${other})`]);
  expect(filesIn(`See ${picture} and ${file}, ${file}`)).toEqual([id, other]);
  expect(filesIn(`[x](file:../../etc/passwd) file:${id} [x](file:${id}`)).toEqual([]);
});

it('changes a caption and takes a file out, and leaves the other words alone', () => {
  const text = `Before\n\n![a](file:${id})\n\nAfter [plan](file:${other}).`;
  expect(captionIn(withCaption(text, id, 'A $1 map ]('), id)).toBe('A $1 map  (');
  expect(withoutFile(text, id)).toBe(`Before\n\nAfter [plan](file:${other}).`);
  expect(withoutFile(text, other)).toBe(`Before\n\n![a](file:${id})\n\nAfter .`);
  expect(captionIn(text, 'no-such')).toBeNull();
});

it('keeps a caption that anybody could type as one caption', () => {
  fc.assert(
    fc.property(fc.string(), (caption) => {
      const text = `x\n${withCaption(`![](file:${id})`, id, caption)}\ny`;
      expect(filesIn(text)).toEqual([id]);
      expect(withoutFile(text, id)).toBe('x\ny');
    }),
  );
});

it('takes paths, control characters and turned endings out of a file name', () => {
  expect(cleanFileName('../../etc/passwd', 200)).toBe('passwd');
  expect(cleanFileName('C:\\temp\\plan.pdf', 200)).toBe('plan.pdf');
  expect(cleanFileName('invoice\u202Efdp.exe', 200)).toBe('invoicefdp.exe');
  expect(cleanFileName('a\r\nSet-Cookie: x\u0000.txt', 200)).toBe('aSet-Cookie: x.txt');
  expect([cleanFileName('', 200), cleanFileName('..', 200), cleanFileName('/', 200)]).toEqual(['file', 'file', 'file']);
  expect(cleanFileName(`${'ä'.repeat(300)}.tar.gz`, 20)).toBe(`${'ä'.repeat(17)}.gz`);
});

it.each(['👍', '❤️', '🏳️‍🌈', '👩🏽‍🚀', '🇵🇹', '1️⃣', '☺️', '✅', '🫩'])('takes %s as one emoji', (emoji) => expect(isEmoji(emoji)).toBe(true));

it.each(['', 'a', '👍👍', '<b>', '<img src=x>👍', '12', 'javascript:', ':party:', '👍"', '\u200b'])('refuses "%s" as an emoji', (text) =>
  expect(isEmoji(text)).toBe(false),
);

it('reads the name of an own emoji, and no time of day', () => {
  expect(ownEmojiName(':party-parrot:')).toBe('party-parrot');
  expect([ownEmojiName(':30:'), ownEmojiName(':A B:'), ownEmojiName('party'), ownEmojiName(':<b>:')]).toEqual([null, null, null, null]);
  expect([...'at 12:30:45 we :wave: and :ok:'.matchAll(ownEmojiPattern)].map((found) => found[1])).toEqual(['wave', 'ok']);
});
