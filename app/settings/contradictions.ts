import type { SignInForm } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';
import { isSameKey } from '../hotkey/accelerator.ts';
import { isLoopback, parseEndpoint } from '../pbx/endpoint.ts';
import type { PolicyParts } from './policy-parts.ts';

/** Two places of a policy that cannot both hold. */
export type Contradiction = readonly [string, string];

type Locked = Pick<PolicyParts, 'settings'> & {
  readonly account: Pick<PolicyParts['account'], 'fixed'>;
};

const inSettings = (key: keyof Settings) => `settings › ${key}`;
const inAccount = (key: keyof SignInForm) => `account › settings › ${key}`;
const platforms = ['linux', 'win32', 'darwin'] as const;

/** Of what a policy locks. What it presets gives way, and contradicts nothing. */
export function contradictionsIn({ settings, account }: Locked): Contradiction[] {
  const { fixed } = account;
  const found: Contradiction[] = [];
  const unless = (holds: boolean, one: string, other: string) => {
    if (!holds) found.push([one, other]);
  };
  // A GET has no body.
  unless(
    !(fixed.authentication === 'body' && fixed.requests === 'get'),
    inAccount('authentication'),
    inAccount('requests'),
  );
  unless(
    !(fixed.allowPlainHttp === false && isReadable(fixed.address)),
    inAccount('address'),
    inAccount('allowPlainHttp'),
  );
  const {
    internalShortest = 0,
    internalLength = Number.POSITIVE_INFINITY,
    hotkey = '',
    boxKey = '',
  } = settings;
  unless(internalShortest <= internalLength, inSettings('internalShortest'), inSettings('internalLength'));
  unless(
    !platforms.some((platform) => isSameKey(hotkey, boxKey, platform)),
    inSettings('hotkey'),
    inSettings('boxKey'),
  );
  // Nothing about a call stays longer than the call.
  const { keepCalls = Number.POSITIVE_INFINITY } = settings;
  for (const key of ['keepNotes', 'keepAttempts', 'keepRecordings'] as const)
    unless((settings[key] ?? 0) <= keepCalls, inSettings(key), inSettings('keepCalls'));
  // Whom a person trusts would have to be kept there.
  unless(
    !(settings.askToTrust === true && settings.trustedCertificates !== undefined),
    inSettings('askToTrust'),
    inSettings('trustedCertificates'),
  );
  return found;
}

/** On its way to the PBX, by whoever listens. */
function isReadable(address: string | undefined): boolean {
  const read = address === undefined ? null : parseEndpoint(address, { allowPlainHttp: true });
  if (!read?.ok) return false;
  const { protocol, hostname } = new URL(read.value.address);
  return protocol === 'http:' && !isLoopback(hostname);
}
