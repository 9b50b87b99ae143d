import { type Judgement, judge, type Presented } from './judge.ts';
import type { SystemStore } from './system-store.ts';

export interface TrustParts {
  readonly system: SystemStore;
  readonly pinned: (host: string) => readonly string[];
  readonly log: (line: string) => void;
}

export type Trust = ReturnType<typeof createTrust>;

/** Whose certificates are trusted beside those that Chromium trusts. */
export function createTrust({ system, pinned, log }: TrustParts) {
  return {
    judge(presented: Presented): Judgement {
      try {
        return judge(presented, { system, pinned, now: Date.now() });
      } catch (error) {
        // Not built as certificates are. Chromium may know better; of what was pinned, nothing is known.
        log(`certificate not read: ${error instanceof Error ? error.name : 'no reason'}`);
        const isPinned = pinned(presented.host).length > 0;
        return isPinned
          ? { answer: 'refused', wrong: 'certificate-changed' }
          : { answer: 'as-chromium', wrong: null };
      }
    },
  };
}
