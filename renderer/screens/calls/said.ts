import type { Failure } from '../../../app/contract/failures.ts';

/** What is said above the list, of what was done or was not. */
export type Said =
  | 'saved'
  | 'forgotten'
  | 'forgotten-this-run'
  /** Of what is looked for there is nothing on a day (`yyyy-mm-dd`). */
  | { readonly about: 'day'; readonly day: string; readonly isAll: boolean }
  | { readonly about: 'table' | 'note' | 'number' | 'done' | 'reminder'; readonly failure: Failure }
  | { readonly about: 'done'; readonly who: string; readonly change: string };
