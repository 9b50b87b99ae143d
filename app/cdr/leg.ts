import type { Reason } from './call.ts';
import type { Channel } from './channels.ts';
import type { Row } from './rows.ts';

/** Whose calls are looked for. Both are compared whole. */
export interface Owner {
  readonly extension: string;
  readonly agentId: string | null;
}

/**
 * The part that the user's phone has in a row: it calls, it is called, or (`ring`) the PBX rings it first, by itself or through a
 * Local channel, for a reason that the other rows of the call tell.
 */
export type Side = 'origin' | 'target' | 'ring';

export interface Claim {
  readonly side: Side;
  readonly why: Reason;
}

/** A row with its channels and times read. */
export interface Leg {
  readonly row: Row;
  readonly from: Channel;
  readonly to: Channel;
  readonly claim: Claim | null;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
}
