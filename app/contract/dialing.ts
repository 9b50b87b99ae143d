import * as v from 'valibot';
import { Failure } from './failures.ts';

/** From where a number reaches the dialler. How far each is trusted is a table: `app/dialing/trust.ts`. */
export const waysIn = [
  'pad',
  'redial',
  'call-back',
  'favourite',
  'contact',
  'colleague',
  'tray',
  'notice',
  'hotkey',
  'link',
  'command-line',
] as const;

export type WayIn = (typeof waysIn)[number];

/**
 * Why it is not sure that a text means this number to be called.
 *
 * - `labelled`: what stands before or behind it does not say that it is a telephone number (`Locker 0812345678`);
 * - `neighbour`: a number, or digits, beside it were dropped, so it may not be the one that is meant;
 * - `unlisted`: the numbering plan does not know it (`tel:5551234`).
 */
export const doubts = ['labelled', 'neighbour', 'unlisted'] as const;
export type Doubt = (typeof doubts)[number];

/** Why a number is asked about, beside where it came from. */
export const askReasons = [
  'again',
  'again-unknown',
  'emergency',
  'premium',
  'international',
  ...doubts,
] as const;

/** Whose number it is, as far as this desk knows; left out where nobody knows. */
const name = v.optional(v.string());

export const AskedNumber = v.strictObject({
  display: v.string(),
  name,
  /** Where they work, as far as that is known. */
  company: v.optional(v.string()),
  /** Which of their numbers it is, as it was labelled: `mobile`. */
  label: v.optional(v.string()),
  /** Stood behind the number (`ext. 12`): shown, and not dialled. */
  extension: v.nullable(v.string()),
  /** Where it stood, if two places were looked at. */
  origin: v.nullable(v.picklist(['marked', 'clipboard'])),
  reasons: v.array(v.picklist(askReasons)),
});
export type AskedNumber = v.InferOutput<typeof AskedNumber>;

/** What is marked. `text`: the beginning of it. `nothing`: it was, and is not any more. */
export const Marked = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: v.string() }),
  v.strictObject({ kind: v.literal('unreadable') }),
  v.strictObject({ kind: v.literal('nothing') }),
]);
export type Marked = v.InferOutput<typeof Marked>;

export const DialState = v.variant('kind', [
  v.strictObject({ kind: v.literal('idle') }),
  v.strictObject({
    kind: v.literal('asking'),
    /** Goes back with `dial.confirm`: what is confirmed is this question, never a number that came later. */
    question: v.string(),
    from: v.picklist(waysIn),
    /** With several the person chooses: as they stand in the text, those that are not sure last. Never empty. */
    numbers: v.array(AskedNumber),
    /** What is marked, where there is no number in it and these are what was copied before. */
    marked: v.nullable(Marked),
    /**
     * Milliseconds for which the question takes no "yes", and again after each key that comes too early: it was meant
     * for what was there before.
     */
    armsAfter: v.number(),
    /** In a window of its own: nobody pressed a button of the page for it. */
    apart: v.boolean(),
  }),
  v.strictObject({
    kind: v.literal('calling'),
    display: v.string(),
    name,
    extension: v.nullable(v.string()),
  }),
  v.strictObject({
    kind: v.literal('placed'),
    display: v.string(),
    name,
    extension: v.nullable(v.string()),
    /** The PBX's `msg`, plain text, bounded; empty where it said nothing. */
    message: v.string(),
  }),
  /** `display` is empty where there was no number: nothing to call in a clipboard. */
  v.strictObject({ kind: v.literal('failed'), display: v.string(), name, failure: Failure }),
]);
export type DialState = v.InferOutput<typeof DialState>;
export type Question = Extract<DialState, { kind: 'asking' }>;

/** The question before a call, in words: what the small window shows, which has no words of its own. */
export const QuestionTexts = v.strictObject({
  title: v.string(),
  /** Who asks, where it was not the person at the desk just now; or what there is to choose. */
  lead: v.nullable(v.string()),
  numbersFound: v.string(),
  numbers: v.array(
    v.strictObject({
      name: v.nullable(v.string()),
      company: v.nullable(v.string()),
      display: v.string(),
      /** Beside it, where there are several. */
      aside: v.string(),
      /** Why it is asked about, and what is left to dial. */
      notes: v.array(v.string()),
    }),
  ),
  call: v.string(),
  cancel: v.string(),
});
export type QuestionTexts = v.InferOutput<typeof QuestionTexts>;

/** For the window that asks. */
export const QuestionView = v.strictObject({
  question: v.string(),
  armsAfter: v.number(),
  language: v.string(),
  theme: v.picklist(['system', 'light', 'dark']),
  texts: QuestionTexts,
});
export type QuestionView = v.InferOutput<typeof QuestionView>;

/** One call placed, or tried, from this computer. */
export const Attempt = v.strictObject({
  id: v.string(),
  /** Milliseconds since 1970, this computer's clock. */
  at: v.number(),
  display: v.string(),
  /** As it was first dialled: what goes back into `dial.call` to call it again. */
  number: v.string(),
  /** Is keyed once they answer; left out where there is none. */
  extension: v.optional(v.string()),
  from: v.picklist(waysIn),
  /** `interrupted`: the program ended between asking and the answer. */
  outcome: v.picklist(['placed', 'failed', 'unknown', 'interrupted']),
  failure: v.nullable(Failure),
  /** The PBX's `msg` on a call that it took. */
  message: v.optional(v.string(), ''),
  /** Whom the person chose, where the number alone would say somebody else. Whether they still have it is for who reads it. */
  name,
});
export type Attempt = v.InferOutput<typeof Attempt>;

/** The one that was called last, and whose number it is. */
export const LastAttempt = v.strictObject({ ...Attempt.entries, name });
export type LastAttempt = v.InferOutput<typeof LastAttempt>;
