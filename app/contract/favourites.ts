import * as v from 'valibot';
import { Line } from './line.ts';

/** A number that a person keeps under a name. */
export const Favourite = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(60)),
  /** As it was typed: what goes into `dial.call`. */
  number: Line(100),
  name: Line(80),
  display: v.string(),
});
export type Favourite = v.InferOutput<typeof Favourite>;

export const favouriteInput = { number: Line(100), name: Line(80) };
export const favouriteId = v.pipe(v.string(), v.maxLength(60));
export const Favourites = v.array(Favourite);
