import base from './playwright.config.ts';

/** The packed program, as users get it, in a run of its own: it has to be packed first. */
export default { ...base, testMatch: 'packaged.ts', outputDir: '../../test-results/packaged' };
