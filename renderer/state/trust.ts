import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, Reply } from '../../app/contract/failures.ts';
import type { RefusedCertificate } from '../../app/contract/trust.ts';
import type { Bridge } from '../bridge.ts';

export interface TrustState {
  /** The certificate that is looked at. */
  readonly shown: ReadonlySignal<RefusedCertificate | null>;
  /** Why it could not be trusted. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** How often one was trusted or forgotten: each time, what was tried before is worth another try. */
  readonly times: ReadonlySignal<number>;
  /** Shows it where there is one. */
  look(): Promise<void>;
  /** The same where the person can do something about it. */
  ask(): Promise<void>;
  trust(sha256: string): Promise<void>;
  /** What was trusted before. */
  forget(): Promise<void>;
  close(): void;
}

/** @param goOn what waited for it may go on */
export function createTrust(bridge: Bridge, goOn: () => void): TrustState {
  const shown = signal<RefusedCertificate | null>(null);
  const failure = signal<Failure | null>(null);
  const times = signal(0);

  async function show(fits: (one: RefusedCertificate) => boolean): Promise<void> {
    const reply = await bridge.request('certificate.refused', undefined);
    failure.value = null;
    if (reply.ok && reply.value !== null && fits(reply.value)) shown.value = reply.value;
  }

  function done(reply: Reply<undefined>): void {
    if (!reply.ok) {
      failure.value = reply.failure;
      return;
    }
    shown.value = null;
    times.value += 1;
    goOn();
  }

  return {
    shown,
    failure,
    times,
    look: () => show(() => true),
    ask: () => show(({ mayTrust }) => mayTrust),
    trust: async (sha256) => done(await bridge.request('certificate.trust', { sha256 })),
    forget: async () => done(await bridge.request('certificate.forget', undefined)),
    close() {
      shown.value = null;
    },
  };
}
