import * as v from 'valibot';

/** What the profile's files hold, for the sentence that says what could not be read. */
export const keptThings = [
  'settings',
  'favourites',
  'contacts',
  'notes',
  'calls',
  'attempts',
  'forgotten',
  'reminders',
  'directory',
] as const;

/** A file of the profile could not be read, or not all of it. */
export const Damage = v.strictObject({
  what: v.picklist(keptThings),
  /** The name that it has now; `null`: it could not be put aside, and nothing is written over it. */
  aside: v.nullable(v.string()),
});
export type Damage = v.InferOutput<typeof Damage>;
