/** Somebody of the phone book or the company's directory. */
export interface KnownPerson {
  readonly name: string;
  readonly company: string;
  readonly nickname?: string | undefined;
  /** What else the directory calls them, in another script say. */
  readonly also?: string | undefined;
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
}
