/** One of the two places where a number may stand. */
export type Place = 'marked' | 'clipboard';

/** What stands in a place. `unreadable`: a picture, a form of text that is not read, a program that does not answer, or nobody knows. */
export type Reading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable' };

export interface Readings {
  readonly marked: Reading;
  readonly clipboard: Reading;
  /** Grows with whatever is marked or copied, in the order in which it is; `null` where the system does not tell. */
  readonly order: Readonly<Record<Place, number>> | null;
}
