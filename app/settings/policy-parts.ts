import * as v from 'valibot';
import { problemOf } from '../contract/open-in.ts';
import { type DiallingRule, mostOwnRules } from '../contract/rules.ts';
import { formFields, type SignInForm } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';
import { mostTrusted, TrustedCertificate } from '../contract/trust.ts';
import { doubledNames } from './doubled.ts';
import {
  asNamed,
  fitting,
  fittingEntries,
  type Misfit,
  type Note,
  namedIn,
  namesSecret,
  type Path,
  readObject,
  withoutMark,
} from './fitting.ts';
import {
  FeedSource,
  mostRules,
  PolicyAccount,
  PolicyFile,
  PolicyRule,
  PolicySettings,
} from './policy-schema.ts';

export interface PolicyParts {
  readonly rules: DiallingRule[];
  readonly settings: Partial<Settings>;
  readonly presets: Partial<Settings>;
  readonly account: { readonly fixed: Partial<SignInForm>; readonly presets: Partial<SignInForm> };
  readonly ownRules: boolean;
  readonly openInPlainHttp: boolean;
  readonly updates: FeedSource | null;
}

/** All names that a policy has a use for. */
export const policyNames: ReadonlySet<string> = new Set(
  [PolicyFile, PolicySettings, PolicyAccount, PolicyRule, FeedSource].flatMap(({ entries }) =>
    Object.keys(entries),
  ),
);

/** Each part by itself: one mistake must not take all from hundreds of desks. `parts` is `null` where it is no JSON object. */
export function readParts(text: string): { readonly parts: PolicyParts | null; readonly misfits: Misfit[] } {
  const found = readObject(text);
  if (found === null) return { parts: null, misfits: [] };
  const misfits: Misfit[] = [];
  const note: Note = (misfit) => void misfits.push(misfit);
  for (const path of doubledNames(withoutMark(text), policyNames))
    note({ path, why: 'doubled', expected: null });
  const known = namedIn(found, Object.keys(PolicyFile.entries), [], note);
  fitting(PolicyFile.entries.$schema, known.$schema, ['$schema'], note);
  const openInPlainHttp =
    fitting(PolicyFile.entries.openInPlainHttp, known.openInPlainHttp, ['openInPlainHttp'], note) ?? false;
  /** An address without encryption does not fit where the same policy does not allow it. */
  const usable = (part: 'settings' | 'presets'): Partial<Settings> => {
    const { openIn, ...others } = readSettings(known[part], [part], note);
    if (openIn === undefined) return others;
    if (openIn === '' || problemOf(openIn, openInPlainHttp) === null) return { ...others, openIn };
    note({ path: [part, 'openIn'], why: 'misfit', expected: 'https' });
    return others;
  };
  const account = namedIn(known.account, ['settings', 'presets'], ['account'], note);
  const parts = {
    rules: readRules(known.rules, mostRules, ['rules'], note),
    settings: { ...usable('settings'), ...inPlaceOfUnreadable(known.settings, misfits) },
    presets: usable('presets'),
    account: {
      fixed: {
        ...readAccount(account.settings, ['account', 'settings'], note),
        // To be decided, and not by a person: a `"false"` that is a word allows nothing.
        ...(misfits.some(isOf('account', 'settings', 'allowPlainHttp')) && { allowPlainHttp: false }),
      },
      presets: readAccount(account.presets, ['account', 'presets'], note),
    },
    ownRules: fitting(PolicyFile.entries.ownRules, known.ownRules, ['ownRules'], note) ?? true,
    openInPlainHttp,
    updates: fitting(PolicyFile.entries.updates, known.updates, ['updates'], note) ?? null,
  };
  return { parts, misfits };
}

/** What does not fit there, or in a part of it. */
const isOf =
  (...place: Path) =>
  ({ path, why }: Misfit): boolean =>
    why !== 'doubled' && place.every((name, index) => path[index] === name);

/** A lock of it does not fit, or a part of that. */
export const isUnreadable = (key: keyof Settings, misfits: readonly Misfit[]): boolean =>
  misfits.some(isOf('settings', key));

/** Names that nobody has (RFC 6761): what goes by it goes nowhere, and says why. */
const unreadableProxy = { use: 'server', address: 'setting-of-it-cannot-be-read.invalid:1' } as const;
const unreadablePin = '00'.repeat(32);

/**
 * What a lock is that does not fit, but decides by which way others are reached: without one they would be reached around it. No proxy by
 * that name is there; and no certificate has such a fingerprint, so that the host is trusted with none. A person trusts nobody by hand
 * where that was to be decided, be it one pin without its list, or a `"false"` that is a word.
 */
function inPlaceOfUnreadable(found: unknown, misfits: readonly Misfit[]): Partial<Settings> {
  const { proxy, trustedCertificates: pins, askToTrust } = asNamed(found);
  const isLost = (key: keyof Settings, value: unknown) => value !== undefined && isUnreadable(key, misfits);
  const list: readonly unknown[] = Array.isArray(pins) ? pins : [pins];
  return {
    ...(isLost('proxy', proxy) && { proxy: unreadableProxy }),
    ...(isLost('trustedCertificates', pins) && {
      trustedCertificates: list.slice(0, mostTrusted).flatMap(asPin),
    }),
    ...(isLost('askToTrust', askToTrust) && { askToTrust: false }),
  };
}

function asPin(found: unknown): TrustedCertificate[] {
  if (v.is(TrustedCertificate, found)) return [found];
  const host = v.safeParse(TrustedCertificate.entries.host, asNamed(found).host);
  return host.success ? [{ host: host.output, sha256: unreadablePin }] : [];
}

function readRules(rules: unknown, most: number, path: Path, note: Note): DiallingRule[] {
  const list = fitting(v.optional(v.array(v.unknown())), rules, path, note) ?? [];
  if (list.length > most) note({ path: [...path, most + 1], why: 'misfit', expected: `<=${most}` });
  return list
    .slice(0, most)
    .map((rule, index) => fitting(PolicyRule, rule, [...path, index + 1], note))
    .filter((rule) => rule !== undefined);
}

function readAccount(account: unknown, path: Path, note: Note): Partial<SignInForm> {
  const read = fittingEntries(PolicyAccount, namedIn(account, formFields, path, note), path, note);
  if (read.address === undefined) return read;
  const address = withoutSecret(read.address);
  if (address !== read.address) note({ path: [...path, 'address'], why: 'secret', expected: null });
  return { ...read, address };
}

/** `https://KEY:SECRET@pbx.example.com`, or the token of a request that was copied: the form would show it. The PBX's address is none of it. */
function withoutSecret(address: string): string {
  const bare = address.replace(/(^|\/)[^/@]*:[^/@]*@/, '$1');
  const [place = '', query] = bare.split(/[?#](.*)/s);
  return query !== undefined && namesSecret.test(query) ? place : bare;
}

function readSettings(settings: unknown, path: Path, note: Note): Partial<Settings> {
  const { rules, trustedCertificates, ...others } = namedIn(
    settings,
    Object.keys(PolicySettings.entries),
    path,
    note,
  );
  const read: Partial<Settings> = fittingEntries(PolicySettings, others, path, note);
  // Where they are no list, there is nothing to hold.
  if (Array.isArray(rules)) read.rules = readRules(rules, mostOwnRules, [...path, 'rules'], note);
  else if (rules !== undefined) fitting(PolicySettings, { rules }, path, note);
  // One by one, too: who is trusted for a host must not go by a mistake about another.
  const pins = trustedCertificates;
  if (Array.isArray(pins)) {
    const at: Path = [...path, 'trustedCertificates'];
    if (pins.length > mostTrusted)
      note({ path: [...at, mostTrusted + 1], why: 'misfit', expected: `<=${mostTrusted}` });
    read.trustedCertificates = pins
      .slice(0, mostTrusted)
      .map((pin, index) => fitting(TrustedCertificate, pin, [...at, index + 1], note))
      .filter((pin) => pin !== undefined);
  } else if (pins !== undefined) fitting(PolicySettings, { trustedCertificates: pins }, path, note);
  return read;
}
