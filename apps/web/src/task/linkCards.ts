/** A link of a tool that people know: its name, and what the address says of the thing. Nothing is asked of the tool. */
export interface ToolLink {
  tool: string;
  title: string;
}

const tools: { tool: string; host: RegExp; thing: (path: string[], host: string) => string }[] = [
  {
    tool: 'Google Drive',
    host: /^(drive|docs)\.google\.com$/,
    thing: ([kind = '']) => ({ document: 'Document', spreadsheets: 'Spreadsheet', presentation: 'Slides', forms: 'Form' })[kind] ?? 'File',
  },
  { tool: 'Confluence', host: /^(.+\.)?atlassian\.net$|^confluence\./, thing: (path) => said(path.at(-1)) || 'Page' },
  { tool: 'Loom', host: /^(www\.)?loom\.com$/, thing: () => 'Clip' },
  { tool: 'Slack', host: /^.+\.slack\.com$/, thing: (path, host) => `Message in ${host.split('.')[0] ?? 'Slack'}` },
  { tool: 'Trello', host: /^(www\.)?trello\.com$/, thing: (path) => said(path.at(-1)?.replace(/^\d+-/, '')) || 'Card' },
  { tool: 'Asana', host: /^app\.asana\.com$/, thing: () => 'Task' },
];

/** A part of an address as words. */
function said(part = ''): string {
  try {
    return decodeURIComponent(part)
      .replace(/[-_+]+/g, ' ')
      .trim()
      .slice(0, 80);
  } catch {
    return '';
  }
}

/** The tool of a link, or null for any other address. */
export function toolOf(address: string): ToolLink | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, protocol } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const path = pathname.split('/').filter(Boolean);
  // Jira and Confluence share a host; an issue has its key in the path.
  const issue = path.find((part) => /^[A-Z][A-Z0-9]+-\d+$/.test(part));
  if (issue && /atlassian\.net$|^jira\./.test(hostname)) return { tool: 'Jira', title: issue };
  const found = tools.find(({ host }) => host.test(hostname));
  return found ? { tool: found.tool, title: found.thing(path, hostname) } : null;
}
