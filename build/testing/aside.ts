import type { Totals } from './totals.ts';

/**
 * Tests that run while the terminal shows others: what they print is kept, so that two runners do not write into each other's lines.
 * Gives a function that waits for their end and then shows it.
 */
export function aside(test: (printed: (text: string) => void) => Promise<Totals>): () => Promise<Totals> {
  let kept = '';
  const totals = test((text) => {
    kept += text;
  });
  // Whoever waits for it is told; that happens later.
  totals.catch(() => {});
  return async () => {
    try {
      return await totals;
    } finally {
      process.stdout.write(kept);
    }
  };
}
