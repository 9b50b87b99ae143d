import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryAlone } from '../../build/testing/alone.ts';
import { noTests, type Totals, totalsOf } from '../../build/testing/totals.ts';

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
  testResults: [
    {
      name: 'dialing.test.ts',
      status: 'passed',
      assertionResults: ['a', 'b', 'c'].map((fullName) => ({ fullName, status: 'passed' })),
    },
  ],
};
const playwrightReport = {
  stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 },
  suites: [],
  errors: [],
};

it('what passed and what failed is counted', async () => {
  expect(await totalsOf('vitest', await report({ ...vitestReport, numFailedTests: 2 }), 1)).toMatchObject({
    passed: 3,
    failed: 2,
  });
  expect(
    await totalsOf(
      'playwright',
      await report({ ...playwrightReport, stats: { ...playwrightReport.stats, unexpected: 1 } }),
      1,
    ),
  ).toMatchObject({ passed: 4, failed: 1 });
});

it('every test file that could not be loaded is a failure', async () => {
  const broken = {
    ...vitestReport,
    testResults: Array(2).fill({ name: 'a.test.ts', status: 'failed', assertionResults: [] }),
  };
  expect(await totalsOf('vitest', await report(broken), 1)).toMatchObject({ passed: 3, failed: 2 });
});

it('a test that was skipped, or that the runner itself tried twice, is a failure', async () => {
  const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 1 };
  expect(await totalsOf('playwright', await report({ ...playwrightReport, stats }), 0)).toMatchObject({
    passed: 4,
    failed: 2,
  });
});

it('a runner that crashed before it could count is a failure', async () => {
  expect(await totalsOf('vitest', path.join(folder, 'never-written.json'), 134)).toMatchObject({
    passed: 0,
    failed: 1,
  });
  expect(await totalsOf('playwright', await report(playwrightReport), 130)).toMatchObject({
    passed: 4,
    failed: 1,
  });
});

it('a failed test is named, with what it says', async () => {
  const red = '\u001b[31mexpected 1 to be 2\u001b[39m';
  const failed = { fullName: 'a call is placed once', status: 'failed', failureMessages: [red] };
  const file = { ...vitestReport.testResults[0], assertionResults: [failed] };
  expect(
    (await totalsOf('vitest', await report({ ...vitestReport, testResults: [file] }), 1)).failures,
  ).toEqual([
    {
      part: 'dialing.test.ts',
      test: 'dialing.test.ts › a call is placed once',
      said: 'expected 1 to be 2',
    },
  ]);

  const spec = { file: 'links.spec.ts', line: 7, title: 'a link asks', ok: false };
  const suite = {
    specs: [],
    suites: [{ specs: [{ ...spec, tests: [{ results: [{ error: { message: red } }] }] }] }],
  };
  expect(
    (await totalsOf('playwright', await report({ ...playwrightReport, suites: [suite] }), 1)).failures,
  ).toEqual([{ part: 'links.spec.ts:7', test: 'links.spec.ts:7 › a link asks', said: 'expected 1 to be 2' }]);
});

const redTest = (part: string) => ({ part, test: `${part} › is red`, said: 'expected 1 to be 2' });
const beside = (failed: number, named = failed): Totals => ({
  passed: 100,
  failed,
  failures: Array.from({ length: named }, (_, index) => redTest(`${index}.spec.ts:7`)),
  passedAlone: [],
});

it('what failed beside the others is tried alone, and told where it passes then', async () => {
  const tried: (readonly string[])[] = [];
  const total = await tryAlone(beside(2), (parts) => {
    tried.push(parts);
    // Of the first file's line there are two tests, of which one has passed before.
    return Promise.resolve({ passed: 2, failed: 1, failures: [redTest('1.spec.ts:7')], passedAlone: [] });
  });
  expect(tried).toEqual([['0.spec.ts:7', '1.spec.ts:7']]);
  expect(total).toEqual({
    passed: 101,
    failed: 1,
    failures: [redTest('1.spec.ts:7')],
    passedAlone: [redTest('0.spec.ts:7')],
  });
});

it.each([
  ['none failed', beside(0)],
  ['so many failed that it is not for a busy computer', beside(11)],
  ['a failure has no test to name', beside(2, 1)],
])('nothing is tried alone where %s', async (_why, first) => {
  const never = () => Promise.reject(new Error('tried'));
  expect(await tryAlone(first, never)).toBe(first);
});

it('what was not found to be tried alone stays a failure, and so does a runner that crashes', async () => {
  const first = beside(2);
  expect(await tryAlone(first, () => Promise.resolve({ ...noTests, passed: 1 }))).toBe(first);
  expect(await tryAlone(first, () => Promise.resolve({ ...noTests, failed: 1 }))).toBe(first);
  const crashed = await tryAlone(first, () => Promise.resolve({ ...noTests, passed: 2, failed: 1 }));
  expect(crashed).toMatchObject({ failed: 1 });
});
