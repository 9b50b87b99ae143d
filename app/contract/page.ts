import * as v from 'valibot';
import { Line, Natural } from './bounds.ts';
import { CallQuery } from './calls.ts';
import { contactId } from './contacts.ts';
import { Failure } from './failures.ts';

/** What is on the screen of a page that is let go, so that the next one shows it again. Nothing that is asked for by itself, and no secret. */
export const PageState = v.strictObject({
  screen: v.picklist(['dialPad', 'recentCalls', 'contacts', 'settings']),
  favourites: v.boolean(),
  /** The notice that another way to authenticate was taken is put away. */
  switchRead: v.boolean(),
  /** The number box, as `renderer/screens/dialing/number-field.ts` has it. */
  number: v.strictObject({ shown: Line(200), start: Natural, end: Natural }),
  extension: v.nullable(Line(100)),
  outcome: v.nullable(v.strictObject({ display: Line(300), failure: Failure })),
  calls: v.strictObject({
    ...CallQuery,
    details: v.nullable(Line(300)),
    /** The row at the top, and how far it is scrolled out. */
    place: v.nullable(
      v.strictObject({ id: Line(300), index: Natural, offset: v.pipe(v.number(), v.finite()) }),
    ),
  }),
  contacts: v.strictObject({ query: Line(200), opened: v.nullable(contactId) }),
  ruleTrial: Line(100),
});
export type PageState = v.InferOutput<typeof PageState>;
