import type { Call } from '../cdr/call.ts';
import { isCode } from '../dialing/trust.ts';
import { isCallersChoice } from './callers-choice.ts';
import type { Viewing } from './view.ts';

/** A number that somebody called from, or was called at. */
export interface RecentNumber {
  /** Goes into the number field. */
  readonly number: string;
  /** What the PBX last called them; empty where it never did. */
  readonly name: string;
  /** When the user last called it, in milliseconds since 1970 by this computer's clock; `null`: it only called here. */
  readonly at: number | null;
}

export interface RecentNumbersOptions extends Pick<Viewing, 'numberOf' | 'skew'> {
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
}

/** More are not worth looking through at each key that is pressed. */
const most = 500;
/** Of a name: a caller may send a page of it. */
const longestName = 80;

/**
 * The numbers of the calls, each once and in their order, with what is known of them: the newest name, and the newest call to them.
 * `calls`: newest first. A code (`*72…`) is among them only where it was dialled from here: any caller may have one as their number,
 * or a colleague's.
 */
export function recentNumbers(calls: readonly Call[], options: RecentNumbersOptions): RecentNumber[] {
  const { numberOf, keyOf, skew } = options;
  const numbers = new Map<string, RecentNumber>();
  const keys = new Map<string, string | null>();

  function keyFor(number: string): string | null {
    const known = keys.get(number);
    if (known !== undefined) return known;
    const { callable } = numberOf(number);
    const key = callable === null ? null : keyOf(number);
    keys.set(number, key);
    if (key !== null && callable !== null && !numbers.has(key)) {
      numbers.set(key, { number: callable, name: '', at: null });
    }
    return key;
  }

  for (const call of calls) {
    const { party, attempt, direction, start } = call;
    if (party.number === null || isCallersChoice(call) || (attempt === null && isCode(party.number)))
      continue;
    if (numbers.size === most && !keys.has(party.number)) continue;
    const key = keyFor(party.number);
    const known = key === null ? undefined : numbers.get(key);
    if (key === null || known === undefined) continue;
    numbers.set(key, {
      ...known,
      name: known.name || (party.name ?? '').slice(0, longestName),
      at: known.at ?? (direction === 'outgoing' ? start - skew : null),
    });
  }
  return [...numbers.values()];
}
