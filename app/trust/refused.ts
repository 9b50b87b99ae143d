import type { X509Certificate } from 'node:crypto';
import type { RefusedCertificate } from '../contract/trust.ts';
import { withFewMarks } from '../util/few-marks.ts';
import type { Presented } from './judge.ts';
import { wayUp } from './path.ts';

const most = { names: 20, letters: 200 } as const;

const short = (text: string): string =>
  withFewMarks(text.replace(/[\p{Cc}\p{Cf}]+/gu, ' '))
    .trim()
    .slice(0, most.letters);

/** What it calls itself: its common name, else its organisation, else all of it. */
function nameIn(subject: string): string {
  const said = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(subject)?.[1];
  return short(said('CN') ?? said('O') ?? subject.replaceAll('\n', ', '));
}

/** The certificate of a server that was turned down, for people. `null`: the server presented none that can be read. */
export function refusedView(
  presented: Presented,
  now: number,
): Omit<RefusedCertificate, 'changed' | 'mayTrust' | 'mayForget' | 'locked'> | null {
  const [leaf] = presented.chain;
  if (leaf === undefined) return null;
  const authority = authorityOver(presented, now);
  return {
    sha256: leaf.fingerprint256,
    subject: nameIn(leaf.subject),
    issuer: nameIn(leaf.issuer),
    names: (leaf.subjectAltName ?? '')
      .split(', ')
      .map((name) => short(name.replace(/^(?:DNS|IP Address):/, '')))
      .slice(0, most.names),
    from: Date.parse(leaf.validFrom),
    to: Date.parse(leaf.validTo),
    authority: authority && { sha256: authority.fingerprint256, subject: nameIn(authority.subject) },
  };
}

/** The highest of those that the server presents: it stays when others below it are renewed. */
function authorityOver({ host, chain }: Presented, now: number): X509Certificate | null {
  const vouches = (one: X509Certificate) =>
    wayUp({ host, chain, anchors: (name) => (name === one.subject ? [one] : []), now })?.wrong === null;
  return chain.slice(1).findLast(vouches) ?? null;
}
