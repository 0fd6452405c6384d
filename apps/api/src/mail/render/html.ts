import type { Letter, LetterLine, LetterLink } from './letter';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as HTML shows it; everything that people typed passes through here. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => entities[c] ?? c);

/** The page's own colours: mail programs know no variables, so light ones stand inline and dark ones in one style element. */
const light = {
  paper: '#f6f4f0',
  raised: '#ffffff',
  line: '#ddd8cf',
  ink: '#24211c',
  soft: '#5c564c',
  accent: '#0b6b66',
  onAccent: '#ffffff',
  late: '#8f4f00',
};
const dark: typeof light = {
  paper: '#1b1a18',
  raised: '#2a2825',
  line: '#3b3834',
  ink: '#eceae5',
  soft: '#b3ada2',
  accent: '#5cc2ba',
  onAccent: '#08302d',
  late: '#e8b062',
};

/** The style element of mails and of the small pages that their links open. */
export const sheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.page{padding:12px 8px!important}.card{padding:16px 14px!important}}
@media (prefers-color-scheme:dark){
.paper{background:${dark.paper}!important}
.card{background:${dark.raised}!important;border-color:${dark.line}!important}
.ink{color:${dark.ink}!important}
.soft{color:${dark.soft}!important}
.rule{border-color:${dark.line}!important}
.accent{color:${dark.accent}!important}
.late{color:${dark.late}!important}
.button{color:${dark.accent}!important;border-color:${dark.accent}!important}
.main{background:${dark.accent}!important;color:${dark.onAccent}!important;border-color:${dark.accent}!important}
.field{background:${dark.paper}!important;color:${dark.ink}!important;border-color:${dark.soft}!important}
}`;

const font = "font-family:Inter,system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
export const styles = {
  body: `margin:0;padding:0;background:${light.paper};${font};color:${light.ink};-webkit-text-size-adjust:100%`,
  page: 'max-width:600px;margin:0 auto;padding:24px 16px',
  card: `background:${light.raised};border:1px solid ${light.line};border-radius:10px;padding:20px 22px`,
  title: `margin:0 0 4px;font-size:20px;line-height:28px;font-weight:600;color:${light.ink};overflow-wrap:anywhere`,
  text: `margin:0;font-size:16px;line-height:24px;color:${light.ink};overflow-wrap:anywhere`,
  soft: `margin:0;font-size:14px;line-height:20px;color:${light.soft};overflow-wrap:anywhere`,
  small: `margin:0;font-size:12px;line-height:18px;color:${light.soft};overflow-wrap:anywhere`,
  heading: `margin:24px 0 0;font-size:14px;line-height:20px;font-weight:600;color:${light.soft}`,
  link: `color:${light.accent};text-decoration:underline`,
  button: `display:inline-block;margin:8px 8px 0 0;padding:7px 14px;border:1px solid ${light.accent};border-radius:6px;font-size:14px;line-height:20px;font-weight:600;color:${light.accent};text-decoration:none`,
  main: `display:inline-block;margin:16px 0 0;padding:9px 18px;border:1px solid ${light.accent};border-radius:6px;${font};font-size:16px;line-height:24px;font-weight:600;background:${light.accent};color:${light.onAccent};cursor:pointer`,
  field: `display:block;box-sizing:border-box;width:100%;margin:8px 0 0;padding:8px 10px;border:1px solid ${light.soft};border-radius:6px;${font};font-size:16px;line-height:24px;background:${light.raised};color:${light.ink}`,
};

const link = ({ label, url }: LetterLink, name = '') =>
  `<a class="accent" href="${escaped(url)}"${name && ` aria-label="${escaped(`${label}: ${name}`)}"`} style="${styles.link}">${escaped(label)}</a>`;
const button = ({ label, url }: LetterLink, name: string) =>
  `<a class="button" href="${escaped(url)}" aria-label="${escaped(`${label}: ${name}`)}" style="${styles.button}">${escaped(label)}</a>`;

/** The baton: what waits for the reader has it filled, as on a card. */
const bar = (mine: boolean) =>
  `<span class="accent" aria-hidden="true" style="color:${light.accent};font-weight:700">${mine ? '&#9646;' : '&#9647;'}</span>`;

function lineHtml(line: LetterLine, mine: boolean, titled: boolean): string {
  const name = line.title ? `${line.key} ${line.title}` : line.key;
  const links = [{ label: 'Open', url: line.url }, ...(line.reply ? [line.reply] : [])];
  const where = line.boardName === line.key ? '' : `<span dir="auto">${escaped(line.boardName)}</span> · `;
  const key = `<b>${escaped(line.key)}</b> <span dir="auto">${escaped(line.title)}</span>`;
  const by = line.by ? ` <span class="late" style="color:${light.late};white-space:nowrap">${escaped(line.by)}</span>` : '';
  return `<div class="rule" style="border-top:1px solid ${light.line};margin-top:12px;padding-top:12px">
${titled ? `<p class="soft" style="${styles.soft}"><a class="soft" href="${escaped(line.url)}" style="color:${light.soft};text-decoration:none">${key}</a></p>` : ''}
<p class="ink" style="${styles.text};margin-top:2px">${bar(mine)} <span dir="auto">${escaped(line.text)}</span>${by}</p>
${line.answers.length > 0 ? `<div>${line.answers.map((answer) => button(answer, name)).join('')}</div>` : ''}
<p class="soft" style="${styles.small};margin-top:6px">${where}because ${escaped(line.reason)} &nbsp;·&nbsp; ${links.map((one) => link(one, name)).join(' &nbsp;·&nbsp; ')}</p>
</div>`;
}

/** The mail as HTML: no pictures, no scripts, nothing that is fetched, so that opening it tells nobody. */
export function htmlOf(letter: Letter): string {
  const one = letter.groups.length === 1 && new Set(letter.groups[0]?.lines.map(({ key }) => key)).size === 1;
  const groups = letter.groups.map(
    ({ heading, lines }) =>
      `<h2 class="soft" style="${styles.heading}">${escaped(heading)}</h2>${lines.map((line) => lineHtml(line, heading === 'Your move', !one)).join('')}`,
  );
  const [quietHead, ...quietRest] = letter.quiet;
  const quiet = quietHead
    ? `<div class="rule" style="border-top:1px solid ${light.line};margin-top:24px;padding-top:12px"><p class="soft" style="${styles.soft}">${escaped(quietHead)}</p>${quietRest.map((text) => `<p class="soft" dir="auto" style="${styles.small}">${escaped(text)}</p>`).join('')}</div>`
    : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(letter.subject)}</title><style>${sheet}</style></head>
<body class="paper ink" style="${styles.body}">
<div style="display:none;max-height:0;overflow:hidden">${escaped(letter.preview)}</div>
<div class="paper page" style="${styles.page}">
${letter.marker ? `<p class="soft" style="${styles.small};margin-bottom:12px">${escaped(letter.marker)}</p>` : ''}
<div class="card" style="${styles.card}">
<h1 class="ink" dir="auto" style="${styles.title}">${escaped(letter.title)}</h1>
${groups.join('\n')}
${quiet}
</div>
<div style="padding:16px 4px 0">
${letter.foot.sentences.map((text) => `<p class="soft" style="${styles.small}">${escaped(text)}</p>`).join('\n')}
<p class="soft" style="${styles.small};margin-top:6px">${letter.foot.links.map((one) => link(one)).join(' &nbsp;·&nbsp; ')}</p>
</div>
</div>
</body></html>
`;
}
