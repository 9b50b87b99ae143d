import type { PeopleSource } from '../contract/people.ts';

/** Somebody who may be meant, wherever they are known from. */
export interface Person {
  readonly source: PeopleSource;
  /** Empty where there is none. */
  readonly name: string;
  readonly nickname?: string | undefined;
  readonly company: string;
  /** What else they are found by and not called: what the PBX says, where the person at the desk says something else. */
  readonly also: string;
  readonly numbers: readonly PersonNumber[];
  /** Called last, in milliseconds since 1970; `null` where nobody knows. */
  readonly at: number | null;
}

export interface PersonNumber {
  /** As it goes into the number field. */
  readonly number: string;
  /** `mobile`, or whatever it was called; empty for nothing. */
  readonly label: string;
}
