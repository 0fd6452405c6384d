import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './tools/e2e/chromium.mjs';

export default defineConfig({
  testDir: 'apps/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'tmp/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: await chromiumLaunchOptions(),
    locale: 'en-GB',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
