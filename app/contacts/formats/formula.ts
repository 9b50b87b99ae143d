/** How formulas begin in spreadsheets, in their full-width forms too; behind white space or quotes they are formulas in some. */
const formula = /^[\s"'\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;

/** A name may be `=HYPERLINK(…)`, out of a file that nobody vouches for: an apostrophe makes it text. */
export const safe = (value: string): string => (formula.test(value) ? `'${value}` : value);
