/** X repeats a held key every 30 ms or so, after 0.66 s; other systems' slowest pause is a second. */
export const pauseBetweenPresses = 1_000;

/**
 * Tells a press from the repetitions of a key that is held down: one firing less than a second after the one before is a
 * repetition, however long it has been going on. Without it, a heavy finger would be asked whether to call again.
 *
 * @param now milliseconds of a clock that is never set back
 */
export function heldKey(now: () => number): { isPress(): boolean } {
  let last = Number.NEGATIVE_INFINITY;
  return {
    isPress() {
      const before = last;
      last = now();
      return last - before >= pauseBetweenPresses;
    },
  };
}
