import type { TrustedCertificate } from '../contract/trust.ts';

/** Fingerprints (`fingerprintOf`) of the certificates that alone are trusted for a host; none for most. */
export const pinsOf = (pins: readonly TrustedCertificate[], host: string): string[] =>
  pins
    .filter((one) => bareHost(one.host) === bareHost(host))
    .map(({ sha256 }) => sha256.replaceAll(':', '').toLowerCase());

/**
 * As Chromium names it, however IT wrote it: a pin of a host that nobody has would hold nothing. A port does not count, for Chromium
 * asks about hosts.
 */
export function bareHost(host: string): string {
  const isAddress = /^[^[\]:]*:[^[\]:]*:[^[\]]*$/.test(host);
  try {
    const { hostname } = new URL(`https://${isAddress ? `[${host}]` : host}`);
    return hostname.replace(/^\[|\]$|\.$/g, '');
  } catch {
    return host.toLowerCase();
  }
}
