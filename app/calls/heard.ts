import type { Call } from '../cdr/call.ts';

/**
 * How long calls were, by their recordings: where rows tell no more than the longest possible, a recording that was opened tells the truth,
 * for it runs while two people are connected. Known until the program ends.
 */
export interface Heard {
  /** `seconds`: of a whole recording. Whether the call's length is another one now. */
  measured(call: Call, seconds: number): boolean;
  /** The call with the length that is known by now. */
  of(call: Call): Call;
}

export function createHeard(): Heard {
  const lengths = new Map<string, number>();

  const lengthOf = ({ ids, talkSeconds, lineSeconds, recordings }: Call): number | undefined => {
    // Of a call in several parts one tells nothing; a file that is longer than the call is another's.
    if (talkSeconds !== null || lineSeconds === null || recordings.length > 1) return undefined;
    const length = ids.flatMap((id) => lengths.get(id) ?? [])[0];
    return length === undefined || length > lineSeconds + 1 ? undefined : length;
  };

  return {
    measured(call, seconds) {
      const before = lengthOf(call);
      for (const id of call.ids) lengths.set(id, Math.round(seconds));
      return lengthOf(call) !== before;
    },
    of(call) {
      const talkSeconds = lengthOf(call);
      return talkSeconds === undefined ? call : { ...call, talkSeconds };
    },
  };
}
