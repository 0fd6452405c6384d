import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { Markdown, safeUrl } from './Markdown';
import { type MarkdownScene, MarkdownProvider } from './markdownScene';
import { continueList, insert, link, prefixLines, toggleCheckbox, wrap } from './markdown';

it('ticks the box that was pressed, whatever looks like one in code, in quotes or indented', () => {
  const text =
    '- [ ] one\n\n```\n- [ ] code\n```\n\n    - [ ] indented code\n\n1. [x] two\n   > - [ ] three\n\n`- [ ] inline`\n\n* [ ] four';
  const ticked = (n: number) => {
    let after = '';
    const { container, unmount } = render(<Markdown text={text} onToggle={(offset) => (after = toggleCheckbox(text, offset))} />);
    const boxes = container.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
    expect(boxes).toHaveLength(4);
    boxes[n]?.click();
    unmount();
    return after;
  };
  expect(ticked(0)).toBe(text.replace('[ ] one', '[x] one'));
  expect(ticked(1)).toBe(text.replace('[x] two', '[ ] two'));
  expect(ticked(2)).toBe(text.replace('[ ] three', '[x] three'));
  expect(ticked(3)).toBe(text.replace('[ ] four', '[x] four'));
});

it('puts marks around a selection and takes them off', () => {
  const bold = wrap({ text: 'some words', from: 5, to: 10 }, '**');
  expect(bold).toEqual({ text: 'some **words**', from: 7, to: 12 });
  expect(wrap(bold, '**')).toEqual({ text: 'some words', from: 5, to: 10 });
  expect(prefixLines({ text: 'a\nb', from: 0, to: 3 }, '- ').text).toBe('- a\n- b');
  expect(link({ text: 'see here', from: 4, to: 8 }, 'https://example.org').text).toBe('see [here](https://example.org)');
});

it('goes on with a list and ends it on an empty item', () => {
  expect(continueList({ text: '9. nine', from: 7, to: 7 })?.text).toBe('9. nine\n10. ');
  expect(continueList({ text: '- [x] done', from: 10, to: 10 })?.text).toBe('- [x] done\n- [ ] ');
  expect(continueList({ text: '- one\n- ', from: 8, to: 8 })?.text).toBe('- one\n');
  expect(continueList({ text: 'plain', from: 5, to: 5 })).toBeNull();
});

it('puts an emoji where the caret is, a file as a word of its own, and a picture on its own line', () => {
  expect(insert({ text: 'ab', from: 1, to: 1 }, '🎉', 'here')).toEqual({ text: 'a🎉b', from: 3, to: 3 });
  expect(insert({ text: 'see', from: 3, to: 3 }, '[plan](file:1)', 'word').text).toBe('see [plan](file:1) ');
  expect(insert({ text: 'a b', from: 2, to: 2 }, ':wave:', 'word').text).toBe('a :wave: b');
  expect(insert({ text: 'Look:', from: 5, to: 5 }, '![](file:1)', 'line').text).toBe('Look:\n\n![](file:1)\n\n');
  expect(insert({ text: '', from: 0, to: 0 }, '![](file:1)', 'line').text).toBe('![](file:1)\n\n');
  expect(insert({ text: 'a\nb', from: 2, to: 2 }, '![](file:1)', 'line').text).toBe('a\n\n![](file:1)\n\nb');
});

it('opens web and mail addresses only', () => {
  expect(safeUrl('https://example.org')).toBe('https://example.org');
  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil',
    'file:///etc/passwd',
    'blob:x',
  ])
    expect(safeUrl(url)).toBe('');
});

const payloads = [
  '<script>window.hit=1</script>',
  '<img src=x onerror=window.hit=1>',
  '<svg onload=window.hit=1>',
  '<iframe srcdoc="<script>parent.hit=1</script>">',
  '[x](javascript:window.hit=1)',
  '![x](javascript:window.hit=1)',
  '<a href="javascript:window.hit=1">x</a>',
  '<details open ontoggle=window.hit=1>',
  '<math><mi xlink:href="javascript:window.hit=1">',
  '[a]: javascript:window.hit=1\n[a]',
  '<javascript:window.hit=1>',
  '<style>@import "x"</style>',
  '<base href="//evil">',
  '<form action="javascript:window.hit=1"><button>',
  '<object data="javascript:window.hit=1">',
  '`<img src=x onerror=window.hit=1>`',
  '<!--><script>window.hit=1</script>',
  '<x contenteditable onblur=window.hit=1>',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '<img src="x` `<script>window.hit=1</script>"` `>',
  '|a|\n|-|\n|<img src=x onerror=window.hit=1>|',
];

it.each(payloads)('renders %s without anything that runs', (payload) => {
  const { container } = render(<Markdown text={payload} />);
  expect(container.querySelector('script, iframe, object, embed, style, base, form, svg, math, img')).toBeNull();
  for (const element of container.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      if (name === 'href' || name === 'src') expect(value).toMatch(/^(https?:|mailto:)/);
    }
});

it('shows a foreign picture as a link and does not load it', () => {
  render(<Markdown text="![a map](https://example.org/map.png)" />);
  expect(screen.getByRole('link', { name: 'a map' })).toHaveAttribute('rel', 'noopener noreferrer nofollow ugc');
});

const file = (kind: string, name: string) => ({
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  name,
  kind,
  url: '/files/3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  bytes: 2048,
  stayedAtSource: false,
  createdAt: '2026-11-24T09:00:00Z',
  caption: '',
  width: kind === 'picture' ? 900 : null,
  height: kind === 'picture' ? 500 : null,
  byId: null,
  commentId: null,
  pending: false,
});
const inScene = (text: string, scene: Partial<MarkdownScene>) =>
  render(
    <MantineProvider>
      <MarkdownProvider value={{ workspaceId: 'w', people: new Map(), files: new Map(), emoji: new Map(), ...scene }}>
        <Markdown text={text} />
      </MarkdownProvider>
    </MantineProvider>,
  );

it('shows our own picture in its proportions, with its caption for those who do not see it', () => {
  inScene('![The old town](file:3f2504e0)', { files: new Map([['3f2504e0', file('picture', 'map.png')]]) });
  const picture = screen.getByAltText('The old town');
  expect([picture.getAttribute('src'), picture.getAttribute('width'), picture.getAttribute('height')]).toEqual([
    '/files/3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    '900',
    '500',
  ]);
  expect(screen.getByText('The old town')).toBeInTheDocument();
});

it('shows any other file as a download, and says when one is gone', () => {
  inScene('[plan](file:3f2504e0) and ![x](file:3f2504e0) and [y](file:00000000)', {
    files: new Map([['3f2504e0', file('file', 'page.svg')]]),
  });
  for (const name of [/^plan/, /^x/]) expect(screen.getByRole('link', { name })).toHaveAttribute('download', 'page.svg');
  expect(document.querySelectorAll('img')).toHaveLength(0);
  expect(screen.getByText('a file that is no longer here')).toBeInTheDocument();
});

it('shows the names of own emoji as pictures, but not in code, and leaves other names as words', () => {
  inScene('Hi :wave: and :nothing: and `:wave:` at 12:30:45', { emoji: new Map([['wave', '/emoji/1']]) });
  expect(screen.getAllByAltText(':wave:')).toHaveLength(1);
  expect(document.body.textContent).toContain('and :nothing: and :wave: at 12:30:45');
});

it('calls people by their present name, whatever the text says', () => {
  const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
  inScene(`[@The boss](person:${id}) and [@Somebody](person:9f2504e0-4f89-41d3-9a0c-0305e82c3301)`, { people: new Map([[id, 'Asha']]) });
  expect(document.querySelector('[data-markdown]')?.textContent).toBe('@Asha and @Somebody');
});

it('leaves a key that the reader may not see as a word', () => {
  inScene('See WEB-42 and UTF-8', {});
  expect(screen.queryByRole('link')).toBeNull();
  expect(document.querySelector('[data-markdown]')?.textContent).toBe('See WEB-42 and UTF-8');
});
