/** Answers as mail programs write them, in the layouts that they are known for; words and people are ours. */
export interface Reply {
  program: string;
  /** The plain part; null for programs that send HTML alone. */
  text: string | null;
  html?: string;
  /** What the person wrote. */
  wrote: string;
}

/** The address that they all answer to. */
export const ours = 'baton+abcdefghijklmnopqrstuvwxyz234567@baton.test';

/** Our mail as a program shows it in what it quotes. */
const body = [
  '– – – Answer above this line – – –',
  '',
  'Choose an outline',
  '',
  'YOUR MOVE',
  '',
  'WEB-42 Choose an outline',
  '/ Ana asks: which of the two do we take?, by Sat 28 Nov 18:00',
  '  Website, because you are asked',
  '  Open: http://baton.test/t/WEB-42',
  '',
  'Baton writes to you only in your working hours.',
];
const quoted = body.map((line) => `> ${line}`.trimEnd()).join('\n');
const plain = body.join('\n');
/** Where people answer between the lines, our own line may have been cut away by them. */
const cutShort = body.slice(2).map((line) => `> ${line}`.trimEnd());
const head = (from: string, sent: string, to: string, subject: string, gap = '') =>
  `${from}: Baton <${ours}>${gap}\n${sent}: Wednesday, November 25, 2026 9:00 AM${gap}\n${to}: Ben <ben@example.org>${gap}\n${subject}: [Website] WEB-42 Choose an outline${gap}`;

export const replies: Reply[] = [
  {
    program: 'Gmail, English',
    text: `Let us take the short one.\n\nOn Wed, Nov 25, 2026 at 9:00 AM Baton <${ours}>\nwrote:\n\n${quoted}\n`,
    wrote: 'Let us take the short one.',
  },
  {
    program: 'Gmail, German, with a signature',
    text: `Die kurze, bitte.\n\n-- \nBen Beispiel\nTel. 030 1234\n\nAm Mi., 25. Nov. 2026 um 09:00 Uhr schrieb Baton <${ours}>:\n\n${quoted}\n`,
    wrote: 'Die kurze, bitte.',
  },
  {
    program: 'Gmail, French, wrapped',
    text: `La courte.\nElle suffit.\n\nLe mer. 25 nov. 2026 à 09:00, Baton <\n${ours}> a écrit :\n\n${quoted}\n`,
    wrote: 'La courte.\nElle suffit.',
  },
  {
    program: 'Gmail, Spanish',
    text: `La corta, por favor.\n\nEl mié, 25 nov 2026 a las 9:00, Baton (<${ours}>) escribió:\n\n${quoted}\n`,
    wrote: 'La corta, por favor.',
  },
  {
    program: 'Gmail, Portuguese',
    text: `A curta.\n\nEm qua., 25 de nov. de 2026 às 09:00, Baton <${ours}> escreveu:\n\n${quoted}\n`,
    wrote: 'A curta.',
  },
  {
    program: 'Gmail, Japanese',
    text: `短いほうでお願いします。\n\n2026年11月25日(水) 9:00 Baton <${ours}>:\n\n${quoted}\n`,
    wrote: '短いほうでお願いします。',
  },
  {
    program: 'Gmail, Arabic',
    text: `القصير من فضلك\n\nفي الأربعاء، 25 نوفمبر 2026 في 9:00 ص تمت كتابة ما يلي بواسطة ‪Baton‬‏ <‪${ours}‬‏>:\n\n${quoted}\n`,
    wrote: 'القصير من فضلك',
  },
  {
    program: 'Gmail, Hindi',
    text: `छोटा वाला ठीक है।\n\nबुध, 25 नव॰ 2026 को 9:00 am बजे को Baton <${ours}> ने लिखा:\n\n${quoted}\n`,
    wrote: 'छोटा वाला ठीक है।',
  },
  {
    program: 'Apple Mail, English',
    text: `The short one is enough.\n\n> On 25. Nov 2026, at 09:00, Baton <${ours}> wrote:\n> \n${quoted}\n`,
    wrote: 'The short one is enough.',
  },
  {
    program: 'iPhone, English',
    text: `Short one\n\nSent from my iPhone\n\n> On 25 Nov 2026, at 09:00, Baton <${ours}> wrote:\n> \n> ${quoted.replaceAll('\n', '\n> ')}\n`,
    wrote: 'Short one',
  },
  {
    program: 'iPhone, German',
    text: `Die kurze\n\nVon meinem iPhone gesendet\n\n> Am 25.11.2026 um 09:00 schrieb Baton <${ours}>:\n> \n${quoted}\n`,
    wrote: 'Die kurze',
  },
  {
    program: 'iPhone, Italian',
    text: `Quella corta\n\nInviato da iPhone\n\n> Il giorno 25 nov 2026, alle ore 09:00, Baton <${ours}> ha scritto:\n> \n${quoted}\n`,
    wrote: 'Quella corta',
  },
  {
    program: 'Outlook for Windows, English',
    text: `The short one.\n\nIt is clearer.\n\n${head('From', 'Sent', 'To', 'Subject', ' ')}\n\n${plain}\n`,
    wrote: 'The short one.\n\nIt is clearer.',
  },
  {
    program: 'Outlook for Windows, German, with a rule',
    text: `Die kurze.\n\nViele Grüße\nBen\n\n________________________________\n${head('Von', 'Gesendet', 'An', 'Betreff')}\n\n${plain}\n`,
    wrote: 'Die kurze.\n\nViele Grüße\nBen',
  },
  {
    program: 'Outlook for Windows, French',
    text: `La courte.\n\n${head('De ', 'Envoyé ', 'À ', 'Objet ')}\n\n${plain}\n`,
    wrote: 'La courte.',
  },
  {
    program: 'Outlook for Windows, Polish, our line cut away',
    text: `Krótsza.\n\n-----Original Message-----\n${head('Od', 'Wysłano', 'Do', 'Temat')}\n\n${body.slice(2).join('\n')}\n`,
    wrote: 'Krótsza.',
  },
  {
    program: 'Outlook for Windows, Chinese',
    text: `用短的那个。\n\n${head('发件人', '发送时间', '收件人', '主题').replaceAll(': ', '：')}\n\n${plain}\n`,
    wrote: '用短的那个。',
  },
  {
    program: 'Outlook on a phone, HTML alone',
    text: null,
    html: `<html><body><div dir="auto">The short one.</div><div dir="auto"><br></div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><hr style="width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Baton &lt;${ours}&gt;<br><b>Sent:</b> Wednesday, November 25, 2026 9:00:12 AM<br><b>To:</b> Ben &lt;ben@example.org&gt;<br><b>Subject:</b> [Website] WEB-42 Choose an outline</div><div>&nbsp;</div><p>${body.join('<br>')}</p></body></html>`,
    wrote: 'The short one.',
  },
  {
    program: 'Gmail on a phone, HTML alone',
    text: null,
    html: `<div dir="auto">The short one, and <b>soon</b>.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Wed, Nov 25, 2026, 9:00 AM Baton &lt;<a href="mailto:${ours}">${ours}</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${body.join('<br>')}</blockquote></div>`,
    wrote: 'The short one, and soon.',
  },
  {
    program: 'Thunderbird, English, below the quote',
    text: `On 25.11.26 09:00, Baton wrote:\n${quoted}\n\nThe short one.\n\n-- \nBen\n`,
    wrote: 'The short one.',
  },
  {
    program: 'Thunderbird, Dutch, between the lines',
    text: `Op 25-11-2026 om 09:00 schreef Baton <${ours}>:\n${cutShort.slice(0, 6).join('\n')}\n\nDe korte.\n\n${cutShort.slice(6).join('\n')}\n\nEn graag snel.\n`,
    wrote: 'De korte.\n\nEn graag snel.',
  },
  {
    program: 'Thunderbird, Swedish',
    text: `Den korta.\n\nDen 2026-11-25 kl. 09:00, skrev Baton:\n${quoted}\n`,
    wrote: 'Den korta.',
  },
  {
    program: 'Yahoo, English',
    text: ` The short one.\n    On Wednesday, November 25, 2026 at 09:00:12 AM GMT+1, Baton <${ours}> wrote:  \n \n ${plain.replaceAll('\n', '\n ')}\n`,
    wrote: 'The short one.',
  },
  {
    program: 'Proton, English',
    text: `The short one.\n\nSent with Proton Mail secure email.\n\nOn Wednesday, November 25th, 2026 at 9:00 AM, Baton <${ours}> wrote:\n\n${quoted}\n`,
    wrote: 'The short one.',
  },
  {
    program: 'Samsung, Turkish',
    text: `Kısa olan.\n\nGalaxy cihazımdan gönderildi\n\n-------- Orijinal mesaj --------\nKimden: Baton <${ours}>\nTarih: 25.11.2026 09:00 (GMT+03:00)\nAlıcı: ben@example.org\nKonu: [Website] WEB-42 Choose an outline\n\n${plain}\n`,
    wrote: 'Kısa olan.\n\nGalaxy cihazımdan gönderildi',
  },
  {
    program: 'mutt, with a list of its own and a rule that is meant',
    text: `Two ways:\n\n1. the short one\n2. the long one\n\n---\n\nI would take the first, because of these reasons:\n\n${Array.from({ length: 12 }, (_, i) => `- reason ${i + 1}`).join('\n')}\n\nOn Wed, Nov 25, 2026 at 09:00:00AM +0100, Baton wrote:\n${quoted}\n`,
    wrote: `Two ways:\n\n1. the short one\n2. the long one\n\n---\n\nI would take the first, because of these reasons:\n\n${Array.from({ length: 12 }, (_, i) => `- reason ${i + 1}`).join('\n')}`,
  },
  {
    program: 'a program that quotes nothing',
    text: 'The short one.\nFrom: my point of view it is clearer.\n',
    wrote: 'The short one.\nFrom: my point of view it is clearer.',
  },
];

/** The mail of an answer, as it travels. */
export function rawReply({ text, html }: Pick<Reply, 'text' | 'html'>, more: Record<string, string> = {}): string {
  const headers = {
    From: 'Ben <ben@example.org>',
    To: `Baton <${ours}>`,
    Subject: 'Re: [Website] WEB-42 Choose an outline',
    'Message-ID': '<reply@example.org>',
    'MIME-Version': '1.0',
    'Content-Type': `text/${text === null ? 'html' : 'plain'}; charset=utf-8`,
    'Content-Transfer-Encoding': 'base64',
    ...more,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const encoded = Buffer.from(text ?? html ?? '')
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n');
  return `${lines.join('\r\n')}\r\n\r\n${encoded}\r\n`;
}
