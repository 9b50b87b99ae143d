/** Of a certificate, what tells when it holds: seconds since 1970, and whose certificate vouches for it. */
export interface Validity {
  readonly validStart: number;
  readonly issuerCert?: Validity | undefined;
}

/** A certificate of its own issuer names itself; no chain is as long. */
const longestChain = 10;

/** Whether it, or one that vouches for it, holds only later: as a rule it is the computer's clock that is slow. */
export function isNotYetValid(certificate: Validity, now: number): boolean {
  let one: Validity | undefined = certificate;
  for (let at = 0; one && at < longestChain; at++) {
    if (one.validStart * 1_000 > now) return true;
    one = one.issuerCert;
  }
  return false;
}
