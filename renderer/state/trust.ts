import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, Reply } from '../../app/contract/failures.ts';
import type { CertificateOf, RefusedCertificate } from '../../app/contract/trust.ts';
import type { Bridge } from '../bridge.ts';

/** Whose it is, and what it says. */
export type ShownCertificate = RefusedCertificate & { readonly of: CertificateOf };

export interface TrustState {
  /** The certificate that is looked at. */
  readonly shown: ReadonlySignal<ShownCertificate | null>;
  /** Why it could not be trusted. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** How often one of the PBX's was trusted or forgotten: each time, what was tried before is worth another try. */
  readonly times: ReadonlySignal<number>;
  /** Shows it where there is one. */
  look(of: CertificateOf): Promise<void>;
  /** The PBX's, where the person can do something about it. */
  ask(): Promise<void>;
  trust(sha256: string): Promise<void>;
  /** What was trusted before. */
  forget(): Promise<void>;
  close(): void;
}

/** @param goOn what waited for the PBX's may go on; the directory is asked again by the main process */
export function createTrust(bridge: Bridge, goOn: () => void): TrustState {
  const shown = signal<ShownCertificate | null>(null);
  const failure = signal<Failure | null>(null);
  const times = signal(0);

  async function show(of: CertificateOf, fits: (one: RefusedCertificate) => boolean): Promise<void> {
    const reply = await bridge.request('certificate.refused', { of });
    failure.value = null;
    if (reply.ok && reply.value !== null && fits(reply.value)) shown.value = { ...reply.value, of };
  }

  /** `act`: about the one that is looked at. */
  async function answer(act: (of: CertificateOf) => Promise<Reply<undefined>>): Promise<void> {
    const of = shown.peek()?.of;
    if (of === undefined) return;
    const reply = await act(of);
    if (!reply.ok) {
      failure.value = reply.failure;
      return;
    }
    shown.value = null;
    if (of !== 'pbx') return;
    times.value += 1;
    goOn();
  }

  return {
    shown,
    failure,
    times,
    look: (of) => show(of, () => true),
    ask: () => show('pbx', ({ mayTrust }) => mayTrust),
    trust: (sha256) => answer((of) => bridge.request('certificate.trust', { of, sha256 })),
    forget: () => answer((of) => bridge.request('certificate.forget', { of })),
    close() {
      shown.value = null;
    },
  };
}
