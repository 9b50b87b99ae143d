/** A row of the CDR table as it arrived: any column may be missing, null, a string or a number. */
export type CdrRecord = Readonly<Record<string, unknown>>;
