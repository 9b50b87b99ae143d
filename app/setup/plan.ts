import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { type Failure, fail, ok } from '../contract/failures.ts';
import { problemOf } from '../contract/open-in.ts';
import type { NamedProxyLogin, ProxyChoice } from '../contract/proxy.ts';
import type { SignIn, SignInForm } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';
import { TrustedCertificates } from '../contract/trust.ts';
import type { Account } from '../pbx/account.ts';
import { readSignIn } from '../session/account.ts';
import { allowedBy, formUnder } from '../session/form.ts';
import { contradictionsIn, rulesWithoutValue } from '../settings/contradictions.ts';
import { doubledNames } from '../settings/doubled.ts';
import {
  brokenLine,
  fitting,
  fittingEntries,
  type Misfit,
  type Note,
  namedIn,
  readObject,
  withoutMark,
} from '../settings/fitting.ts';
import type { Policy } from '../settings/policy.ts';
import { policyNames } from '../settings/policy-parts.ts';
import { PolicySettings } from '../settings/policy-schema.ts';
import { readSetUpLink } from './link.ts';
import { SetUpFile } from './set-up-schema.ts';

const setUpNames: ReadonlySet<string> = new Set([...policyNames, ...Object.keys(SetUpFile.entries)]);

/** What IT decided, as far as a set-up must keep to it. */
export type Rules = Pick<Policy, 'account' | 'fixed' | 'presets' | 'openInPlainHttp'>;

/** What a link or a file would do. The credentials of a link are made up. */
export interface Plan {
  /** As they were named. */
  readonly fields: Partial<SignInForm>;
  readonly input: SignIn;
  readonly account: Account;
  readonly settings: Partial<Settings>;
  /** `null`: none is given. */
  readonly directoryPassword: string | null;
  /** `null`: none is given. */
  readonly proxyLogin: NamedProxyLogin | null;
}

/** `misfits`: of a file, what does not fit. */
export type Planned =
  | { readonly ok: true; readonly value: Plan }
  | { readonly ok: false; readonly failure: Failure; readonly misfits?: readonly Misfit[] };

/** A link fills in the form, so that nothing but the key and the secret is missing. */
export function planOfLink(uri: string, rules: Rules): Planned {
  const read = readSetUpLink(uri);
  if (!read.ok) return read;
  // Whether no encryption is meant is for the person to say, in the form.
  const { allowPlainHttp = true } = rules.account.fixed;
  const planned = plan({ ...read.value, allowPlainHttp }, { apiKey: '-', apiSecret: '-' }, {}, rules);
  if (planned.ok) return ok({ ...planned.value, fields: read.value });
  const { code } = planned.failure;
  return code === 'managed' || code === 'plain-http' ? fail('managed') : fail('set-up-link');
}

/** A file is carried out as it stands, or not at all: half a set-up is a desk that works in another way than IT thinks. */
export function planOfFile(text: string, rules: Rules): Planned {
  const found = readObject(text);
  if (found === null) {
    const line = brokenLine(withoutMark(text));
    return fail('set-up-file', { details: line === null ? 'no JSON object' : `no JSON, line ${line}` });
  }
  const misfits: Misfit[] = [];
  // A secret is at home here, under the name that it has.
  const note = ({ path, why, expected }: Misfit) =>
    void misfits.push({ path, why: why === 'secret' ? 'unknown' : why, expected });
  for (const path of doubledNames(withoutMark(text), setUpNames))
    note({ path, why: 'doubled', expected: null });
  const known = namedIn(found, Object.keys(SetUpFile.entries), [], note);
  const settings = namedIn(known.settings, Object.keys(PolicySettings.entries), ['settings'], note);
  fittingEntries(PolicySettings, settings, ['settings'], note);
  for (const rule of rulesWithoutValue({ settings }))
    note({ path: [...rule, 'value'], why: 'misfit', expected: '"value"' });
  const file = fitting(SetUpFile, { ...known, settings: {} }, [], note);
  if (file === undefined || misfits.length > 0) return unfit(misfits);
  const { apiKey, apiSecret, directoryPassword = null, proxyLogin: login, ...rest } = file;
  const { $schema: _, settings: __, ...fields } = rest;
  const proxyLogin = login ? { ...login, proxy: proxyNamed(login.proxy) } : null;
  const chosen = fitting(PolicySettings, settings, ['settings'], note) ?? {};
  noteMistakes(named(chosen), directoryPassword, rules, note);
  if (proxyLogin !== null) noteProxy(proxyLogin, rules.fixed.proxy ?? chosen.proxy, note);
  if (misfits.length > 0) return unfit(misfits);
  const planned = plan(fields, { apiKey, apiSecret }, named(chosen), rules);
  if (planned.ok) return ok({ ...planned.value, directoryPassword, proxyLogin });
  if (planned.failure.code !== 'missing-field') return planned;
  const missing = (['address', 'extension'] as const).filter((name) => fields[name] === undefined);
  return unfit(missing.map((name) => ({ path: [name], why: 'misfit', expected: `"${name}"` })));
}

/** As they are written in either place: the digits of a pin have colons or none, and a host's letters are capitals or not. */
function isSame(value: unknown, locked: unknown): boolean {
  return isDeepStrictEqual(asMeant(value), asMeant(locked));
}

function asMeant(value: unknown): unknown {
  const pins = v.safeParse(TrustedCertificates, value);
  if (!pins.success) return value;
  return pins.output
    .map(({ host, sha256 }) => `${host.toLowerCase()} ${sha256.replaceAll(':', '').toLowerCase()}`)
    .sort();
}

/** What each setting by itself does not tell: what cannot hold together, or not under IT's policy. */
function noteMistakes(
  settings: Partial<Settings>,
  directoryPassword: string | null,
  { fixed, presets, openInPlainHttp }: Rules,
  note: Note,
): void {
  const { openIn = '', askToTrust: _, ...chosen } = settings;
  const own = (place: string) => Object.hasOwn(settings, place.replace('settings › ', ''));
  for (const [one, other] of contradictionsIn({
    settings: { ...fixed, ...chosen },
    presets,
    account: { fixed: {} },
  })) {
    const [mine, theirs] = own(one) ? [one, other] : [other, one];
    if (own(mine)) note({ path: mine.split(' › '), why: 'contradicts', expected: theirs });
  }
  if (openIn !== '' && problemOf(openIn, openInPlainHttp) !== null)
    note({ path: ['settings', 'openIn'], why: 'misfit', expected: 'https' });
  const directory = fixed.directory ?? settings.directory ?? presets.directory;
  if (directoryPassword !== null && (directory?.from !== 'ldap' || !directory.bindDn))
    note({ path: ['directoryPassword'], why: 'misfit', expected: 'directory › bindDn' });
}

/**
 * As Chromium names it, however IT wrote it: a name in another script, an IPv6 address with all its zeros. By another name the proxy would
 * never be told the password. One that no password can be told stays as it is.
 */
function proxyNamed(address: string): string {
  const bare = address.replace(/^https?:\/\//i, '');
  if (bare.includes('://')) return bare;
  const { hostname, port } = new URL(`http://${bare}`);
  return `${hostname}:${port || 80}`;
}

/** The proxy that is set is another one, or none that is told a password. Which one the system or a script has is not known here. */
function noteProxy({ proxy }: NamedProxyLogin, set: ProxyChoice | undefined, note: Note): void {
  const others = set?.use === 'server' && proxyNamed(set.address) !== proxy;
  if (others || set?.use === 'none')
    note({ path: ['proxyLogin', 'proxy'], why: 'contradicts', expected: 'settings › proxy' });
}

const unfit = (misfits: readonly Misfit[]): Planned => ({
  ...fail('set-up-file', {
    details: misfits
      .map(({ path }) => path.join(' › '))
      .join(', ')
      .slice(0, 200),
  }),
  misfits,
});

type Maybe<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** Without what is left out. */
const named = <T>(values: Maybe<T>): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

function plan(
  given: Maybe<SignInForm>,
  credentials: Pick<SignIn, 'apiKey' | 'apiSecret'>,
  settings: Partial<Settings>,
  { account: policy, fixed }: Rules,
): Planned {
  const fields = named(given);
  // Not what was there last: a set-up is the same on every desk.
  const form = formUnder({ fixed: {}, presets: formUnder(policy, []) }, [fields]);
  const allowPlainHttp = fields.allowPlainHttp ?? policy.fixed.allowPlainHttp ?? form.allowPlainHttp;
  const input = { ...form, allowPlainHttp, ...credentials };
  if (input.address === '' || input.extension === '') return fail('missing-field');
  const read = readSignIn(input);
  const account = read.ok ? allowedBy(policy.fixed, read.value, input.allowPlainHttp) : read;
  if (!account.ok) return account;
  const free = Object.entries(settings).filter(
    ([key, value]) => !isSame(value, fixed[key as keyof Settings]),
  );
  const forbidden = free.map(([key]) => key).filter((key) => fixed[key as keyof Settings] !== undefined);
  if (forbidden.length > 0) return fail('managed', { details: forbidden.join(', ').slice(0, 200) });
  return ok({
    ...{ fields, input, account: account.value },
    settings: Object.fromEntries(free),
    directoryPassword: null,
    proxyLogin: null,
  });
}
