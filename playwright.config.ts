import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './tools/e2e/chromium.mjs';

const launchOptions = await chromiumLaunchOptions();
const port = Number(process.env.E2E_PORT ?? 4310);

export default defineConfig({
  testDir: 'apps/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'tmp/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions,
    baseURL: `http://127.0.0.1:${port}`,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview -c apps/web/vite.config.ts --port ${port} --strictPort --host 127.0.0.1`,
    url: `http://127.0.0.1:${port}/`,
    timeout: 30_000,
    reuseExistingServer: false,
  },
});
