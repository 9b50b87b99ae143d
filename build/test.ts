import type { FoundElectron } from './electron/find.ts';
import { pack } from './packing/pack.ts';
import { asScript, CannotGoOn } from './say.ts';
import { tryAlone } from './testing/alone.ts';
import { aside } from './testing/aside.ts';
import { eachItsOwn, onDesktops } from './testing/on-desktops.ts';
import { e2e, packaged, playwright, vitest } from './testing/runners.ts';
import { add, noTests, type Totals } from './testing/totals.ts';

/** A program that cannot be packed has failed its test; what the other tests found is still to be told. */
async function packAndTry(
  electron: FoundElectron,
  env: NodeJS.ProcessEnv,
  printed: (text: string) => void,
): Promise<Totals> {
  try {
    const folder = await pack(electron, ['dir'], printed);
    return await playwright(packaged, { ...env, COMPANION_PACKAGED: folder }, { printed });
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    printed(`${error.message}\n`);
    return { ...noTests, failed: 1 };
  }
}

/** End-to-end tests wait more than they work: three at a time, and the other tests beside them, suit two cores. */
const shards = 3;

/** The pictures that others are compared with are made anew: `npm test -- --update pictures`. */
const renew = '--update';

/** Parts of test files' names: `links`, `test/app/dialing`, `packaged`. None is all. */
const parts = process.argv.slice(2).filter((part) => part !== renew);
const all = parts.length === 0;

/** Runs the tests, each kind where it belongs; those that share a desktop beside those that have one each. */
await asScript(() =>
  onDesktops('test', shards + 1, async ({ desktops, electron }) => {
    const [own = {}, ...forE2e] = desktops;
    const others = aside(async (printed) => {
      const units = await vitest(own, { parts, printed, switches: all ? ['--maxWorkers=1'] : [] });
      const isPacked = process.platform === 'linux' && (all || parts.includes('packaged'));
      return [units, isPacked ? await packAndTry(electron, own, printed) : noTests] as const;
    });
    const switches = process.argv.includes(renew) ? ['--update-snapshots'] : [];
    let shown = await playwright(e2e, eachItsOwn(forE2e), { parts, switches });
    const [beside, packed] = await others();
    let units = beside;
    if (all) {
      shown = await tryAlone(shown, (failed) => playwright(e2e, eachItsOwn([own]), { parts: failed }));
      units = await tryAlone(units, (failed) => vitest(own, { parts: failed, switches: ['--maxWorkers=1'] }));
    }
    return [shown, units, packed].reduce(add);
  }),
);
