import { fail, ok, type Reply } from '../contract/failures.ts';
import type { RefusedCertificate, TrustedCertificate } from '../contract/trust.ts';
import { fingerprintOf, type Presented } from './judge.ts';
import type { Wrong } from './leaf.ts';
import { bareHost, pinsOf } from './pins.ts';
import { refusedView } from './refused.ts';

export interface LookParts {
  readonly pins: () => readonly TrustedCertificate[];
  /** Whether a person may add a pin of this host, or take its pins away. */
  readonly mayTrust: (host: string) => boolean;
  readonly mayForget: (host: string) => boolean;
  /** That nobody may is IT's decision. */
  readonly isLocked: () => boolean;
  /** Keeps the pins. Rejects where the disk does not take them. */
  readonly keep: (pins: TrustedCertificate[]) => Promise<Reply<unknown>>;
  readonly log: (line: string) => void;
}

/** Servers of one kind that were turned down: what a person sees of the last one, and may do about it. */
export interface Look {
  /** `wrong`: `null` where it was taken. `fixed`: by pins that are not kept here, so that nobody changes them by looking at it. */
  seen(presented: Presented, wrong: Wrong | null, fixed?: boolean): void;
  /** A host was turned down without a judgement: by a certificate that was judged before, and that nobody is asked about again. */
  cameBack(host: string): void;
  /** The one that was turned down last, because nobody knows who issued it or because another was trusted before. */
  refused(): RefusedCertificate | null;
  /** From now on the certificate that was turned down is trusted for its host, or whoever vouches for it. `sha256`: as it was shown. */
  trust(sha256: string): Promise<Reply<undefined>>;
  /** What was trusted for its host before it changed is not any more. */
  forget(): Promise<Reply<undefined>>;
}

interface Refused {
  readonly presented: Presented;
  readonly changed: boolean;
  readonly fixed: boolean;
}

/** Nobody goes back to a server of so many hosts ago. */
const mostHosts = 20;

export function createLook({ pins, mayTrust, mayForget, isLocked, keep, log }: LookParts): Look {
  /** By host, the last of each. */
  const known = new Map<string, Refused>();
  let last: string | null = null;
  const now = (): Refused | null => (last === null ? null : (known.get(last) ?? null));

  function shown(): RefusedCertificate | null {
    const refused = now();
    if (refused === null) return null;
    const { presented, changed, fixed } = refused;
    const view = refusedView(presented, Date.now());
    const { host } = presented;
    const may = {
      mayTrust: !fixed && !changed && mayTrust(host),
      mayForget: !fixed && changed && mayForget(host),
    };
    const locked = !may.mayTrust && !may.mayForget && isLocked();
    return view && { ...view, changed, ...may, locked };
  }

  async function change(next: TrustedCertificate[], what: string): Promise<Reply<undefined>> {
    const kept = await keep(next);
    if (!kept.ok) return kept;
    log(what);
    known.clear();
    last = null;
    return ok(undefined);
  }

  return {
    seen(presented, wrong, fixed = false) {
      const { host } = presented;
      if (wrong !== 'certificate-unknown' && wrong !== 'certificate-changed') {
        if (last === host) last = null;
        return;
      }
      known.delete(host);
      known.set(host, { presented, changed: wrong === 'certificate-changed', fixed });
      last = host;
      const [oldest] = known.keys();
      if (known.size > mostHosts && oldest !== undefined) known.delete(oldest);
    },
    cameBack(host) {
      if (known.has(host)) last = host;
    },
    refused: shown,
    async trust(sha256) {
      const refused = now();
      const looked = shown();
      if (refused === null || !looked?.mayTrust) return fail('managed');
      // Another came meanwhile: what was looked at is not what would be trusted.
      const vouching = [looked.sha256, looked.authority?.sha256];
      const one = refused.presented.chain.find(({ fingerprint256 }) => fingerprint256 === sha256);
      if (one === undefined || !vouching.includes(sha256)) return fail('certificate-changed');
      const { host } = refused.presented;
      // Pressed twice.
      if (pinsOf(pins(), host).includes(fingerprintOf(one))) return ok(undefined);
      const pin = { host: bareHost(host), sha256: fingerprintOf(one) };
      return await change([...pins(), pin], 'a certificate was pinned by the person');
    },
    async forget() {
      const refused = now();
      if (refused === null || !shown()?.mayForget) return fail('managed');
      const host = bareHost(refused.presented.host);
      const others = pins().filter((one) => bareHost(one.host) !== host);
      return await change(others, 'the pins of a host were removed by the person');
    },
  };
}
