import { type Call, withoutRows } from '../cdr/call.ts';
import type { Attempt } from '../contract/dialing.ts';

export interface JoinOptions {
  /** The same for every spelling of one number: `Dialable.key` of the dialling rules. */
  readonly keyOf: (number: string) => string;
  /** What the PBX was sent for a number: the dialling rules may have put an outside line's digit before it. */
  readonly sentFor: (number: string) => string;
  /** The PBX's clock minus this computer's, in milliseconds. */
  readonly skew: number;
  /** Of tries whose call was known before one of the two clocks was set: by the try's id, one of the call's. */
  readonly known?: TriesKnown;
}
export type TriesKnown = ReadonlyMap<string, string>;

/** How long before and after the press the PBX may have written the call down, in milliseconds. */
const early = 30_000;
const late = 120_000;

/**
 * The calls of the PBX and the tries made on this computer, as one list, newest first. A try whose row is there is that call; one
 * that left no row (refused, or a phone that was not picked up) is a call of its own.
 */
export function joinAttempts(
  calls: readonly Call[],
  attempts: readonly Attempt[],
  { keyOf, sentFor, skew, known = new Map() }: JoinOptions,
): { readonly calls: readonly Call[]; readonly recorded: ReadonlySet<string>; readonly tries: TriesKnown } {
  if (attempts.length === 0) return { calls, recorded: new Set(), tries: new Map() };
  const oldest = Math.min(...attempts.map(({ at }) => at)) + skew - early;
  const outgoing = calls.filter((call) => call.direction === 'outgoing' && call.start >= oldest);

  const pairs = attempts
    // A call that was certainly not placed has no row: one that looks like it was dialled on the phone itself.
    .filter(({ outcome }) => outcome !== 'failed')
    .flatMap((attempt) => {
      const keys = new Set([keyOf(attempt.number), keyOf(sentFor(attempt.number))]);
      return between(outgoing, attempt.at + skew - early, attempt.at + skew + late)
        .filter(({ party }) => party.number === null || keys.has(keyOf(party.number)))
        .map((call) => ({ attempt, call, apart: Math.abs(call.start - attempt.at - skew) }));
    })
    .sort((a, b) => a.apart - b.apart);

  const byCall = new Map<string, Attempt>();
  const recorded = new Set<string>();
  const tries = new Map<string, string>();
  for (const { attempt, call } of [...knownPairs(calls, attempts, known), ...pairs]) {
    if (byCall.has(call.id) || recorded.has(attempt.id)) continue;
    byCall.set(call.id, attempt);
    recorded.add(attempt.id);
    tries.set(attempt.id, call.id);
  }

  const joined = calls.map((call) => {
    const attempt = byCall.get(call.id);
    return attempt ? withAttempt(call, attempt, keyOf) : call;
  });
  const alone = attempts.filter(({ id }) => !recorded.has(id)).map((attempt) => alonePlaced(attempt, skew));
  // Both are sorted already but for the clocks: nearly sorted lists sort fast.
  return { calls: [...joined, ...alone].sort((a, b) => b.start - a.start), recorded, tries };
}

function knownPairs(calls: readonly Call[], attempts: readonly Attempt[], known: TriesKnown) {
  if (known.size === 0) return [];
  const wanted = new Set(known.values());
  const byId = new Map(
    calls.flatMap((call) => call.ids.filter((id) => wanted.has(id)).map((id) => [id, call] as const)),
  );
  return attempts.flatMap((attempt) => {
    const call = byId.get(known.get(attempt.id) ?? '');
    return call === undefined || attempt.outcome === 'failed' ? [] : { attempt, call };
  });
}

/** What a call is known by of which there is a try and no row yet. */
export const tryId = (attempt: string): string => `attempt ${attempt}`;

/** Of a list that is sorted newest first. */
function between(calls: readonly Call[], from: number, to: number): Call[] {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.start ?? 0) > to) low = middle + 1;
    else high = middle;
  }
  const found: Call[] = [];
  for (let index = low; index < calls.length; index++) {
    const call = calls[index];
    if (!call || call.start < from) break;
    found.push(call);
  }
  return found;
}

/**
 * Dialled here: so the seconds that the PBX counts begin with the user's own phone, whatever the row looks like. And the number is
 * the one that was asked for, where the row has what a dialling rule made of it.
 */
function withAttempt(call: Call, attempt: Attempt, keyOf: JoinOptions['keyOf']): Call {
  const { id, number } = attempt;
  const written = call.party.number;
  return {
    ...call,
    // As it was before its row came: what is open, marked and focused stays with it.
    id: tryId(id),
    ids: [...call.ids, tryId(id)],
    party: {
      ...call.party,
      number: written !== null && keyOf(written) === keyOf(number) ? written : number,
    },
    ringSeconds: null,
    talkSeconds: null,
    lineSeconds: call.lineSeconds ?? call.talkSeconds,
    clickToCall: true,
    why: [...call.why, 'dialled-here'],
    attempt: tried(attempt, true),
  };
}

function tried({ id, outcome, failure, message, name }: Attempt, recorded: boolean): Call['attempt'] {
  return { id, outcome, failure, message, ...(name === undefined ? {} : { name }), recorded };
}

function alonePlaced(attempt: Attempt, skew: number): Call {
  const { id, at, number, outcome } = attempt;
  return {
    ...withoutRows,
    id: tryId(id),
    ids: [tryId(id)],
    direction: 'outgoing',
    party: { number, name: null },
    start: at + skew,
    // No row may mean that the phone was not picked up, that the call still goes on, or that nothing was called.
    result: outcome === 'failed' ? 'failed' : 'unknown',
    why: ['dialled-here'],
    clickToCall: true,
    settled: outcome === 'failed',
    attempt: tried(attempt, false),
  };
}

/** Tries whose call has no row yet, and one of these ids. */
export function triesAmong(calls: readonly Call[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const tries = calls.filter(
    (call) => call.attempt?.recorded === false && call.ids.some((id) => ids.has(id)),
  );
  return new Set(tries.flatMap(({ attempt }) => attempt?.id ?? []));
}
