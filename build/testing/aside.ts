/**
 * Tests that run while the terminal shows others: what they print is kept, so that two runners do not write into each other's lines.
 * Gives a function that waits for their end and then shows it.
 */
export function aside<T>(test: (printed: (text: string) => void) => Promise<T>): () => Promise<T> {
  let kept = '';
  const result = test((text) => {
    kept += text;
  });
  // Whoever waits for it is told; that happens later.
  result.catch(() => {});
  return async () => {
    try {
      return await result;
    } finally {
      process.stdout.write(kept);
    }
  };
}
