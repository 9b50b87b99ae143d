import type { Session } from 'electron';
import { placeOf } from '../pbx/once/reach.ts';
import { TransportError } from '../pbx/transport.ts';
import { isNotYetValid } from '../pbx/validity.ts';

/** Names of servers whose certificate holds only later. */
const notYet = new WeakMap<Session, Set<string>>();

/** Chromium has one error for what has expired and what holds only later. Its judgement stays as it is; this looks on. */
export function watchCertificates(own: Session): void {
  const names = new Set<string>();
  notYet.set(own, names);
  own.setCertificateVerifyProc(({ hostname, certificate }, answer) => {
    if (isNotYetValid(certificate, Date.now())) names.add(hostname);
    else names.delete(hostname);
    const asChromiumJudges = -3;
    answer(asChromiumJudges);
  });
}

/** The same error, told apart. */
export function toldApart(error: TransportError, url: string, own: Session): TransportError {
  const isLater = error.code === 'certificate-expired' && notYet.get(own)?.has(placeOf(url).host);
  return isLater ? new TransportError('certificate-not-yet', error.sent, error.details) : error;
}
