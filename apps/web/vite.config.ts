import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { emojiData } from '../../tools/run/emoji-data.mjs';
import { inlineDocuments } from '../../tools/run/inline-documents.mjs';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const api = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: repo + 'node_modules/.vite/web',
  // First, while the documents still are template strings.
  plugins: [
    { ...inlineDocuments(fileURLToPath(new URL('./src/', import.meta.url))), enforce: 'pre', apply: 'build' },
    react(),
    emojiData(),
  ],
  resolve: { alias: { '@baton/domain': repo + 'libs/domain/src/index.ts', '@baton/importers': repo + 'libs/importers/src/index.ts' } },
  server: {
    port: 4200,
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: api, ws: true },
      '/uploads': { target: api },
      '/files': { target: api },
      '/emoji': { target: api },
      '/health': { target: api },
      '^/decisions/.+[.](zip|md)': { target: api },
    },
  },
  build: {
    outDir: repo + 'dist/apps/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
});
