import type { DiallingRule } from '../contract/rules.ts';
import type { SignInForm } from '../contract/session.ts';
import { type Managed, type Settings, settingKeys } from '../contract/settings.ts';
import { contradictionsIn } from './contradictions.ts';
import type { Misfit } from './fitting.ts';
import { type PolicySource, readPolicyFile } from './policy-file.ts';
import { isUnreadable, readParts } from './policy-parts.ts';
import type { FeedSource } from './policy-schema.ts';

/**
 * What IT decides for everybody at a computer: a file that only an administrator can write, read at start.
 *
 * ```json
 * {
 *   "rules": [{ "name": "Outside line", "match": "0X.", "action": "prefix", "value": "9" }],
 *   "settings": { "country": "TH", "internalLength": 4 },
 *   "presets": { "startAtLogin": true },
 *   "account": { "settings": { "address": "pbx.example.com" }, "presets": { "authentication": "body" } },
 *   "ownRules": false,
 *   "openInPlainHttp": true,
 *   "updates": { "feed": "https://it.example.com/companion/", "key": "MCowBQYDK2VwAyEA…" }
 * }
 * ```
 *
 * `rules` come before the person's own, in their order. `settings` locks any of the settings; `presets` gives any of them another
 * default, which the person may change; `account` does both with the fields of the sign-in form. `ownRules: false`: a person has none
 * of their own. `openInPlainHttp: true`: what numbers lead to may be `http:`. `updates`: where newer versions come from. All may be left out.
 */
export interface Policy {
  readonly view: Managed;
  /** Settings that are locked, with their values. */
  readonly fixed: Partial<Settings>;
  /** Other defaults. */
  readonly presets: Partial<Settings>;
  readonly account: AccountPolicy;
  /** Numbers may lead to an address without encryption. */
  readonly openInPlainHttp: boolean;
  /** `null`: nowhere are newer versions looked for. */
  readonly updates: FeedSource | null;
}

/** What IT decided of the sign-in form. */
export interface AccountPolicy {
  readonly fixed: Partial<SignInForm>;
  readonly presets: Partial<SignInForm>;
}

export const noPolicy: Policy = {
  view: { rules: [], keys: [], problem: null },
  fixed: {},
  presets: {},
  account: { fixed: {}, presets: {} },
  openInPlainHttp: false,
  updates: null,
};

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

/** The good parts of a policy. What does not fit is logged by place, never by content. */
export function readPolicy(text: string, log: (line: string) => void): Policy {
  const { parts, misfits } = readParts(text);
  if (parts === null) {
    log('policy: not read, it is no JSON object');
    return unreadable;
  }
  for (const line of new Set(misfits.map(inLog))) log(line);
  for (const pair of contradictionsIn(parts)) log(`policy: these two cannot both hold: ${pair.join(', ')}`);
  const { rules, settings, presets, account, ownRules, openInPlainHttp, updates } = parts;
  const fixed = { ...(ownRules === false ? noRules : {}), ...settings };
  return {
    view: {
      rules,
      keys: settingKeys.filter((key) => fixed[key] !== undefined),
      problem: problemOf(misfits),
    },
    fixed,
    presets,
    account,
    openInPlainHttp,
    updates,
  };
}

function problemOf(misfits: readonly Misfit[]): Managed['problem'] {
  if (misfits.some(({ path }) => path.includes('rules'))) return 'rules';
  const unreadable = (['proxy', 'trustedCertificates'] as const).find((key) => isUnreadable(key, misfits));
  if (unreadable !== undefined) return unreadable;
  const lost = (['settings', 'account'] as const).find((part) => misfits.some(isLostLock(part)));
  if (lost !== undefined) return lost;
  return misfits.some(({ why }) => why === 'secret') ? 'secret' : null;
}

/**
 * The whole part, or a field of the sign-in form: whoever was to be held to one PBX signs in to any. Of a part that stands twice, what the
 * first one locks is lost. A name that is not known may be a later release's.
 */
const isLostLock =
  (part: 'settings' | 'account') =>
  ({ path: [first, second, ...more], why }: Misfit): boolean =>
    first === part &&
    (second === undefined || (part === 'account' && second === 'settings')) &&
    (why === 'misfit' || (why === 'doubled' && more.length === 0));

const noRules: { readonly rules: DiallingRule[] } = { rules: [] };

function inLog({ path: [first, second, ...more], why }: Misfit): string {
  const isInside = typeof second === 'string' && first !== 'account';
  if (why === 'unknown' && !isInside) return 'policy: a part that this program does not know is left out';
  if (why === 'doubled') return 'policy: a name stands twice, the last one counts';
  if (why === 'wildcard') return 'policy: a trusted certificate is left out, its host stands for many';
  if (why === 'secret') return 'policy: a key or secret is left out, everybody here can read it';
  const place =
    first === 'rules' && second !== undefined
      ? `rule ${second}`
      : [first, second, ...(second === 'rules' || first === 'account' ? more.slice(0, 1) : [])]
          .filter((one) => one !== undefined)
          .join('.');
  return `policy: ${place} left out, it does not fit`;
}
