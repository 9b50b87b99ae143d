import type { TrustedCertificate } from '../contract/trust.ts';
import { type Judgement, judge, type Presented } from './judge.ts';
import { createLook, type LookParts } from './look.ts';
import { bareHost, pinsOf } from './pins.ts';
import type { SystemStore } from './system-store.ts';

export interface TrustParts extends Pick<LookParts, 'pins' | 'isLocked' | 'keep' | 'log'> {
  readonly system: SystemStore;
  /** IT has not locked the list. */
  readonly mayChange: () => boolean;
  /** Nor that a person is asked. */
  readonly mayAsk: () => boolean;
  /** Of the PBX that is asked by TLS; `null`: none is. */
  readonly pbxHost: () => string | null;
}

export type Trust = ReturnType<typeof createTrust>;

/** Whose certificates are trusted beside those that Chromium trusts, and which of the PBX's and of a directory were turned down last. */
export function createTrust({ system, mayChange, mayAsk, pbxHost, ...parts }: TrustParts) {
  const { pins, log } = parts;
  const mayTrust = () => mayChange() && mayAsk();
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

  const pbx = createLook({ ...parts, mayTrust, mayForget: mayChange });
  // A pin is of a host, whatever answers there: one for the directory would turn away the PBX that presents another, and no call would go out.
  const isOthers = (host: string) => bareHost(host) !== bareHost(pbxHost() ?? '');
  const directory = createLook({
    ...parts,
    mayTrust: (host) => isOthers(host) && mayTrust(),
    mayForget: (host) => isOthers(host) && mayChange(),
  });

  return {
    judge: (presented: Presented): Judgement => judgeAny(presented),
    /** The same of the PBX's own, which a person may look at afterwards. */
    judgePbx(presented: Presented): Judgement {
      const judgement = judgeAny(presented);
      pbx.seen(presented, judgement.wrong);
      return judgement;
    },
    /** As `judgePbx`, by other pins than those that are kept: of a set-up that is not taken yet. */
    judgeBy:
      (others: readonly TrustedCertificate[]) =>
      (presented: Presented): Judgement => {
        const judgement = judgeAny(presented, (host) => pinsOf(others, host));
        pbx.seen(presented, judgement.wrong, true);
        return judgement;
      },
    /** As `judgePbx`, of the company's directory. */
    judgeDirectory(presented: Presented): Judgement {
      const judgement = judgeAny(presented);
      directory.seen(presented, judgement.wrong);
      return judgement;
    },
    ...{ pbx, directory },
  };
}
