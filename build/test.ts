import type { FoundElectron } from './electron/find.ts';
import { pack } from './packing/pack.ts';
import { asScript, CannotGoOn, say } from './say.ts';
import { onDesktops } from './testing/on-desktops.ts';
import { e2e, packaged, playwright, vitest } from './testing/runners.ts';
import { add, type Totals } from './testing/totals.ts';

/** A program that cannot be packed has failed its test; what the other tests found is still to be told. */
async function packAndTry(electron: FoundElectron, env: NodeJS.ProcessEnv): Promise<Totals> {
  try {
    const folder = await pack(electron, ['dir']);
    return await playwright(packaged, { ...env, COMPANION_PACKAGED: folder });
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    say(error.message);
    return { passed: 0, failed: 1 };
  }
}

/** End-to-end tests wait more than they work: two at a time suit two cores. */
const desktops = 2;

/** Parts of test files' names: `links`, `test/app/dialing`, `packaged`. None is all. */
const parts = process.argv.slice(2);

/** Runs the tests, each kind where it belongs. */
await asScript(() =>
  onDesktops('test', desktops, async ({ env, electron }) => {
    let sum = await vitest(env, parts);
    sum = add(sum, await playwright(e2e, env, parts));
    if (process.platform === 'linux' && (parts.length === 0 || parts.includes('packaged'))) {
      sum = add(sum, await packAndTry(electron, env));
    }
    return sum;
  }),
);
