import { defineConfig } from '@playwright/test';

/**
 * What tells one desktop session from another, a session for each worker: tests that shared one would share the
 * focus, the clipboard, the hotkeys and the keyring. A worker reads this file before its tests.
 */
const desktops = JSON.parse(process.env.COMPANION_DESKTOPS ?? '[{}]') as Record<string, string>[];
Object.assign(process.env, desktops[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

/** The real Electron. No second try beside the others: `build/testing/alone.ts` has one, and tells of it. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: '../support/own-temporary.ts',
  outputDir: '../../test-results/e2e',
  workers: desktops.length,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  reporter: 'list',
});
