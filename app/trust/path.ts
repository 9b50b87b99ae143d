import type { X509Certificate } from 'node:crypto';
import { moreOf, namesOf } from './extensions.ts';
import { isStrong, isUnderstood, mayServe, purposes, type Wrong, wrongDate } from './leaf.ts';
import { mayVouchFor } from './name-constraints.ts';

/** More authorities above each other are not looked at. */
const longest = 8;
/** Nor more ways than this: who presents certificates that all could have issued each other is to keep nobody busy. */
const mostTries = 200;

export interface Search {
  readonly host: string;
  /** The server's certificate, and what it presents with it. */
  readonly chain: readonly X509Certificate[];
  /** Who is trusted, by the name of whom they vouch for. */
  readonly anchors: (issuer: string) => readonly X509Certificate[];
  readonly now: number;
}

/**
 * Whether a way leads from a server's certificate to somebody who is trusted (RFC 5280 §6): each one signed by the next, which may
 * vouch for others, for so many below it, for these names, for servers, and now. `null`: none does. The server's own certificate is
 * not looked at here (`leaf.ts`).
 */
export function wayUp({ host, chain, anchors, now }: Search): { readonly wrong: Wrong | null } | null {
  const [leaf, ...between] = chain;
  if (leaf === undefined) return null;
  const hostName = { kind: 2, value: Buffer.from(host, 'latin1') };
  const names = [...namesOf(leaf), ...(/^[\d.]+$|:/.test(host) ? [] : [hostName])];
  let tries = 0;
  /** One that would do at another time. */
  let atAnotherTime: Wrong | null = null;

  /** `below`: authorities between this one and the server. `date`: what is wrong with those. */
  function climb(one: X509Certificate, below: number, date: Wrong | null): boolean {
    if (below >= longest) return false;
    const trusted = anchors(one.issuer);
    for (const above of [...trusted, ...between]) {
      tries += 1;
      if (tries > mostTries) return false;
      if (above === one || !vouchesFor(above, one, below)) continue;
      const wrong = date ?? wrongDate(above, now);
      if (!trusted.includes(above)) {
        if (climb(above, below + 1, wrong)) return true;
      } else if (wrong === null) return true;
      else atAnotherTime ??= wrong;
    }
    return false;
  }

  function vouchesFor(above: X509Certificate, one: X509Certificate, below: number): boolean {
    if (!above.ca || !one.checkIssued(above) || !isStrong(above) || !isUnderstood(above)) return false;
    if (!mayServe(above, [purposes.server, purposes.any])) return false;
    const { pathLength, constraints } = moreOf(above);
    if (pathLength !== null && below > pathLength) return false;
    if (constraints !== null && !mayVouchFor(constraints, names)) return false;
    return one.verify(above.publicKey);
  }

  if (climb(leaf, 0, null)) return { wrong: null };
  return atAnotherTime === null ? null : { wrong: atAnotherTime };
}
