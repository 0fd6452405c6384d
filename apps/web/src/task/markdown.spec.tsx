import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { Markdown, safeUrl } from './Markdown';
import { continueList, link, prefixLines, toggleCheckbox, wrap } from './markdown';

it('ticks the n-th box and leaves those in code alone', () => {
  const text = '- [ ] one\n```\n- [ ] code\n```\n1. [x] two\n  > - [ ] three';
  expect(toggleCheckbox(text, 1)).toBe(text.replace('[x]', '[ ]'));
  expect(toggleCheckbox(text, 2)).toBe(text.replace('[ ] three', '[x] three'));
  fc.assert(
    fc.property(fc.string(), fc.nat(5), (any, n) =>
      expect(toggleCheckbox(toggleCheckbox(any, n), n).toLowerCase()).toBe(any.toLowerCase()),
    ),
  );
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
