/** A link of a tool that people know: its name, and what the address says of the thing. Nothing is asked of the tool. */
export interface ToolLink {
  tool: 'Google Drive' | 'Confluence' | 'Loom' | 'Slack' | 'Jira' | 'Trello' | 'Asana';
  title: string;
  /** Where the link leads, so that a card never hides it. */
  host: string;
}

type Path = readonly string[];

/** A part of an address as words. */
function said(part = ''): string {
  try {
    return decodeURIComponent(part)
      .replace(/[-_+\s]+/g, ' ')
      .trim()
      .slice(0, 80);
  } catch {
    return '';
  }
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const kindsOfDrive: Record<string, string> = {
  document: 'Document',
  spreadsheets: 'Spreadsheet',
  presentation: 'Slides',
  forms: 'Form',
  drawings: 'Drawing',
};
const driveTitle = (path: Path) =>
  path.includes('folders') ? 'Folder' : (kindsOfDrive[path[0] === 'a' ? (path[2] ?? '') : (path[0] ?? '')] ?? 'File');

/** A page's words stand after its number; a space has only its key. */
function confluenceTitle(path: Path): string {
  const page = path.indexOf('pages');
  const words = page >= 0 ? said(path[page + 2] ?? path[page + 1]) : path.includes('display') ? said(path.at(-1)) : '';
  const space = path[path.indexOf('spaces') + 1] ?? '';
  return words && !/^\d+$/.test(words) ? words : page >= 0 ? 'Page' : path.includes('spaces') && space ? `Space ${said(space)}` : 'Page';
}

const jiraKey = /^[A-Z][A-Z0-9_]+-\d+$/;
function jiraTitle(path: Path, search: URLSearchParams): string {
  const issue = path.find((part) => jiraKey.test(part)) ?? search.get('selectedIssue') ?? '';
  if (jiraKey.test(issue)) return issue;
  return path.includes('boards') ? 'Board' : path.includes('projects') ? `Project ${said(path[path.indexOf('projects') + 1])}` : 'Jira';
}

/** A message's address ends with the moment at which it was written, in microseconds. */
function slackTitle(path: Path, host: string): string {
  const team = host === 'app.slack.com' ? '' : ` in ${host.split('.')[0] ?? ''}`;
  const at = Number(/^p(\d{10})\d{6}$/.exec(path.at(-1) ?? '')?.[1] ?? NaN) * 1000;
  if (Number.isNaN(at)) return path[0] === 'archives' || path[0] === 'client' ? `Channel${team}` : `Slack${team}`;
  return `Message${team}, ${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)}`;
}

/** The words of a slug, without the number before and a code after them. */
const slug = (part = '') => {
  const words = said(part.replace(/^\d+-/, '').replace(/-?[0-9a-f]{32}$/, ''));
  return words.includes(' ') ? capital(words) : words;
};

const tools: {
  tool: ToolLink['tool'];
  host: RegExp;
  path?: RegExp;
  title: (path: Path, host: string, search: URLSearchParams) => string;
}[] = [
  { tool: 'Google Drive', host: /^(drive|docs)\.google\.com$/, title: driveTitle },
  { tool: 'Confluence', host: /\.atlassian\.net$/, path: /^\/wiki(\/|$)/, title: confluenceTitle },
  { tool: 'Confluence', host: /^confluence\./, title: confluenceTitle },
  { tool: 'Jira', host: /\.atlassian\.net$|^jira\./, title: (path, _, search) => jiraTitle(path, search) },
  {
    tool: 'Loom',
    host: /^(www\.)?loom\.com$/,
    path: /^\/(share|embed)\//,
    title: (path) => (slug(path[1]).includes(' ') ? slug(path[1]) : 'Clip'),
  },
  { tool: 'Slack', host: /^[a-z0-9-]+(\.enterprise)?\.slack\.com$/, path: /^\/(archives|client|files|docs)\//, title: slackTitle },
  {
    tool: 'Trello',
    host: /^(www\.)?trello\.com$/,
    path: /^\/[bc]\//,
    title: ([kind, , words]) => slug(words) || (kind === 'b' ? 'Board' : 'Card'),
  },
  {
    tool: 'Asana',
    host: /^app\.asana\.com$/,
    title: (path) => (/^(list|board|timeline|calendar)$/.test(path.at(-1) ?? '') ? 'Project' : 'Task'),
  },
];

/** The tool of a link, or null for any other address. */
export function toolOf(address: string): ToolLink | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, protocol, searchParams, username } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '') return null;
  const found = tools.find(({ host, path }) => host.test(hostname) && (!path || path.test(pathname)));
  if (!found) return null;
  const path = pathname.split('/').filter(Boolean);
  return { tool: found.tool, title: found.title(path, hostname, searchParams), host: hostname };
}
