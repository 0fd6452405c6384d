import { escaped, sheet, styles } from './render/html';

/** A page that a link of a mail opens, for somebody who is not signed in. */
export interface SmallPage {
  title: string;
  /** Each a paragraph; what people wrote is shown as it is. */
  paragraphs: string[];
  /** What somebody asked, set apart. */
  quote?: string;
  form?: { button: string; field?: { name: string; label: string; value: string }; hidden?: Record<string, string>; problem?: string };
  link?: { label: string; url: string };
}

/** The page as HTML; nothing happens on it before its one button is pressed. */
export function smallPage({ title, paragraphs, quote, form, link }: SmallPage): string {
  const hidden = Object.entries(form?.hidden ?? {}).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const field = form?.field
    ? `<label class="ink" style="${styles.text};display:block;margin-top:16px">${escaped(form.field.label)}<textarea class="field" name="${escaped(form.field.name)}" rows="4" required maxlength="5000" dir="auto" style="${styles.field}">${escaped(form.field.value)}</textarea></label>`
    : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><style>${sheet}</style></head>
<body class="paper ink" style="${styles.body}"><main class="page" style="${styles.page}"><div class="card" style="${styles.card}">
<h1 class="ink" dir="auto" style="${styles.title}">${escaped(title)}</h1>
${paragraphs.map((text) => `<p class="soft" dir="auto" style="${styles.soft};margin-top:8px">${escaped(text)}</p>`).join('\n')}
${quote ? `<blockquote class="ink rule" dir="auto" style="${styles.text};margin-top:12px;white-space:pre-wrap;border-inline-start:3px solid #8a8478;padding-inline-start:12px">${escaped(quote)}</blockquote>` : ''}
${form?.problem ? `<p class="late" role="alert" style="${styles.soft};margin-top:12px;color:#8f4f00">${escaped(form.problem)}</p>` : ''}
${form ? `<form method="post">${hidden.join('')}${field}<button class="main" type="submit" style="${styles.main}">${escaped(form.button)}</button></form>` : ''}
${link ? `<p style="margin:16px 0 0"><a class="accent" href="${escaped(link.url)}" style="${styles.link}">${escaped(link.label)}</a></p>` : ''}
</div></main></body></html>
`;
}
