import base from './playwright.config.ts';

/** What stands in for a newer Electron, in a run of its own: it needs a Chromium beside the Electron. */
export default { ...base, testMatch: 'newer.ts', outputDir: '../../test-results/newer' };
