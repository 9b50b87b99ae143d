import type { Call, Recording } from '../cdr/call.ts';
import type { Owner } from '../cdr/leg.ts';
import type { DaySpan, MyDay } from '../contract/calls.ts';
import type { Keeping } from '../files/kept-file.ts';
import type { Pbx } from '../pbx/client.ts';
import type { Conditions, SyncStatus } from '../sync/status.ts';
import type { Timer } from '../util/timer.ts';
import type { Zone } from '../util/zone.ts';
import type { AboutNumber } from './about-number.ts';
import type { Annotations } from './annotations.ts';
import type { Callers } from './callers.ts';
import type { ForgottenNumbers } from './forgotten-numbers.ts';
import type { CallList, CallListParts } from './list.ts';
import type { Reminder } from './reminders.ts';
import type { ToDoActions } from './to-do-actions.ts';

export interface DeskCallsParts
  extends Pick<
    CallListParts,
    'attempts' | 'personOf' | 'keyOf' | 'sentFor' | 'nameOf' | 'alsoOf' | 'saidOf' | 'prefixes'
  > {
  readonly owner: Owner;
  /** Tells one account from another, and names neither the PBX nor the person. */
  readonly digest: string;
  readonly folder: string;
  readonly callers: Callers;
  /** The PBX's. */
  readonly zoneName: string;
  readonly ask: Pbx['cdr'];
  readonly now: () => number;
  readonly timer: Timer;
  readonly random: () => number;
  readonly keeping: Keeping;
  readonly forgotten: ForgottenNumbers;
  /** Milliseconds. */
  readonly keptFor: number;
  readonly mostCalls?: number;
  /** A call changed, or a note, or what is to be done. */
  readonly changed: () => void;
  readonly status: () => void;
  /** Calls that were just missed; newest first. */
  readonly missed: (calls: readonly Call[]) => void;
  /** The time has come of what somebody wants to be reminded of. */
  readonly remind: (reminders: readonly Reminder[]) => void;
}

/** The calls of one account, from sign-in to sign-out. */
export interface DeskCalls {
  /** The PBX's. */
  readonly zone: Zone;
  readonly list: CallList;
  readonly annotations: Annotations;
  noteOf(call: Call): string;
  /** `null`: there is no such call. An id that it was known by before will do. */
  find(callId: string): Call | null;
  /** Tries that have a note and no row yet: what is known of them goes with the journal, and the note with it. */
  noted(): ReadonlySet<string>;
  set(conditions: Partial<Conditions>): void;
  attempted(): void;
  refresh(): Promise<void>;
  reachBack(to: number): void;
  status(): SyncStatus;
  /** Every call is known since when missed ones are to be dealt with. */
  toDoWhole(): boolean;
  /** Older calls than are there are not kept: they are too many or too old, whatever the PBX tells. */
  full(): boolean;
  skew(): number;
  myDay(span: DaySpan): MyDay;
  readonly toDo: ToDoActions;
  /** Numbers are read otherwise, or are called otherwise. */
  renamed(): void;
  recordingsOf(callId: string): readonly Recording[];
  /** A recording of a call was opened, and is whole. */
  measured(callId: string, seconds: number): void;
  about(fits: (number: string) => boolean): AboutNumber;
  /** These calls are gone from the disk, with their notes, and every reminder of a number. `false`: it does not let all of them go. */
  drop(calls: readonly Call[], fits: (number: string) => boolean): Promise<boolean>;
  /** What has grown too old goes now, also where the PBX is not asked for long. */
  trim(): void;
  /** How many calls began longer ago than this, in milliseconds. */
  olderThan(age: number): number;
  /** The rest is written and nothing more is asked. */
  stop(): Promise<void>;
  /** Signed out: the calls are gone from the disk. `false`: it does not let them go. */
  forget(): Promise<boolean>;
}
