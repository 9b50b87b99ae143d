/** Somebody of the phone book or the company's directory. */
export interface KnownPerson {
  readonly name: string;
  readonly company: string;
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
}
