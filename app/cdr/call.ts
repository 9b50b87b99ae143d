import type { CallFacts } from '../contract/calls.ts';
import type { Attempt } from '../contract/dialing.ts';

/**
 * Why a call is somebody's: where their extension was found.
 * `channel`, `dstchannel`: their phone, calling and called. `agent`: their agent id. `src`, `dst`, `cnum`: their number, where
 * no channel says otherwise. `mailbox`: a caller was put through to their voicemail. `dialled-here`: asked for on this computer.
 */
export type Reason = 'channel' | 'dstchannel' | 'agent' | 'src' | 'dst' | 'cnum' | 'mailbox' | 'dialled-here';

/** What `recapi` can be asked for, in the order in which it should be. */
export interface Recording {
  /** Empty where no row names a file: see `Call.maybeRecorded`. */
  readonly file: string;
  readonly uniqueId: string;
  readonly src: string;
  readonly dst: string;
  /** The PBX's local time, as the row has it. */
  readonly calldate: string;
}

export const presentedBy = ['outside', 'trunk'] as const;
export type Presented = (typeof presentedBy)[number];

export interface Party {
  /** As the PBX wrote it, `anonymous` included. `null`: the rows do not tell. */
  readonly number: string | null;
  readonly name: string | null;
  /**
   * An extension's digits, that came from outside: whoever called chose them, and whether a colleague did the rows do not tell. `outside`:
   * into the company. `trunk`: by a trunk alone, which may be that of another office. Left out: all others.
   */
  readonly presented?: Presented;
}

/** A call of its user. What crosses to the page is a view of it, and no row of the CDR table ever does. */
export interface Call extends CallFacts {
  /** The same for as long as the program runs, whatever rows are still to come. */
  readonly id: string;
  /**
   * All that the call is known by: a try on this computer gets a row, and two rows turn out to be one call. The first is what the next
   * run knows it by as well.
   */
  readonly ids: readonly string[];
  readonly party: Party;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly recordings: readonly Recording[];
  /** Answered, and no row names a file: one that was started by hand is found by its unique id alone. */
  readonly maybeRecorded: Recording | null;
  readonly why: readonly Reason[];
  /** `false`: another row of this call is certainly still to come, and may change the result. */
  readonly settled: boolean;
  /** The try on this computer that this call came from, with why it failed if it did. */
  readonly attempt:
    | (Pick<Attempt, 'id' | 'outcome' | 'failure' | 'message' | 'name'> & {
        /** The PBX has a row for it. */
        readonly recorded: boolean;
      })
    | null;
}

/** What a call has of which no row tells. */
export const withoutRows: Omit<Call, 'id' | 'ids' | 'direction' | 'party' | 'start' | 'result'> = {
  ringSeconds: null,
  talkSeconds: null,
  lineSeconds: null,
  via: [],
  steps: [],
  clickToCall: false,
  recordings: [],
  maybeRecorded: null,
  why: [],
  settled: true,
  attempt: null,
};
