/** A file's text, and how its bytes beyond ASCII were meant where it is not in UTF. */
export interface FileText {
  /** In an old encoding: each character is one byte, until somebody says by which table it is read. */
  readonly text: string;
  /** `null`: the text is whole as it is. */
  readonly encoding: string | null;
}

/** The same without what no text has. */
export interface CleanText extends FileText {
  /** So many lines had some of it. */
  readonly damagedLines: number;
}

/**
 * Of what the keyboard of no one writes; line ends and tabs are text. DOS ends a file with one of them, and a crash of Windows with many. The
 * last is what stands for bytes that are no letter.
 */
export const noText = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]|\ufffd/gu;

/** One such character, or the padding of a database, is no reason to turn the rest away. */
export function cleaned({ text, encoding }: FileText): CleanText {
  let end = text.length;
  while (end > 0 && [0, 0x1a].includes(text.charCodeAt(end - 1))) end -= 1;
  const whole = text.slice(0, end);
  const found = new RegExp(noText);
  let damagedLines = 0;
  // From line to line: a line may be nothing else.
  for (; found.lastIndex < end && found.test(whole); damagedLines += 1) {
    const next = whole.indexOf('\n', found.lastIndex);
    found.lastIndex = next < 0 ? end : next;
  }
  return { text: damagedLines === 0 ? whole : whole.replace(noText, ''), encoding, damagedLines };
}

/** By marks at the beginning, then by what the bytes can be. `null`: no text. */
export function textOf(bytes: Uint8Array): FileText | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return whole('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return whole('utf-16be', bytes);
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const inUtf16 = hasMark ? null : utf16Without(bytes);
  if (inUtf16 !== null) return whole(inUtf16, bytes);
  if (isBinary(bytes.subarray(0, 65_536))) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: null };
  } catch {
    return hasMark || isUtf8WithDamage(bytes)
      ? whole('utf-8', bytes)
      : {
          text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
          encoding: oldEncoding(bytes),
        };
  }
}

/** A byte went bad on its way. What is written in an old encoding is bad wherever it is not ASCII. */
function isUtf8WithDamage(bytes: Uint8Array): boolean {
  const beyondAscii = new TextDecoder('utf-8').decode(bytes).replace(/[\0-\x7f]+/g, '');
  const good = beyondAscii.replaceAll('\ufffd', '').length;
  return good > 20 * (beyondAscii.length - good);
}

const whole = (encoding: string, bytes: Uint8Array): FileText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding: null,
});

/** Pictures and programs have one in ten of these. Zeros alone say nothing: some programs fill fields up with them. */
function isBinary(some: Uint8Array): boolean {
  let count = 0;
  for (const byte of some) if ((byte > 0 && byte < 9) || (byte > 13 && byte < 32)) count += 1;
  return count > Math.max(8, some.length / 50);
}

/** Every other byte is zero in what people write with it in the West, and most are in Thai: names of columns, digits, line ends. */
function utf16Without(bytes: Uint8Array): string | null {
  const some = bytes.subarray(0, 1_000 & ~1);
  let [even, odd] = [0, 0];
  for (const [at, byte] of some.entries()) if (byte === 0) at % 2 === 0 ? even++ : odd++;
  if (odd > some.length / 8 && even === 0) return 'utf-16le';
  return even > some.length / 8 && odd === 0 ? 'utf-16be' : null;
}

/** Thai letters stand beside each other, and are bytes from A1 to FB; those of the West stand among ASCII. */
function oldEncoding(bytes: Uint8Array): string {
  let high = 0;
  let besideEachOther = 0;
  for (let at = 1; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0xa1) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0xa1) besideEachOther += 1;
  }
  return besideEachOther > high / 2 ? 'windows-874' : 'windows-1252';
}

/** Bytes, one a character, by the table that is named; by the file's where nobody knows that, or by what they can be. */
export function decoded(raw: string, named: string | null, otherwise: string | null): string {
  const bytes = Buffer.from(raw, 'latin1');
  try {
    return new TextDecoder(named ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(otherwise ?? oldEncoding(bytes)).decode(bytes);
  }
}
