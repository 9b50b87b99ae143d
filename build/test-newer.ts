import { asScript } from './say.ts';
import { newerNode } from './testing/newer-node.ts';
import { eachItsOwn, onDesktops } from './testing/on-desktops.ts';
import { newer, playwright, vitest } from './testing/runners.ts';
import { add } from './testing/totals.ts';

/**
 * The nearest to the pinned Electron that can be had where its binary cannot: the unit tests on its line of Node, and the page in a
 * Chromium that is younger than it.
 */
const parts = process.argv.slice(2);

await asScript(() =>
  onDesktops('test-newer', 1, async ({ desktops }) => {
    const env = eachItsOwn(desktops);
    return add(
      await vitest(env, { parts, node: await newerNode() }),
      await playwright(newer, env, { parts }),
    );
  }),
);
