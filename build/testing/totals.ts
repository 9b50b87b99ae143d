import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

export interface Failure {
  /** What runs it again: its file, and its line where one test of a file can be run by that. */
  readonly part: string;
  /** Its file and its name. */
  readonly test: string;
  /** The beginning of what it says. */
  readonly said: string;
}

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Some failures have no test to name, and are only counted. */
  readonly failures: readonly Failure[];
  /** Of those that passed: they failed beside the others, and passed by themselves. */
  readonly passedAlone: readonly Failure[];
}

export const noTests: Totals = { passed: 0, failed: 0, failures: [], passedAlone: [] };

export function add(a: Totals, b: Totals): Totals {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    failures: [...a.failures, ...b.failures],
    passedAlone: [...a.passedAlone, ...b.passedAlone],
  };
}

const VitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          status: v.string(),
          fullName: v.string(),
          failureMessages: v.nullish(v.array(v.string()), []),
        }),
      ),
    }),
  ),
});

const PlaywrightSpec = v.object({
  file: v.string(),
  line: v.number(),
  title: v.string(),
  ok: v.boolean(),
  tests: v.array(
    v.object({
      results: v.array(v.object({ error: v.optional(v.object({ message: v.optional(v.string(), '') })) })),
    }),
  ),
});

interface PlaywrightSuite {
  readonly specs: readonly v.InferOutput<typeof PlaywrightSpec>[];
  readonly suites: readonly PlaywrightSuite[];
}

const PlaywrightSuite: v.GenericSchema<unknown, PlaywrightSuite> = v.object({
  specs: v.array(PlaywrightSpec),
  suites: v.optional(v.array(v.lazy(() => PlaywrightSuite)), []),
});

const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  suites: v.array(PlaywrightSuite),
  errors: v.array(v.unknown()),
});

/** Enough to see what was expected and what came. */
const linesShown = 24;

const failure = (part: string, title: string, message: string): Failure => ({
  part,
  test: `${part} › ${title}`,
  said: stripVTControlCharacters(message).split('\n').slice(0, linesShown).join('\n'),
});

/** A file that could not even be loaded counts as one failure: it has no tests to count. */
function readVitest(report: unknown): Totals {
  const { numPassedTests, numFailedTests, testResults } = v.parse(VitestReport, report);
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) =>
        failure(file.name, fullName, failureMessages?.join('\n') ?? ''),
      ),
  );
  return {
    ...noTests,
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    failures: [
      ...failed,
      ...broken.map(({ name, message }) => failure(name, 'could not be loaded', message)),
    ],
  };
}

const specsOf = (suites: readonly PlaywrightSuite[]): PlaywrightSuite['specs'] =>
  suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites)]);

/** A test that was skipped kept no promise; nor did one that the runner tried twice, of which nobody would be told. */
function readPlaywright(report: unknown): Totals {
  const { stats, suites, errors } = v.parse(PlaywrightReport, report);
  const failures = specsOf(suites)
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const messages = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''));
      return failure(`${file}:${line}`, title, messages.join('\n'));
    });
  return {
    ...noTests,
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    failures,
  };
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
