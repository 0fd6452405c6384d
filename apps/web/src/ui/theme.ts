import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** Baton's look on Mantine: every colour comes from tokens.css, so light and dark are decided in one file. */
export const theme = createTheme({
  fontFamily: 'var(--font-ui)',
  headings: {
    fontFamily: 'var(--font-ui)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '36px' },
      h2: { fontSize: '20px', lineHeight: '28px' },
      h3: { fontSize: '16px', lineHeight: '24px' },
    },
  },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { sm: '6px', md: '6px', lg: '10px' },
  defaultRadius: 'sm',
  primaryColor: 'baton',
  primaryShade: 7,
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  // A menu takes the focus itself; an element without a role inside would be no part of it for those who hear the page.
  components: { Menu: { defaultProps: { withInitialFocusPlaceholder: false } } },
  colors: { baton: ['#e8f3f2', '#cfe5e3', '#a5cfcb', '#7bbbb6', '#5cc2ba', '#2f9a92', '#15807a', '#0b6b66', '#085753', '#064541'] },
});

/** Mantine's own variables, led back to our tokens. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-default': 'var(--paper-raised)',
    '--mantine-color-default-hover': 'var(--paper-sunken)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-anchor': 'var(--accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};
