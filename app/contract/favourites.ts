import * as v from 'valibot';
import { Line } from './bounds.ts';
import { longest } from './contacts.ts';

export const favouriteId = Line(60);

/** A number of a person's phone book that they pinned. */
export const Favourite = v.strictObject({
  id: favouriteId,
  /** As it was typed: what goes into `dial.call`. */
  number: Line(longest.number),
  name: Line(longest.name),
  display: v.string(),
});
export type Favourite = v.InferOutput<typeof Favourite>;

export const favouriteInput = { number: Line(longest.number), name: Line(longest.name) };
export const Favourites = v.array(Favourite);
