import type { Failure } from '../contract/failures.ts';
import type { Span } from './buckets.ts';
import type { CapMemory } from './cap.ts';

/** What decides whether, and how often, the PBX is asked. */
export interface Conditions {
  /** The list of calls is on the screen. */
  readonly open: boolean;
  /** Missed-call notices are wanted. */
  readonly notices: boolean;
  readonly awake: boolean;
  readonly online: boolean;
  readonly unlocked: boolean;
}

export interface SyncStatus {
  readonly working: boolean;
  /** Why the last look failed; `null` after one that did not. */
  readonly failure: Failure | null;
  /**
   * How old the list is: when the PBX last told all it had, by this computer's clock. In the very first look, when it told of the
   * first call.
   */
  readonly upTo: number | null;
  /** Moments whose calls the PBX does not give in full, whatever it is asked. */
  readonly incomplete: readonly number[];
  /** The oldest moment from which on the list is complete; `null` before the first look of this run. */
  readonly completeFrom: number | null;
}

/** What was kept is still being read. */
export const notYet: SyncStatus = {
  working: true,
  failure: null,
  upTo: null,
  incomplete: [],
  completeFrom: null,
};

/** What outlives a run beside the rows. */
export interface SyncMemory {
  readonly settled: readonly Span[];
  readonly cap: CapMemory;
  /** As in the status: an old list is to say how old it is, also where the PBX cannot be asked. */
  readonly upTo: number | null;
}
