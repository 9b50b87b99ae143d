import * as v from 'valibot';

/** Where people are known from, those first whom the person at the desk trusts most. `recent`: numbers of calls. */
export const peopleSources = ['favourite', 'contact', 'colleague', 'recent'] as const;
export type PeopleSource = (typeof peopleSources)[number];

/** A number that may be meant. Somebody with several stands in a list once with each. */
export const PersonMatch = v.strictObject({
  /** Empty where there is none. */
  name: v.string(),
  /** What friends and colleagues say; left out for none. */
  nickname: v.optional(v.string()),
  company: v.string(),
  /** Goes into the number field. */
  number: v.string(),
  /** The same for every spelling of the number, and another for each extension behind it. */
  reached: v.string(),
  /** Is keyed once they answer. */
  extension: v.nullable(v.string()),
  display: v.string(),
  /** Which of somebody's numbers it is, as they labelled it; empty for no label. */
  label: v.string(),
  source: v.picklist(peopleSources),
  /** When the user last called it, in milliseconds since 1970 by this computer's clock; `null`: nobody knows. */
  at: v.nullable(v.number()),
});
export type PersonMatch = v.InferOutput<typeof PersonMatch>;

export const PeopleFound = v.strictObject({
  /** Best first. */
  matches: v.array(PersonMatch),
  /** Whose number it is that is typed whole. */
  whose: v.array(PersonMatch),
});
export type PeopleFound = v.InferOutput<typeof PeopleFound>;
