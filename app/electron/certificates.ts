import type { Certificate, Session } from 'electron';
import { placeOf } from '../pbx/once/reach.ts';
import { TransportError } from '../pbx/transport.ts';
import type { Presented } from '../trust/judge.ts';
import type { Wrong } from '../trust/leaf.ts';
import type { Look } from '../trust/look.ts';
import { certificatesIn } from '../trust/system-store.ts';
import type { Trust } from '../trust/trust.ts';

/** Chromium's numbers (net/base/net_error_list.h); the first means "as you judge". */
const answers = { 'as-chromium': -3, trusted: 0, refused: -202 } as const;

interface Watcher {
  readonly judge: Trust['judge'];
  /** Hears of a host whose certificate can be looked at, each time that it is turned down. */
  readonly cameBack: Look['cameBack'];
}

/**
 * By host: what is wrong with the last certificate that was not taken. One that is taken leaves it: what Chromium has judged before, it
 * judges again without asking, and whoever was turned down then may come back.
 */
const found = new WeakMap<
  Session,
  { readonly byHost: Map<string, Wrong | null>; readonly cameBack: Look['cameBack'] }
>();

/** Has this program judge certificates beside Chromium. A session keeps each judgement for half an hour. */
export function watchCertificates(own: Session, { judge, cameBack }: Watcher): void {
  const byHost = new Map<string, Wrong | null>();
  found.set(own, { byHost, cameBack });
  own.setCertificateVerifyProc(({ hostname, certificate, verificationResult }, answer) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const presented: Presented = { host, chain: chainOf(certificate), chromium: verificationResult };
    const judgement = judge(presented);
    const taken =
      verificationResult === 'net::OK' ? judgement.wrong === null : judgement.answer === 'trusted';
    if (!taken) byHost.set(host, judgement.wrong);
    answer(answers[judgement.answer]);
  });
}

/** No chain is as long. */
const longestChain = 20;

function chainOf(certificate: Certificate): Presented['chain'] {
  const pem: string[] = [];
  // What is its own issuer has no end of issuers.
  for (
    let one: Certificate | undefined = certificate;
    one && pem.length < longestChain;
    one = one.issuerCert
  ) {
    if (pem.includes(one.data)) break;
    pem.push(one.data);
  }
  // The server's own first: where that cannot be read, the others vouch for nothing.
  const [leaf, ...between] = pem.map((one) => certificatesIn(one)[0]);
  return leaf ? [leaf, ...between.filter((one) => one !== undefined)] : [];
}

/** The same error, told apart. */
export function toldApart(error: TransportError, url: string, own: Session): TransportError {
  if (!error.code.startsWith('certificate')) return error;
  const { host } = placeOf(url);
  const its = found.get(own);
  const wrong = its?.byHost.get(host) ?? null;
  if (wrong === 'certificate-unknown' || wrong === 'certificate-changed') its?.cameBack(host);
  return wrong === null ? error : new TransportError(wrong, error.sent, error.details);
}
