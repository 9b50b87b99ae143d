import type { Call } from '../cdr/call.ts';

/**
 * How long calls were, by their recordings: where rows tell no more than the longest possible, a recording that was opened tells the truth,
 * for it runs while two people are connected. Kept with the call, and for as long.
 */
export interface Heard {
  /** `seconds`: of a whole recording. Whether the call's length is another one now. */
  measured(call: Call, seconds: number): boolean;
  /** The call with the length that is known by now. */
  of(call: Call): Call;
  /** What is known of these. */
  kept(calls: readonly Call[]): readonly HeardLength[];
  take(kept: readonly HeardLength[]): void;
}

/** An id of a call, and its whole seconds. */
export type HeardLength = readonly [id: string, seconds: number];

export function createHeard(): Heard {
  const lengths = new Map<string, number>();

  const lengthOf = ({ ids, lineSeconds, recordings }: Call): number | undefined => {
    // Of a call in several parts one tells nothing; a file that is longer than the call is another's.
    if (lineSeconds === null || recordings.length > 1) return undefined;
    const length = ids.flatMap((id) => lengths.get(id) ?? [])[0];
    return length === undefined || length > lineSeconds + 1 ? undefined : length;
  };

  return {
    measured(call, seconds) {
      const before = lengthOf(call);
      // What its rows tell is not told by a file.
      if (call.talkSeconds !== null && before === undefined) return false;
      for (const id of call.ids) lengths.set(id, Math.round(seconds));
      return lengthOf(call) !== before;
    },
    of(call) {
      const talkSeconds = call.talkSeconds === null ? lengthOf(call) : undefined;
      return talkSeconds === undefined ? call : { ...call, talkSeconds };
    },
    kept: (calls) =>
      lengths.size === 0
        ? []
        : calls.flatMap(({ ids }) =>
            ids.flatMap((id): HeardLength[] => {
              const length = lengths.get(id);
              return length === undefined ? [] : [[id, length]];
            }),
          ),
    take(kept) {
      for (const [id, length] of kept) if (!lengths.has(id)) lengths.set(id, length);
    },
  };
}
