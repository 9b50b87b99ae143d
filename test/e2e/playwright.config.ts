import { defineConfig } from '@playwright/test';

/**
 * The real Electron. One at a time: tests share one display, and with it the focus, the clipboard and the hotkeys.
 * No second try: what works only now and then is broken.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
