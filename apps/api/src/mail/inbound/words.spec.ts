import { ours, rawReply, replies } from '../../../test/replies';
import { automaticBecause } from './automatic';
import { readMail } from './incoming';
import { acknowledgementIn, newWords, plainSubject } from './words';

const wordsOf = async (raw: string) => newWords((await readMail(Buffer.from(raw), 'ben@example.org')).text, ours);

it.each(replies.map((reply) => [reply.program, reply] as const))('%s: what was written stays, what it answers goes', async (_, reply) => {
  expect(await wordsOf(rawReply(reply))).toBe(reply.wrote);
});

it('comes to an end with text that was made to take for ever', () => {
  const evil = [
    `On ${'a '.repeat(20_000)}`,
    `Op ${'x\n'.repeat(15_000)}`,
    '> '.repeat(30_000),
    `From: ${'<'.repeat(50_000)}`,
    `${'On a b c\n'.repeat(6_000)}wrote`,
    `Dnia ${'pisze '.repeat(8_000)}`,
  ];
  for (const text of evil) expect(newWords(text, ours).length).toBeLessThanOrEqual(text.length);
});

describe('a mail of a machine', () => {
  const person = {
    headers: new Map<string, string>(),
    envelopeFrom: 'ben@example.org',
    from: 'ben@example.org',
    subject: 'Re: [Website] WEB-42',
  };
  const marked = (name: string, value: string) => ({ ...person, headers: new Map([[name, value]]) });
  it.each([
    ['an absence note by RFC 3834', marked('auto-submitted', 'auto-replied')],
    ['a machine by RFC 3834, with a comment', marked('auto-submitted', 'auto-generated (cron)')],
    ['an old absence note', marked('precedence', 'auto_reply')],
    ['a newsletter', marked('precedence', 'bulk')],
    ['a mailing list', marked('list-id', '<dev.example.org>')],
    ['news with a link to leave', marked('list-unsubscribe', '<https://example.org/x>')],
    ['a report of a mail server', marked('content-type', 'multipart/report; report-type=delivery-status')],
    ['an empty return path in the envelope', { ...person, envelopeFrom: '' }],
    ['an empty return path in the header', { ...marked('return-path', '<>'), envelopeFrom: null }],
    ['the mail server itself', { ...person, from: 'mailer-daemon@example.org' }],
    ['nobody to answer', { ...person, from: 'no-reply@example.org' }],
    ['Exchange in English', { ...person, subject: 'Automatic reply: [Website] WEB-42' }],
    ['Exchange in German', { ...person, subject: 'Automatische Antwort: [Website] WEB-42' }],
    ['Exchange in French', { ...person, subject: 'Réponse automatique : [Website] WEB-42' }],
    ['Exchange in Japanese', { ...person, subject: '自動応答: [Website] WEB-42' }],
    ['somebody out of the office', { ...person, subject: 'Out of office: back on Monday' }],
  ])('is known: %s', (_, marks) => {
    expect(automaticBecause(marks)).toEqual(expect.any(String));
  });
  it.each([
    ['a person', person],
    ['a person whose program says so', marked('auto-submitted', 'no')],
    ['a person who writes about automation', { ...person, subject: 'Re: Automatic replies for everybody' }],
    ['a person with high priority', marked('precedence', 'first-class')],
  ])('is not seen in %s', (_, marks) => {
    expect(automaticBecause(marks)).toBeNull();
  });
});

describe('an answer to an acknowledgement', () => {
  it.each([
    ['Agree', { ack: 'agree', text: '' }],
    ['Einverstanden, danke für die Mühe', { ack: 'agree', text: 'danke für die Mühe' }],
    ['Object: the date is too early', { ack: 'object', text: 'the date is too early' }],
    ['No', { ack: 'seen', text: 'No' }],
    ['Done.', { ack: 'done', text: '' }],
    ['seen\n\nWill look closer on Monday.', { ack: 'seen', text: 'Will look closer on Monday.' }],
    ['I am not sure that this works.', { ack: 'seen', text: 'I am not sure that this works.' }],
  ])('"%s" is taken as it is meant', (text, wanted) => {
    expect(acknowledgementIn(text)).toEqual(wanted);
  });
});

it('takes the marks of answering and forwarding off a subject', () => {
  for (const subject of ['Broken link', 'Re: Broken link', 'AW: WG: Broken link', 'Fwd: RE[2]: Broken link', 'TR : Broken link'])
    expect(plainSubject(subject)).toBe('Broken link');
});
