import * as v from 'valibot';
import { DiallingRule } from '../contract/rules.ts';
import { type Managed, managedKeys, Settings } from '../contract/settings.ts';
import { type PolicySource, readPolicyFile } from './policy-file.ts';

/**
 * What IT decides for everybody at a computer: a file that only an administrator can write, read at start.
 *
 * ```json
 * {
 *   "rules": [{ "name": "Outside line", "match": "0X.", "action": "prefix", "value": "9" }],
 *   "settings": { "country": "TH", "internalLength": 4 },
 *   "ownRules": false
 * }
 * ```
 *
 * `rules` come before the person's own, in their order. `settings` may fix `country`, `numberForm`, `internalLength`
 * (the most digits of an extension), `internalShortest` and `beforeHotkeyCall`. `ownRules: false`: a person has none of their own. All may be left out.
 */
export interface Policy {
  readonly view: Managed;
  /** Settings that are fixed, with their values. */
  readonly fixed: Partial<Settings>;
}

export const noPolicy: Policy = { view: { rules: [], keys: [], problem: null }, fixed: {} };

const mostRules = 500;

/** No file is no policy. One that cannot be read, or that anybody could have written, is said to be so, on every screen. */
export function openPolicy(source: PolicySource, log: (line: string) => void): Policy {
  const found = readPolicyFile(source);
  if (found.kind === 'none') return noPolicy;
  if (found.kind === 'text') return readPolicy(found.text, log);
  log(`policy: not ${found.kind === 'others' ? 'obeyed' : 'read'}, ${found.why}`);
  return found.kind === 'others' ? notObeyed : unreadable;
}

const unreadable: Policy = { ...noPolicy, view: { ...noPolicy.view, problem: 'file' } };
const notObeyed: Policy = { ...noPolicy, view: { ...noPolicy.view, problem: 'writers' } };

/** Not `v.record`: that takes an array for one. */
const Named = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A rule that blocks has no value, and IT may write a remark beside it. */
const PolicyRule = v.object({
  ...DiallingRule.entries,
  value: v.optional(DiallingRule.entries.value, ''),
});

const fixable = managedKeys.filter((key) => key !== 'rules');

/**
 * The good parts of a policy, each by itself: one mistake must not take everything from hundreds of desks. What is
 * left out is logged by its place, never by its content.
 */
export function readPolicy(text: string, log: (line: string) => void): Policy {
  // Windows editors put a byte-order mark before it.
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Named), text.replace(/^\ufeff/, ''));
  if (!parsed.success) {
    log('policy: not read, it is no JSON object');
    return unreadable;
  }
  const { rules, settings, ownRules, ...others } = parsed.output;
  const leftOut = (place: string) => log(`policy: ${place} left out, it does not fit`);
  for (const _ of Object.keys(others)) log('policy: a part that this program does not know is left out');

  const { good, bad } = readRules(rules, leftOut);
  const fixed = readFixed(settings, leftOut);
  if (ownRules === false) fixed.rules = [];
  else if (ownRules !== undefined && ownRules !== true) leftOut('ownRules');
  return {
    view: {
      rules: good,
      keys: managedKeys.filter((key) => fixed[key] !== undefined),
      problem: bad ? 'rules' : null,
    },
    fixed,
  };
}

function readRules(rules: unknown, leftOut: (place: string) => void): { good: DiallingRule[]; bad: boolean } {
  if (rules === undefined) return { good: [], bad: false };
  if (!Array.isArray(rules)) {
    leftOut('rules');
    return { good: [], bad: true };
  }
  const good: DiallingRule[] = [];
  for (const [index, rule] of rules.slice(0, mostRules).entries()) {
    const parsed = v.safeParse(PolicyRule, rule);
    if (parsed.success) good.push(parsed.output);
    else leftOut(`rule ${index + 1}`);
  }
  if (rules.length > mostRules) leftOut(`rules from ${mostRules + 1}`);
  return { good, bad: good.length < rules.length };
}

function readFixed(settings: unknown, leftOut: (place: string) => void): Partial<Settings> {
  if (settings === undefined) return {};
  const found = v.safeParse(Named, settings);
  if (!found.success) {
    leftOut('settings');
    return {};
  }
  const fixed: Partial<Settings> = {};
  // Each by itself: a wrong one must not take the others with it.
  for (const [key, value] of Object.entries(found.output)) {
    if (!fixable.some((name) => name === key)) {
      leftOut('a setting that cannot be fixed');
      continue;
    }
    const parsed = v.safeParse(v.partial(Settings), { [key]: value });
    if (parsed.success) Object.assign(fixed, parsed.output);
    else leftOut(`settings.${key}`);
  }
  return fixed;
}
