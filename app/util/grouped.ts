/** The longest extension that a PBX has; what is longer is read in groups. */
const longestExtension = 7;

/** A number as people write it. Those that are numbers to a spreadsheet too, and lose nothing by it, may be; an extension is one word. */
export function grouped(text: string): string {
  const [, plus = '', digits = ''] = /^(\+?)(\d+)$/.exec(text) ?? [];
  const isSafe = plus === '' && !digits.startsWith('0') && digits.length < 12;
  if (digits.length <= longestExtension || isSafe) return text;
  const ends = [digits.length - 7, digits.length - 4];
  const parts = [0, ...ends].map((from, at) => digits.slice(from, ends[at]));
  return plus + parts.join(' ');
}
