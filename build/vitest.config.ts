import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { projectFolder } from './project.ts';
import './testing/map-group-by.ts';

/** Milliseconds. A busy machine may take long; no test asks for speed. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };

/** In plain Node all that needs no window; in happy-dom what draws. The real Electron is Playwright's (`test/e2e`). */
export default defineConfig({
  root: projectFolder,
  test: {
    globalSetup: 'test/support/own-temporary.ts',
    // All of them: Vitest leaves one free, of two. Many tests wait for a server, a thread or another program.
    maxWorkers: '100%',
    projects: [
      {
        root: projectFolder,
        test: { name: 'app', include: ['test/app/**/*.test.ts'], environment: 'node', ...patience },
      },
      {
        root: projectFolder,
        test: {
          name: 'build',
          include: ['test/build/**/*.test.ts'],
          environment: 'node',
          ...patience,
        },
      },
      {
        root: projectFolder,
        plugins: [preact()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          ...patience,
        },
      },
    ],
  },
});
