import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { Line } from '../contract/bounds.ts';
import { DiallingRule } from '../contract/rules.ts';
import { authentications, requestWays } from '../contract/session.ts';
import { defaults, Settings, settingKeys } from '../contract/settings.ts';
import { TrustedCertificate } from '../contract/trust.ts';

/** What a signed-in account needs beside its credentials. The credentials are in the keychain, never here. */
export const StoredAccount = v.object({
  /** Endpoint as `parseEndpoint` reads it: `https://HOST[:PORT]/…/pbxws.php`. */
  address: Line(2_000),
  allowPlainHttp: v.boolean(),
  extension: Line(40),
  agentId: v.nullable(Line(40)),
  authentication: v.picklist(authentications),
  requests: v.picklist(requestWays),
});
export type StoredAccount = v.InferOutput<typeof StoredAccount>;

/** What of a list fits the schema, each by itself: a bad rule must not take with it those that block, nor a bad pin another host's. */
const readList = (stored: unknown, schema: v.GenericSchema): unknown =>
  Array.isArray(stored) ? stored.filter((one) => v.is(schema, one)) : stored;

const asObject = (stored: unknown): Record<string, unknown> =>
  typeof stored === 'object' && stored !== null ? { ...stored } : {};

/** Settings that a file holds otherwise than they are read: an earlier release, or somebody's hand, kept what does not fit. */
export function misfitsIn(stored: unknown): (keyof Settings)[] {
  const [found, there] = [asObject(stored), readThere(stored)];
  return settingKeys.filter((key) => found[key] !== undefined && !isDeepStrictEqual(found[key], there[key]));
}

/** Settings from what a file held, those that fit: one that does not takes no other with it. */
function readThere(stored: unknown): Partial<Settings> {
  const found = asObject(stored);
  found.rules = readList(found.rules, DiallingRule);
  found.trustedCertificates = readList(found.trustedCertificates, TrustedCertificate);
  const there: Partial<Settings> = {};
  for (const key of settingKeys) {
    const parsed = v.safeParse(Settings.entries[key], found[key]);
    if (parsed.success) Object.assign(there, { [key]: parsed.output });
  }
  return there;
}

export const readSettings = (stored: unknown): Settings => ({ ...defaults, ...readThere(stored) });

/** Stands beside the settings in a file that holds what the person chose, and nothing else. */
const onlyChosen = 'onlyChosen';
/** Stands beside them where `tel:` links are off until somebody wants them. Before that they were on, and taken at the sign-in. */
const linksAsked = 'linksAsked';

/**
 * What the person chose. Earlier releases kept all settings: of theirs, what differs from the default was chosen. What was set to
 * something else and back again cannot be told from what was never touched. `hadLinks`: the system was told to bring `tel:` links
 * here; whose desk had them by an earlier release's default keeps them, as if chosen.
 */
export function readChosen(stored: unknown, hadLinks = false): Partial<Settings> {
  const there = readThere(stored);
  const file = typeof stored === 'object' && stored !== null ? stored : {};
  if (linksAsked in file) return there;
  if (onlyChosen in file || stored === undefined) return hadLinks ? { telLinks: true, ...there } : there;
  const chosen = Object.entries(there).filter(
    ([key, value]) => key === 'telLinks' || !isDeepStrictEqual(value, defaults[key as keyof Settings]),
  );
  return Object.fromEntries(chosen);
}

/** For the file. An earlier release that reads it takes the default for what is not there, and keeps all of them again. */
export const chosenForFile = (chosen: Partial<Settings>) => ({
  [onlyChosen]: true,
  [linksAsked]: true,
  ...chosen,
});

export function readAccount(stored: unknown): StoredAccount | null {
  const parsed = v.safeParse(StoredAccount, stored);
  return parsed.success ? parsed.output : null;
}

/** What the system was last told, of the settings that it must agree to. */
const Told = v.partial(v.pick(Settings, ['startAtLogin', 'telLinks', 'sipLinks']));
export type Told = v.InferOutput<typeof Told>;

export function readTold(stored: unknown): Told {
  const parsed = v.safeParse(Told, stored);
  return parsed.success ? parsed.output : {};
}
