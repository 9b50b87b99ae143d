import { fits, type Pattern, readPattern } from '../contract/dial-pattern.ts';
import type { DiallingRule } from '../contract/rules.ts';
import { isDialable } from '../numbers/interpret.ts';

/** A rule whose pattern has been read. */
export interface ReadyRule {
  readonly rule: DiallingRule;
  readonly pattern: Pattern;
}

/** A number before the rules. */
export interface Unruled {
  /** What the PBX would be sent. */
  readonly send: string;
  /** Other ways to dial the same number from here. */
  readonly spellings: readonly string[];
  /** A number of this country as the world writes it, `+66812345678`, and its country's code, `+66`. */
  readonly home: { readonly e164: string; readonly code: string } | null;
  readonly emergency: boolean;
  /** What is called in the end, in each spelling, where something stands before it: who carries the call, the key of an outside line. */
  readonly inner: readonly string[];
}

/** What the rules make of a number. */
export type Ruled =
  | { readonly kind: 'allowed'; readonly send: string; readonly rule: string | null }
  | { readonly kind: 'blocked'; readonly rule: string }
  /** What the rule makes of it is nothing that an exchange can dial. */
  | { readonly kind: 'broken'; readonly rule: string };

/** The contract lets only rules with a pattern through; one without fits nothing. */
export function readyRules(rules: readonly DiallingRule[]): ReadyRule[] {
  return rules.flatMap((rule) => {
    const pattern = readPattern(rule.match);
    return typeof pattern === 'string' ? [] : [{ rule, pattern }];
  });
}

/**
 * The first rule that fits is applied, and no other. Emergency numbers pass every rule as they are: who dials one has
 * no time for somebody's mistake in a list.
 *
 * A rule that blocks fits a number in whatever spelling: `1900.` must not be got round by writing `+66 1900…`, nor `00.` by
 * `+44…`. But `+.`, no calls abroad, is not about a number of this country, unless it names the country: `+66.`.
 */
export function applyRules(number: Unruled, rules: readonly ReadyRule[]): Ruled {
  const { send } = number;
  if (number.emergency) return { kind: 'allowed', send, rule: null };
  for (const { rule, pattern } of rules) {
    if (rule.action === 'block') {
      if (forbids(pattern, number)) {
        return { kind: 'blocked', rule: rule.name };
      }
    } else if (fits(pattern, send)) {
      const kept = rule.action === 'replace' ? send.slice(pattern.places.length) : send;
      const made = rule.value + kept;
      return isDialable(made)
        ? { kind: 'allowed', send: made, rule: rule.name }
        : { kind: 'broken', rule: rule.name };
    }
  }
  return { kind: 'allowed', send, rule: null };
}

function forbids(pattern: Pattern, { send, spellings, home, inner }: Unruled): boolean {
  const own = home !== null && send.startsWith('+') ? spellings : [send, ...spellings];
  const ways = [...own, ...inner];
  if (ways.some((spelling) => fits(pattern, spelling))) return true;
  return home !== null && namesCode(pattern, home.code) && fits(pattern, home.e164);
}

/** What the rules put before a number to reach an outside line, which a person may have typed already. */
export const outsidePrefixes = (rules: readonly ReadyRule[]): string[] =>
  rules.flatMap(({ rule }) => (rule.action === 'prefix' && /^\d{1,3}$/.test(rule.value) ? [rule.value] : []));

/** What rules may have made a number of, if it was sent like this. A place where several digits fit tells none. */
export const beforeRules = (sent: string, rules: readonly ReadyRule[]): string[] =>
  rules.flatMap(({ rule: { action, value }, pattern: { places } }) => {
    if (action === 'block' || !sent.startsWith(value)) return [];
    const rest = sent.slice(value.length);
    if (action === 'prefix') return [rest];
    return places.every((place) => place.length === 1) ? [places.join('') + rest] : [];
  });

const namesCode = ({ places }: Pattern, code: string) =>
  places.slice(0, code.length).join() === [...code].join();
