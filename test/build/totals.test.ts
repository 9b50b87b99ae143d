import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { totalsOf } from '../../build/testing/totals.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'companion-totals-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function report(content: unknown): Promise<string> {
  const file = path.join(folder, 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
};
const playwrightReport = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

it('what passed and what failed is counted', async () => {
  expect(await totalsOf('vitest', await report({ ...vitestReport, numFailedTests: 2 }), 1)).toEqual({
    passed: 3,
    failed: 2,
  });
  expect(
    await totalsOf(
      'playwright',
      await report({ ...playwrightReport, stats: { ...playwrightReport.stats, unexpected: 1 } }),
      1,
    ),
  ).toEqual({ passed: 4, failed: 1 });
});

it('every test file that could not be loaded is a failure', async () => {
  const broken = { ...vitestReport, testResults: Array(2).fill({ status: 'failed', assertionResults: [] }) };
  expect(await totalsOf('vitest', await report(broken), 1)).toEqual({ passed: 3, failed: 2 });
});

it('a test that was skipped, or passed only the second time, is a failure', async () => {
  const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 1 };
  expect(await totalsOf('playwright', await report({ ...playwrightReport, stats }), 0)).toEqual({
    passed: 4,
    failed: 2,
  });
});

it('a runner that crashed before it could count is a failure', async () => {
  expect(await totalsOf('vitest', path.join(folder, 'never-written.json'), 134)).toEqual({
    passed: 0,
    failed: 1,
  });
  expect(await totalsOf('playwright', await report(playwrightReport), 130)).toEqual({ passed: 4, failed: 1 });
});
