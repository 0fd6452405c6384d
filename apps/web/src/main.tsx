import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/tokens.css';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { App } from './app/App';
import { ErrorBoundary } from './ui/ErrorBoundary';
import { client } from './session/apollo';
import { applyDensity } from './ui/density';
import { Toasts } from './ui/toasts';
import { cssVariables, theme } from './ui/theme';

applyDensity();
const start = () => {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <ErrorBoundary>
          <ApolloProvider client={client}>
            <BrowserRouter>
              <App />
            </BrowserRouter>
          </ApolloProvider>
        </ErrorBoundary>
        <Toasts />
      </MantineProvider>
    </StrictMode>,
  );
};

// Most browsers bring Temporal; the others get it before anything tells a time.
if ('Temporal' in globalThis) start();
else void import('temporal-polyfill/global').then(start);
