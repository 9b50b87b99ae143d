import * as v from 'valibot';
import { bracketedAddress, forExample, hostName, isHost, port } from './hosts.ts';

/** SHA-256 of a whole certificate, as tools print it: with colons or without. */
const Fingerprint = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Fa-f]{2}(?::?[0-9A-Fa-f]{2}){31}$/, forExample('2A:BB:…, 32 pairs of digits')),
);
/** Said of a host that stands for many. */
export const noWildcard = 'no wildcard';
const bareAddress = '[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*';
const aHost = forExample('pbx.example.com');

/** Whatever is no host's name is the name of no host: what is pinned for it would be pinned for nobody, and looks pinned. */
function canBePinned(host: string): boolean {
  if (new RegExp(`^${bareAddress}$`).test(host)) return isHost(`[${host}]`);
  return isHost(host.replace(/:\d+$/, ''));
}

const Host = v.pipe(
  v.string(),
  v.maxLength(253),
  v.check((host) => !host.includes('*'), noWildcard),
  v.regex(new RegExp(`^(?:${bareAddress}|(?:${hostName}|${bracketedAddress})(?::${port})?)$`), aHost),
  v.check(canBePinned, aHost),
);

/** For this host this certificate alone is trusted: the server's own, or that of an authority which the server presents. */
export const TrustedCertificate = v.strictObject({ host: Host, sha256: Fingerprint });
export const mostTrusted = 50;
export type TrustedCertificate = v.InferOutput<typeof TrustedCertificate>;

export const TrustedCertificates = v.pipe(v.array(TrustedCertificate), v.maxLength(mostTrusted));

/** Whose certificate was turned down. */
export const CertificateOf = v.picklist(['pbx', 'directory']);
export type CertificateOf = v.InferOutput<typeof CertificateOf>;

/** What a person needs to know of a certificate that is not trusted. Written by whoever made it: text, and no more. */
export const RefusedCertificate = v.strictObject({
  /** In pairs of digits, with colons. */
  sha256: v.string(),
  subject: v.string(),
  issuer: v.string(),
  names: v.array(v.string()),
  /** Milliseconds since 1970. */
  from: v.number(),
  to: v.number(),
  /** The authority that vouches for it, where the server presents one. */
  authority: v.nullable(v.strictObject({ sha256: v.string(), subject: v.string() })),
  /** Another was trusted here before. */
  changed: v.boolean(),
  /** The person may trust it, or forget what was trusted before. */
  mayTrust: v.boolean(),
  mayForget: v.boolean(),
  /** Neither, by IT's decision. */
  locked: v.boolean(),
});
export type RefusedCertificate = v.InferOutput<typeof RefusedCertificate>;
