import type { checkedFields, FailureCode, FailureOf } from '../contract/failures.ts';

/** One failure, for the person at the desk: what happened, and what to do about it. */
export interface Sentence {
  readonly what: string;
  readonly todo: string;
}

/** Where the PBX is asked for something: what to do about a failure depends on what is on the screen. */
export const stages = ['sign-in', 'dial', 'list', 'recording', 'settings'] as const;
export type Stage = (typeof stages)[number];

type PbxCode = FailureOf<'way' | 'pbx'>;
/** Of a call to a number, empty where none is known; of a phone, likewise. */
type NumberCode = FailureOf<'reply'>;
type PhoneCode = FailureOf<'phone'>;

/** A sentence for each stage of a request to the PBX. */
export type PbxFailureWords = Readonly<
  Record<PbxCode, Readonly<Record<Stage, Sentence>>> &
    Record<NumberCode, (number: string) => Sentence> &
    Record<PhoneCode, (phone: string) => Sentence>
>;

/** A language has a sentence for each code, or it does not compile. */
export type FailureWords = PbxFailureWords &
  Readonly<
    Record<'bad-field', Readonly<Record<(typeof checkedFields)[number], Sentence>>> &
      Record<Exclude<FailureCode, keyof PbxFailureWords | 'bad-field'>, Sentence>
  >;

/** Who is signed in sees neither the address nor the key: it is IT's turn, or the network's. */
export const signedIn = (sentence: Sentence) => ({
  dial: sentence,
  list: sentence,
  recording: sentence,
  settings: sentence,
});

/** In each place the same, because it helps in none of them to look at what was typed. */
export const everywhere = (sentence: Sentence) => ({ 'sign-in': sentence, ...signedIn(sentence) });
