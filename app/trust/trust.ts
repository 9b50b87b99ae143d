import { fail, ok, type Reply } from '../contract/failures.ts';
import type { RefusedCertificate, TrustedCertificate } from '../contract/trust.ts';
import { fingerprintOf, type Judgement, judge, type Presented } from './judge.ts';
import { bareHost, pinsOf } from './pins.ts';
import { refusedView } from './refused.ts';
import type { SystemStore } from './system-store.ts';

export interface TrustParts {
  readonly system: SystemStore;
  readonly pins: () => readonly TrustedCertificate[];
  /** IT has not locked the list. */
  readonly mayChange: () => boolean;
  /** Nor that a person is asked. */
  readonly mayAsk: () => boolean;
  /** Keeps the pins. Rejects where the disk does not take them. */
  readonly keep: (pins: TrustedCertificate[]) => Promise<Reply<unknown>>;
  readonly log: (line: string) => void;
}

export type Trust = ReturnType<typeof createTrust>;

/** Whose certificates are trusted beside those that Chromium trusts, and which was turned down last. */
export function createTrust({ system, pins, mayChange, mayAsk, keep, log }: TrustParts) {
  const mayTrust = () => mayChange() && mayAsk();
  /** `fixed`: by pins that are not kept here, so that nobody changes them by looking at it. */
  type Refused = {
    readonly presented: Presented;
    readonly changed: boolean;
    readonly fixed: boolean;
  } | null;
  let refused: Refused = null;
  /** What was turned down before a good one came from the same host. */
  let before: Refused = null;

  const pinned = (host: string) => pinsOf(pins(), host);

  function judgeAny(presented: Presented, pinnedFor = pinned): Judgement {
    try {
      return judge(presented, { system, pinned: pinnedFor, now: Date.now() });
    } catch (error) {
      // Not built as certificates are. Chromium may know better; of what was pinned, nothing is known.
      log(`certificate not read: ${error instanceof Error ? error.name : 'no reason'}`);
      return pinnedFor(presented.host).length > 0
        ? { answer: 'refused', wrong: 'certificate-changed' }
        : { answer: 'as-chromium', wrong: null };
    }
  }

  function seen(presented: Presented, judgement: Judgement, fixed: boolean): Judgement {
    const { wrong } = judgement;
    const canBeSeen = wrong === 'certificate-unknown' || wrong === 'certificate-changed';
    if (canBeSeen) refused = { presented, changed: wrong === 'certificate-changed', fixed };
    else if (refused?.presented.host === presented.host) {
      before = refused;
      refused = null;
    }
    return judgement;
  }

  return {
    judge: (presented: Presented): Judgement => judgeAny(presented),
    /** The same of the PBX's own, which a person may look at afterwards. */
    judgePbx: (presented: Presented): Judgement => seen(presented, judgeAny(presented), false),
    /** As `judgePbx`, by other pins than those that are kept: of a set-up that is not taken yet. */
    judgeBy:
      (others: readonly TrustedCertificate[]) =>
      (presented: Presented): Judgement =>
        seen(
          presented,
          judgeAny(presented, (host) => pinsOf(others, host)),
          true,
        ),
    /** A host was turned down without a judgement: by a certificate that was judged before, and that nobody is asked about again. */
    cameBack(host: string): void {
      if (before?.presented.host === host) refused ??= before;
    },
    /** The one that was turned down last, because nobody knows who issued it or because another was trusted before. */
    refused(): RefusedCertificate | null {
      if (refused === null) return null;
      const { presented, changed, fixed } = refused;
      const view = refusedView(presented, Date.now());
      return (
        view && {
          ...{ ...view, changed },
          mayTrust: !fixed && !changed && mayTrust(),
          mayForget: !fixed && changed && mayChange(),
        }
      );
    },
    /** From now on the certificate that was turned down is trusted for its host, or whoever vouches for it. `sha256`: as it was shown. */
    async trust(sha256: string): Promise<Reply<undefined>> {
      const shown = this.refused();
      if (refused === null || !shown?.mayTrust) return fail('managed');
      // Another came meanwhile: what was looked at is not what would be trusted.
      const known = [shown.sha256, shown.authority?.sha256];
      const one = refused.presented.chain.find(({ fingerprint256 }) => fingerprint256 === sha256);
      if (one === undefined || !known.includes(sha256)) return fail('certificate-changed');
      const { host } = refused.presented;
      // Pressed twice.
      if (pinned(host).includes(fingerprintOf(one))) return ok(undefined);
      const kept = await keep([...pins(), { host: bareHost(host), sha256: fingerprintOf(one) }]);
      if (!kept.ok) return kept;
      log('a certificate was pinned by the person');
      refused = null;
      before = null;
      return ok(undefined);
    },
    /** What was trusted for its host before it changed is not any more. */
    async forget(): Promise<Reply<undefined>> {
      if (refused === null || !this.refused()?.mayForget) return fail('managed');
      const { host } = refused.presented;
      const kept = await keep(pins().filter((one) => bareHost(one.host) !== bareHost(host)));
      if (!kept.ok) return kept;
      log('the pins of a host were removed by the person');
      refused = null;
      before = null;
      return ok(undefined);
    },
  };
}
