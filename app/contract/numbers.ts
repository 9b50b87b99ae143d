import * as v from 'valibot';
import { Line, Natural } from './bounds.ts';
import { doubts } from './dialing.ts';

export const NumberView = v.strictObject({
  /** Grouped for reading: `081 234 5678`. Empty for empty input. */
  display: v.string(),
  /** May be dialled as it stands. */
  dialable: v.boolean(),
});
export type NumberView = v.InferOutput<typeof NumberView>;

/** A number out of a text. */
export const FoundNumber = v.strictObject({
  /** As it goes into the number field and into `dial.call`. */
  number: v.string(),
  display: v.string(),
  extension: v.nullable(v.string()),
  /** `null`: it is sure. Else it is asked about before it is called. */
  doubt: v.nullable(v.picklist(doubts)),
});
export type FoundNumber = v.InferOutput<typeof FoundNumber>;

/** A number that the right button of the mouse, or the menu key, was pressed on. `opens`: it leads somewhere. `x`, `y`: where, in pixels of the page. */
export const NumberMenu = v.strictObject({
  display: Line(200),
  opens: v.boolean(),
  x: Natural,
  y: Natural,
});
export type NumberMenu = v.InferOutput<typeof NumberMenu>;

export const NumberAct = v.picklist(['call', 'copy', 'openIn']);
export type NumberAct = v.InferOutput<typeof NumberAct>;
