/**
 * Digits that begin with a zero, as the cell of a table in text: a spreadsheet takes them for a figure and the zero away. A blank of no width
 * before them makes them text, and is not seen; who reads them back takes it away, as out of all that people type.
 */
export const zeroKept = (text: string): string => (/^0\d+$/.test(text) ? `\u200b${text}` : text);
