import type { X509Certificate } from 'node:crypto';
import { type Wrong, wrongDate, wrongWith } from './leaf.ts';
import { wayUp } from './path.ts';
import type { SystemStore } from './system-store.ts';

/** What a server presented, and what Chromium says of it. */
export interface Presented {
  readonly host: string;
  /** The server's own first. Of what does not parse nothing is here. */
  readonly chain: readonly X509Certificate[];
  /** `net::OK`, or the most serious of its errors. */
  readonly chromium: string;
}

export interface Trusting {
  readonly system: SystemStore;
  /** Fingerprints (`fingerprintOf`) of the certificates that alone are trusted for a host; none for most. */
  readonly pinned: (host: string) => readonly string[];
  readonly now: number;
}

/** `asChromium`: nothing is to be added to its judgement. `wrong`: the same error, told apart. */
export interface Judgement {
  readonly answer: 'as-chromium' | 'trusted' | 'refused';
  readonly wrong: Wrong | null;
}

/** SHA-256 of the whole certificate, in small hexadecimal digits. */
export const fingerprintOf = ({ fingerprint256 }: X509Certificate): string =>
  fingerprint256.replaceAll(':', '').toLowerCase();

/**
 * Adds to Chromium's judgement of a certificate and takes away from it. What was pinned for a host must be there, whoever vouches for
 * what came instead. Of all errors only "unknown issuer" can be made good, by the system's store or a pin; and because that error
 * hides others in Chromium, they are looked for here.
 */
export function judge(presented: Presented, { system, pinned, now }: Trusting): Judgement {
  const { host, chain, chromium } = presented;
  const [leaf] = chain;
  const pins = pinned(host);
  const held = chain.filter((one) => pins.includes(fingerprintOf(one)));
  const isPinned = pins.length > 0;
  const way = leaf && wayTo(leaf, presented, isPinned ? (name) => named(held, name) : system.named, now);
  // Also where it stands beside others, and vouches for none of them.
  if (isPinned && !way) return { answer: 'refused', wrong: 'certificate-changed' };
  if (chromium === 'net::ERR_CERT_DATE_INVALID')
    return asChromium(chain.map((one) => wrongDate(one, now)).find(isNotYet) ?? null);
  if (chromium === 'net::OK' && isPinned && way?.wrong) return { answer: 'refused', wrong: way.wrong };
  if (chromium !== unknownIssuer || leaf === undefined) return asChromium(null);
  const wrong = wrongWith(leaf, host, now) ?? (way ? way.wrong : 'certificate-unknown');
  return wrong === null ? { answer: 'trusted', wrong } : asChromium(wrong);
}

type Anchors = (name: string) => readonly X509Certificate[];

/** As `wayUp`; who is trusted as they are need nobody to vouch for them. */
function wayTo(leaf: X509Certificate, { host, chain }: Presented, anchors: Anchors, now: number) {
  const isAnchor = anchors(leaf.subject).some((one) => one.fingerprint256 === leaf.fingerprint256);
  return isAnchor ? { wrong: null } : wayUp({ host, chain, anchors, now });
}

const named = (all: readonly X509Certificate[], name: string) =>
  all.filter(({ subject }) => subject === name);

const asChromium = (wrong: Wrong | null): Judgement => ({ answer: 'as-chromium', wrong });

const unknownIssuer = 'net::ERR_CERT_AUTHORITY_INVALID';

const isNotYet = (wrong: Wrong | null): boolean => wrong === 'certificate-not-yet';
