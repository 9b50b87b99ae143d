import * as v from 'valibot';
import { Line } from './bounds.ts';

export const favouriteId = Line(60);

/** A number that a person keeps under a name. */
export const Favourite = v.strictObject({
  id: favouriteId,
  /** As it was typed: what goes into `dial.call`. */
  number: Line(100),
  name: Line(80),
  display: v.string(),
});
export type Favourite = v.InferOutput<typeof Favourite>;

export const favouriteInput = { number: Line(100), name: Line(80) };
export const Favourites = v.array(Favourite);
