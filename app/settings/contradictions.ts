import type { SignInForm } from '../contract/session.ts';
import { defaults, type Settings } from '../contract/settings.ts';
import { isSameKey } from '../hotkey/accelerator.ts';
import { isLoopback, parseEndpoint } from '../pbx/endpoint.ts';
import { asNamed } from './fitting.ts';
import type { PolicyParts } from './policy-parts.ts';

/** Two places of a policy that cannot both hold. */
export type Contradiction = readonly [string, string];

type Said = Pick<PolicyParts, 'settings'> & {
  readonly presets?: PolicyParts['presets'];
  readonly account: Pick<PolicyParts['account'], 'fixed'> & Partial<PolicyParts['account']>;
};

const inSettings = (key: keyof Settings) => `settings › ${key}`;
const inPresets = (key: keyof Settings) => `presets › ${key}`;
const inAccount = (key: keyof SignInForm) => `account › settings › ${key}`;
const inAccountPresets = (key: keyof SignInForm) => `account › presets › ${key}`;
const platforms = ['linux', 'win32', 'darwin'] as const;

/**
 * Of what a policy locks, and of what it presets. A preset or a default gives way to a lock and does not contradict it: but of two keys,
 * none does.
 */
export function contradictionsIn({ settings, presets = {}, account }: Said): Contradiction[] {
  const found: Contradiction[] = [];
  const unless = (holds: boolean, one: string, other: string) => {
    if (!holds) found.push([one, other]);
  };
  for (const [said, at] of [
    [account.fixed, inAccount],
    [account.presets ?? {}, inAccountPresets],
  ] as const) {
    // A GET has no body.
    unless(
      !(said.authentication === 'body' && said.requests === 'get'),
      at('authentication'),
      at('requests'),
    );
    unless(!(said.allowPlainHttp === false && isReadable(said.address)), at('address'), at('allowPlainHttp'));
  }
  const [hotkey, boxKey] = [saidOf('hotkey', settings, presets), saidOf('boxKey', settings, presets)];
  unless(
    !platforms.some((platform) => isSameKey(hotkey.key, boxKey.key, platform)),
    ...(hotkey.isDefault ? ([boxKey.place, hotkey.place] as const) : ([hotkey.place, boxKey.place] as const)),
  );
  for (const [said, at] of [[settings, inSettings] as const, [presets, inPresets] as const]) {
    const { internalShortest = 0, internalLength = Number.POSITIVE_INFINITY } = said;
    unless(internalShortest <= internalLength, at('internalShortest'), at('internalLength'));
    // Nothing about a call stays longer than the call.
    const { keepCalls = Number.POSITIVE_INFINITY } = said;
    for (const key of ['keepNotes', 'keepAttempts', 'keepRecordings'] as const)
      unless((said[key] ?? 0) <= keepCalls, at(key), at('keepCalls'));
  }
  // Whom a person trusts would have to be kept there.
  unless(
    !(settings.askToTrust === true && settings.trustedCertificates !== undefined),
    inSettings('askToTrust'),
    inSettings('trustedCertificates'),
  );
  return found;
}

/** What a policy says, and what it means nothing without. */
export function missingIn({ settings, presets, updates, ownRules }: PolicyParts): Contradiction[] {
  const found: Contradiction[] = [];
  const needs = (one: string, other: string) => void found.push([one, other]);
  const openIn = settings.openIn ?? presets.openIn ?? defaults.openIn;
  for (const [said, at] of [[settings, inSettings] as const, [presets, inPresets] as const]) {
    const { directory } = said;
    if (said.openInAfterCall && openIn === '') needs(at('openInAfterCall'), 'openIn');
    if ((said.updates ?? 'off') !== 'off' && updates === null) needs(at('updates'), 'updates › feed');
    if (directory?.from === 'web' && isReadable(directory.address) && !directory.allowPlain)
      needs(`${at('directory')} › address`, 'allowPlain: true');
    if (directory?.from === 'ldap' && directory.callers !== undefined && directory.people !== 'asked')
      needs(`${at('directory')} › callers`, 'people: "asked"');
  }
  if (ownRules === false && (presets.rules ?? []).length > 0) needs(inPresets('rules'), 'ownRules: true');
  return found;
}

/**
 * Rules that put digits somewhere and do not say which. What has a name that a rule does not know is a remark of IT's, and so is a `value` that is
 * misspelt: the number would be called without its digits, and nobody told. `""` says that none are meant.
 */
export function rulesWithoutValue(found: unknown): (string | number)[][] {
  const { rules, settings, presets } = asNamed(found);
  const lists = [
    [['rules'], rules],
    [['settings', 'rules'], asNamed(settings).rules],
    [['presets', 'rules'], asNamed(presets).rules],
  ] as const;
  return lists.flatMap(([place, list]) =>
    (Array.isArray(list) ? list : []).flatMap((rule: unknown, index) => {
      const { action, value } = asNamed(rule);
      return (action === 'prefix' || action === 'replace') && value === undefined
        ? [[...place, index + 1]]
        : [];
    }),
  );
}

/** What holds of a key until a person chooses another, and where that is said. Without a `boxKey` there is none. */
function saidOf(
  name: 'hotkey' | 'boxKey',
  settings: Partial<Settings>,
  presets: Partial<Settings>,
): { readonly key: string; readonly place: string; readonly isDefault?: true } {
  const [locked, preset] = [settings[name], presets[name]];
  if (locked !== undefined) return { key: locked, place: inSettings(name) };
  if (preset !== undefined) return { key: preset, place: inPresets(name) };
  return { key: defaults[name], place: `${name} (${defaults[name]})`, isDefault: true };
}

/** On its way to the PBX, by whoever listens. */
function isReadable(address: string | undefined): boolean {
  const read = address === undefined ? null : parseEndpoint(address, { allowPlainHttp: true });
  if (!read?.ok) return false;
  const { protocol, hostname } = new URL(read.value.address);
  return protocol === 'http:' && !isLoopback(hostname);
}
