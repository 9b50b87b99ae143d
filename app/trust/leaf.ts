import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { FailureCode } from '../contract/failures.ts';
import { moreOf } from './extensions.ts';

/** What is wrong with a server's certificate, whoever vouches for it. */
export type Wrong = Extract<FailureCode, `certificate${string}`>;

export const purposes = { server: '1.3.6.1.5.5.7.3.1', any: '2.5.29.37.0' } as const;

/** Whether it is for a server at this name, now, and cannot be forged. `null`: it is. */
export function wrongWith(leaf: X509Certificate, host: string, now: number): Wrong | null {
  if (!isFor(leaf, host)) return 'certificate-name';
  return (
    wrongDate(leaf, now) ??
    (isStrong(leaf) && isUnderstood(leaf) && servesServers(leaf) ? null : 'certificate')
  );
}

/** By its alternative names alone, as Chromium goes by: a common name is no address. */
function isFor(leaf: X509Certificate, host: string): boolean {
  const found = isIP(host)
    ? leaf.checkIP(host)
    : leaf.checkHost(host, { subject: 'never', partialWildcards: false });
  return found !== undefined;
}

export function wrongDate({ validFrom, validTo }: X509Certificate, now: number): Wrong | null {
  if (!(Date.parse(validFrom) <= now)) return 'certificate-not-yet';
  return Date.parse(validTo) > now ? null : 'certificate-expired';
}

/** Ed25519, and RSA (PKCS #1) and ECDSA with SHA-2. */
const strong: readonly string[] = [
  '2b6570',
  ...['0b', '0c', '0d'].map((end) => `2a864886f70d0101${end}`),
  ...['02', '03', '04'].map((end) => `2a8648ce3d0403${end}`),
];
const pss = '2a864886f70d01010a';
/** The first parameter of RSA-PSS, where it is SHA-2; without any it is SHA-1. */
const pssWithSha2 = /^30[0-9a-f]{2}a0[0-9a-f]{2}30[0-9a-f]{2}060960864801650304020[1-3]/;

/** As the system's own tools want it: SHA-2, and RSA of 2048 bits. Chromium takes less from those whom it does not know. */
export function isStrong(one: X509Certificate): boolean {
  const { algorithm, parameters } = moreOf(one).signature;
  const { asymmetricKeyType: kind, asymmetricKeyDetails: key } = one.publicKey;
  const isLong = !kind?.startsWith('rsa') || (key?.modulusLength ?? 0) >= 2048;
  const isSha2 = strong.includes(algorithm) || (algorithm === pss && pssWithSha2.test(parameters));
  return isLong && isSha2;
}

export const isUnderstood = (one: X509Certificate): boolean => moreOf(one).notUnderstood.length === 0;

export function servesServers(leaf: X509Certificate): boolean {
  return mayServe(leaf, [purposes.server]);
}

/** Where it names no purposes, it serves all. */
export function mayServe(one: X509Certificate, allowed: readonly string[]): boolean {
  const named: readonly string[] | undefined = one.keyUsage;
  return named === undefined || named.length === 0 || named.some((id) => allowed.includes(id));
}
