/**
 * A short number that begins with a zero, in two parts: to a spreadsheet digits alone are a figure, which loses its zero. The second part never
 * has three digits, or it were thousands in some countries.
 */
export function parted(number: string): string {
  if (!/^0\d{1,6}$/.test(number)) return number;
  const at = number.length < 4 || number.length === 5 ? 1 : 2;
  return `${number.slice(0, at)} ${number.slice(at)}`;
}

/** The same as one word again. */
export function joined(cell: string): string {
  const word = cell.replace(' ', '');
  return parted(word) === cell ? word : cell;
}
