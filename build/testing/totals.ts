import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

export const noTests: Totals = { passed: 0, failed: 0 };

export function add(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

const VitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
});

/** A file that could not even be loaded counts as one failure: it has no tests to count. */
function readVitest(report: unknown): Totals {
  const { numPassedTests, numFailedTests, testResults } = v.parse(VitestReport, report);
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/** A test that passed only when it was tried again, or was skipped, kept no promise. */
function readPlaywright(report: unknown): Totals {
  const { stats, errors } = v.parse(PlaywrightReport, report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

const readers = { vitest: readVitest, playwright: readPlaywright };

/**
 * What a runner counted, by its report. A runner that failed without counting a failure, because it crashed or found
 * no tests, counts as one.
 */
export async function totalsOf(
  runner: keyof typeof readers,
  reportFile: string,
  code: number,
): Promise<Totals> {
  const text = await readFile(reportFile, 'utf8').catch(() => undefined);
  const counted = text === undefined ? noTests : readers[runner](JSON.parse(text) as unknown);
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
