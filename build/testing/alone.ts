import type { Totals } from './totals.ts';

/** More than these have another cause than a computer that is busy. */
const mostTried = 10;

/**
 * Many tests at once make a slow computer so busy that some of them run out of their time. Those that failed run once more, with nothing
 * beside them: what fails then has failed, and what passes is told by its name, with what it said.
 *
 * @param run runs the tests of some parts
 */
export async function tryAlone(
  beside: Totals,
  run: (parts: readonly string[]) => Promise<Totals>,
): Promise<Totals> {
  const { failures, failed } = beside;
  if (failed === 0 || failed > mostTried || failures.length < failed) return beside;
  const alone = await run([...new Set(failures.map(({ part }) => part))]);
  if (alone.passed + alone.failed < failed) return beside;
  return {
    passed: beside.passed + failed - alone.failed,
    failed: alone.failed,
    failures: alone.failures,
    passedAlone: failures.filter(({ test }) => alone.failures.every((other) => other.test !== test)),
  };
}
