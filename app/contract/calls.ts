import * as v from 'valibot';
import { Line, Natural, PersonName } from './bounds.ts';
import { Failure } from './failures.ts';

/**
 * What the page is told of calls: the words and figures of a row, and no file, channel or unique id of the PBX. The schemas are
 * the contract's.
 */

export const directions = ['incoming', 'outgoing'] as const;
export const results = [
  'answered',
  'missed',
  'no-answer',
  'busy',
  'failed',
  'answered-elsewhere',
  'unknown',
] as const;

/** What else took part. */
export const ways = [
  'transfer',
  'ring-group',
  'queue',
  'ivr',
  'voicemail',
  'forwarded',
  'pickup',
  'parking',
  'conference',
] as const;

/**
 * What became of a call and what it came through. `taken`: somebody else answered; `picked-up`: fetched by somebody, or by the user from
 * `to`; `sent-on`: nobody took it at `to`; `queue` and `ring-group`: `to` is their number or name.
 */
export const stepKinds = [
  'taken',
  'picked-up',
  'transferred',
  'sent-on',
  'came-back',
  'parked',
  'forwarded',
  'voicemail',
  'queue',
  'ring-group',
  'menu',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** `by` did it, and `to` has the call now; `null`: the rows do not tell. `seconds`: in the voicemail, or waited in the queue. */
const stepOf = <Who extends v.GenericSchema>(who: Who) =>
  v.strictObject({
    kind: v.picklist(stepKinds),
    by: v.nullable(who),
    to: v.nullable(who),
    seconds: v.nullable(v.number()),
  });
/** Numbers as the PBX writes them. */
const Step = stepOf(v.string());
export type Step = v.InferOutput<typeof Step>;

/** Grouped for reading, with a name where one is known. */
const StepView = stepOf(v.strictObject({ number: v.string(), name: v.nullable(v.string()) }));
export type StepView = v.InferOutput<typeof StepView>;

export type Result = (typeof results)[number];
export type Way = (typeof ways)[number];

export const callFilters = ['all', 'to-do', 'missed', 'incoming', 'outgoing', 'recorded'] as const;
export type CallFilter = (typeof callFilters)[number];

/** What crosses as the rows tell it. */
export const CallFacts = v.strictObject({
  direction: v.picklist(directions),
  /** Seconds; `null`: not known. */
  ringSeconds: v.nullable(v.number()),
  /**
   * From the far end's answer to the end. `null`: not known. A click-to-call is one of those: the PBX counts from the moment
   * the user's own phone answered.
   */
  talkSeconds: v.nullable(v.number()),
  /** Where `talkSeconds` is not known, the most that it can have been: ringing and waiting are counted in. */
  lineSeconds: v.nullable(v.number()),
  result: v.picklist(results),
  via: v.array(v.picklist(ways)),
  steps: v.array(Step),
  clickToCall: v.boolean(),
});
export type CallFacts = v.InferOutput<typeof CallFacts>;

export const CallView = v.strictObject({
  ...CallFacts.entries,
  steps: v.array(StepView),
  id: v.string(),
  /** What the PBX wrote, grouped for reading; `null` where the rows do not tell. */
  display: v.nullable(v.string()),
  /** Goes into `dial.call`; `null`: withheld, unknown, or what a stranger chose as their number and leads elsewhere. */
  callable: v.nullable(v.string()),
  /** A code, or an extension's digits, that a caller from outside chose as their number: nobody here is named by it. */
  presented: v.boolean(),
  name: v.nullable(v.string()),
  /** So is called whom the person chose, of several with this number. */
  chosen: v.boolean(),
  /** Somebody of the person's own phone book has the number, however it is written there. */
  isContact: v.boolean(),
  /** Milliseconds since 1970, this computer's clock. */
  start: v.number(),
  /** Recordings that rows name; they are asked for by the call's id and their place. */
  recordings: Natural,
  /** No row names one, and yet there may be one: of those that are started by hand only the PBX knows. */
  maybeRecorded: v.boolean(),
  /** Asked for on this computer, and the PBX has no row of it (yet). */
  withoutRow: v.boolean(),
  /** Why the PBX did not take the call, or nobody knows whether it did and no row tells. */
  failure: v.nullable(Failure),
  /** What the PBX said when it was asked for the call here; empty where it said nothing. */
  message: v.string(),
  note: v.string(),
  /** Of a missed call that is still to be dealt with: how many there are of its caller. 0: it is not, or not any more. */
  toDo: Natural,
  /** When the person is reminded of it, or was; `null`: not at all, or it is done. */
  reminder: v.nullable(v.number()),
  /** It was missed and marked done, and would be to be done otherwise. */
  markedDone: v.boolean(),
});
export type CallView = v.InferOutput<typeof CallView>;

/** Which calls are looked at. */
const longestQuery = 200;
/**
 * One of somebody's numbers, by which all of them are known; and who of several who share it. `presented`: whoever from outside called
 * with what may be somebody else's.
 */
export const PersonWish = v.strictObject({
  number: Line(100),
  name: v.optional(PersonName),
  presented: v.optional(v.literal(true)),
});
export type PersonWish = v.InferOutput<typeof PersonWish>;
export const CallQuery = {
  query: Line(longestQuery),
  filter: v.picklist(callFilters),
  /** Those with one person; left out: with everybody. */
  person: v.optional(PersonWish),
} as const;

/** What is known of somebody beside the calls with them. */
export const PersonView = v.strictObject({
  /** Empty: nobody knows one. */
  name: v.string(),
  /** One person is called so, and not several who share a number. */
  isOne: v.boolean(),
  company: v.string(),
  numbers: v.array(
    v.strictObject({
      display: v.string(),
      /** Goes into `dial.call`; `null`: it cannot be called. */
      callable: v.nullable(v.string()),
      /** As what: one that is known from the phone book alone is nobody's whom the person was on the phone with. */
      from: v.picklist(['call-back', 'contact']),
      /** As `ContactNumber` has it. */
      label: v.string(),
    }),
  ),
  /** Calls with them that are kept here, and how many of them were answered, and missed. */
  calls: Natural,
  answered: Natural,
  missed: Natural,
  /** When the latest began, by this computer's clock; `null`: there is none. */
  last: v.nullable(v.number()),
});
export type PersonView = v.InferOutput<typeof PersonView>;

/** Calls of one page at most. */
export const longestPage = 200;

export const CallsPage = v.strictObject({
  /** Grows when any call changes: pages of two revisions do not belong together. */
  revision: v.number(),
  from: Natural,
  calls: v.array(CallView),
});
export type CallsPage = v.InferOutput<typeof CallsPage>;

export const CallsFound = v.strictObject({
  ...CallsPage.entries,
  /** Of all calls, found or not. */
  known: Natural,
  /** Words of the notes that begin with `#`, without the sign: those on most of them first. */
  tags: v.array(v.string()),
  /** How many calls each day of the PBX's calendar has, newest first. */
  days: v.array(
    v.strictObject({
      /** `yyyy-mm-dd`. */
      day: v.string(),
      count: Natural,
    }),
  ),
});
export type CallsFound = v.InferOutput<typeof CallsFound>;

/** A call with a recording, by its place in the list. */
const RecordedSpot = v.strictObject({
  id: v.string(),
  index: Natural,
  /** Its recordings. */
  parts: Natural,
});
export type RecordedSpot = v.InferOutput<typeof RecordedSpot>;

/** Letters of a note that is typed. Two notes that become one may be longer, and so may one that is being made shorter again. */
export const longestNote = 2_000;
export const longestKeptNote = 4 * longestNote;

/** What became of the notes in a file. */
export const NotesTaken = v.strictObject({
  added: Natural,
  /** Stand under what was written here. */
  extended: Natural,
  /** Were here already. */
  known: Natural,
  /** Not taken: not readable, too old, too long, too many, or of a number that was forgotten. */
  left: Natural,
});
export type NotesTaken = v.InferOutput<typeof NotesTaken>;

export const RecordedAround = v.strictObject({
  /** In time, whatever the order of the list. */
  previous: v.nullable(RecordedSpot),
  next: v.nullable(RecordedSpot),
  /** Of its day, from morning to evening. */
  day: v.array(RecordedSpot),
  /** How many recordings there are in the whole list. */
  list: Natural,
});
export type RecordedAround = v.InferOutput<typeof RecordedAround>;
export const daySpans = ['day', 'week', 'month'] as const;
export type DaySpan = (typeof daySpans)[number];

const DayFigures = v.strictObject({
  calls: Natural,
  /** By the user, or by whom they called. */
  answered: Natural,
  missed: Natural,
  talkedSeconds: v.number(),
  longestSeconds: v.number(),
  /** Of some calls the PBX does not tell when the other end answered: no more was talked than this. */
  atMost: v.boolean(),
});
export type DayFigures = v.InferOutput<typeof DayFigures>;

/** The user's own calls of a day, week or month of the PBX's calendar, beside those of the one before. Moments by this computer's clock. */
export const MyDay = v.strictObject({
  from: v.number(),
  beforeFrom: v.number(),
  now: DayFigures,
  before: DayFigures,
  /** All calls are known from this moment on; `null`: it is not known yet since when. */
  knownFrom: v.nullable(v.number()),
});
export type MyDay = v.InferOutput<typeof MyDay>;

export const CallsStatus = v.strictObject({
  working: v.boolean(),
  /** The computer has a network, as far as it knows. */
  online: v.boolean(),
  /** Why the last look failed. */
  failure: v.nullable(Failure),
  /** When the PBX last told all it had, by this computer's clock. */
  upTo: v.nullable(v.number()),
  /** The list is complete from this moment on. */
  completeFrom: v.nullable(v.number()),
  /** It holds as many calls as are kept, or as old ones: older ones are not, however far back it looks. */
  full: v.boolean(),
  /** Moments whose calls the PBX does not give in full. */
  incomplete: v.array(v.number()),
  /** What is to be done, as many as it has rows: callers who were missed, and other calls with a reminder. */
  toDo: Natural,
  /** All calls are known among which there may be some; `false`: there may be more, and the PBX is still asked for them. */
  toDoWhole: v.boolean(),
  /** The PBX's clock minus this computer's, in milliseconds; 0 where it is not known. */
  skew: v.number(),
});
export type CallsStatus = v.InferOutput<typeof CallsStatus>;
