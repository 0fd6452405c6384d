import fc from 'fast-check';
import { type Kept, meet } from './draft';

const there = (text: string, at: string) => ({ text, more: {}, at });
const here = (text: string, base: string | null, shared: boolean): Kept => ({ text, more: {}, at: 'then', base, shared });

it('takes up a draft of another device where nothing was written', () => {
  expect(meet(null, there('hello', '1'))).toEqual({ kind: 'take', draft: there('hello', '1') });
  expect(meet(null, null)).toEqual({ kind: 'keep' });
});

it('goes on from the newer one, and drops one that was sent or discarded elsewhere', () => {
  expect(meet(here('hello', '1', true), there('hello there', '2'))).toMatchObject({ kind: 'take' });
  expect(meet(here('hello', '1', true), null)).toEqual({ kind: 'drop' });
  expect(meet(here('hello', '1', true), there('hello', '1'))).toEqual({ kind: 'keep' });
});

it('asks when both devices wrote, and keeps what only this one knows', () => {
  expect(meet(here('mine', '1', false), there('theirs', '2'))).toMatchObject({ kind: 'differ', other: { text: 'theirs' } });
  expect(meet(here('mine', null, false), null)).toEqual({ kind: 'keep' });
  expect(meet(here('mine and more', '1', false), there('mine', '1'))).toEqual({ kind: 'keep' });
  // The answer to a save was lost: it is the same text.
  expect(meet(here('mine', '1', false), there('mine', '2'))).toMatchObject({ kind: 'take' });
});

it('never lets go of words that the server does not have', () => {
  const word = fc.constantFrom('', 'a', 'b', 'c');
  const moment = fc.constantFrom('1', '2', '3');
  fc.assert(
    fc.property(word, fc.option(moment), fc.option(fc.tuple(word, moment)), (text, base, found) => {
      const other = found && there(...found);
      const meeting = meet(here(text, base, false), other);
      if (meeting.kind === 'drop') throw new Error('dropped what was not shared');
      if (meeting.kind === 'take') expect(meeting.draft.text).toBe(text);
    }),
  );
});
