import type { KeepWish } from '../contract/retention.ts';
import type { Settings } from '../contract/settings.ts';

/** Milliseconds that each kind of thing stays on this computer. */
export interface KeptFor {
  readonly calls: number;
  readonly notes: number;
  readonly attempts: number;
  readonly recordings: number;
}

type Keeps = Pick<Settings, 'keepCalls' | 'keepNotes' | 'keepAttempts' | 'keepRecordings'>;

const day = 86_400_000;

/** Nothing about a call outlives the call: a note whose call is gone is shown nowhere, and nobody would think to remove it. */
export function keptFor({ keepCalls, keepNotes, keepAttempts, keepRecordings }: Keeps): KeptFor {
  const atMost = (days: number | null): number => Math.min(days ?? keepCalls, keepCalls) * day;
  return {
    calls: keepCalls * day,
    notes: atMost(keepNotes),
    attempts: atMost(keepAttempts),
    recordings: atMost(keepRecordings),
  };
}

/** As it would be with a wish. */
export const wished = (now: Keeps, wish: KeepWish): KeptFor =>
  keptFor({
    keepCalls: wish.keepCalls ?? now.keepCalls,
    keepNotes: wish.keepNotes === undefined ? now.keepNotes : wish.keepNotes,
    keepAttempts: wish.keepAttempts === undefined ? now.keepAttempts : wish.keepAttempts,
    keepRecordings: wish.keepRecordings ?? now.keepRecordings,
  });
