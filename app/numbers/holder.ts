/** One of those who have a number. */
export interface NumberHolder {
  readonly name: string;
  /** Where they work; `null` where nobody knows. */
  readonly company: string | null;
  /** Which of their numbers it is; `null` where nobody says. */
  readonly label: string | null;
}
