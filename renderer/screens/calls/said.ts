import type { Failure } from '../../../app/contract/failures.ts';

/** What is said above the list, of what was done or was not. */
export type Said =
  | 'saved'
  | 'forgotten'
  | 'forgotten-this-run'
  /** Of what is looked for there is nothing on a day (`yyyy-mm-dd`). */
  | { readonly about: 'day'; readonly day: string; readonly isAll: boolean }
  | { readonly about: 'table' | 'note' | 'number' | 'done' | 'reminder'; readonly failure: Failure }
  /** Marked one after the other, the last one last: each can be taken back in turn. */
  | { readonly about: 'done'; readonly changes: readonly Marked[] };

/** `call`: that of the row; `who`: as it had them. */
export interface Marked {
  readonly call: string;
  readonly who: string;
  readonly change: string;
}
