import { toolOf } from './linkCards';

it.each([
  ['https://docs.google.com/document/d/1a2b/edit#heading=h.1', 'Google Drive', 'Document'],
  ['https://docs.google.com/a/example.org/spreadsheets/d/1a2b', 'Google Drive', 'Spreadsheet'],
  ['https://drive.google.com/drive/folders/1a2b', 'Google Drive', 'Folder'],
  ['https://drive.google.com/file/d/1a2b/view', 'Google Drive', 'File'],
  ['https://acme.atlassian.net/wiki/spaces/ENG/pages/123/How+we+ship', 'Confluence', 'How we ship'],
  ['https://acme.atlassian.net/wiki/spaces/ENG/overview', 'Confluence', 'Space ENG'],
  ['https://acme.atlassian.net/wiki/spaces/ENG/pages/123', 'Confluence', 'Page'],
  ['https://confluence.example.org/display/ENG/Road%20map', 'Confluence', 'Road map'],
  ['https://acme.atlassian.net/browse/WEB-12', 'Jira', 'WEB-12'],
  ['https://acme.atlassian.net/jira/software/projects/WEB/boards/3?selectedIssue=WEB-7', 'Jira', 'WEB-7'],
  ['https://jira.example.org/projects/WEB', 'Jira', 'Project WEB'],
  ['https://www.loom.com/share/0123456789abcdef0123456789abcdef', 'Loom', 'Clip'],
  ['https://www.loom.com/share/How-we-ship-0123456789abcdef0123456789abcdef', 'Loom', 'How we ship'],
  ['https://acme.slack.com/archives/C0123/p1718000000123456', 'Slack', 'Message in acme, 10 Jun 2024'],
  ['https://acme.slack.com/archives/C0123', 'Slack', 'Channel in acme'],
  ['https://app.slack.com/client/T0123/C0123', 'Slack', 'Channel'],
  ['https://trello.com/c/abc/12-plan-the-launch', 'Trello', 'Plan the launch'],
  ['https://trello.com/c/abc', 'Trello', 'Card'],
  ['https://trello.com/b/abc/roadmap', 'Trello', 'roadmap'],
  ['https://app.asana.com/0/12/34', 'Asana', 'Task'],
  ['https://app.asana.com/0/12/list', 'Asana', 'Project'],
])('reads %s as %s: %s', (address, tool, title) => {
  expect(toolOf(address)).toEqual({ tool, title, host: new URL(address).hostname });
});

it.each([
  'https://example.org',
  'https://trello.com.evil.example/c/abc/12-plan',
  'https://evil.example/trello.com/c/abc',
  'https://trello.com@evil.example/c/abc',
  'https://user@trello.com/c/abc',
  'https://slack.com/pricing',
  'javascript://trello.com/c/abc%0aalert(1)',
  'ftp://trello.com/c/abc',
  'data:text/html,https://trello.com/c/abc',
  'no address',
  'https://docs.google.com.evil.example/document/d/1',
])('takes %s for no tool', (address) => expect(toolOf(address)).toBeNull());

it('survives a title that is no text', () => {
  expect(toolOf('https://trello.com/c/abc/%E0%A4%A')?.title).toBe('Card');
  expect(toolOf('https://acme.atlassian.net/wiki/spaces/ENG/pages/1/%3Cscript%3E')?.title).toBe('<script>');
});
