import { pace } from './pace.ts';

const most = 20;

/** Calls that were asked for here, whose rows are looked for again and again. Moments by this computer's clock. */
export function createDials(isRecorded: (attempt: string) => boolean) {
  let all: readonly { readonly id: string; readonly at: number; readonly next: number }[] = [];
  return {
    add(id: string, at: number): void {
      all = [...all.filter((dial) => dial.id !== id), { id, at, next: at + pace.afterDial(0) }].slice(-most);
    },
    /** When one is next to be looked for; `Infinity`: there is none. */
    next: (): number => Math.min(...all.map(({ next }) => next)),
    /** When those were asked for whose rows are to be looked for now. */
    take(now: number): readonly number[] {
      const left = all.filter(({ id }) => !isRecorded(id));
      all = left.map((one) =>
        one.next <= now ? { ...one, next: one.at + pace.afterDial(now - one.at) } : one,
      );
      return left.flatMap(({ at, next }) => (next <= now ? [at] : []));
    },
  };
}
