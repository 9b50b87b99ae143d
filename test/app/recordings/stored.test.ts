import { expect, test } from 'vitest';
import { rememberBlocks } from '../../../app/recordings/stored.ts';

test('a block that is wanted at several places at once is fetched once, and again only after it failed', async () => {
  const fetched: number[] = [];
  let isBroken = true;
  const block = rememberBlocks(async (index) => {
    fetched.push(index);
    if (isBroken) throw new Error('broken');
    return Uint8Array.of(index);
  });
  const both = await Promise.allSettled([block(1), block(1)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isBroken = false;
  expect(await Promise.all([block(1), block(1), block(2), block(1)])).toEqual(
    [1, 1, 2, 1].map((at) => Uint8Array.of(at)),
  );
  expect(fetched).toEqual([1, 1, 2]);
  // Few are remembered, the ones that were read last.
  for (const index of [3, 4, 1, 2]) await block(index);
  expect(fetched).toEqual([1, 1, 2, 3, 4, 2]);
});
