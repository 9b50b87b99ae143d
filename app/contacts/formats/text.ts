/** A file's text, and how its bytes beyond ASCII were meant where it is not in UTF. */
export interface FileText {
  /** In an old encoding: each character is one byte, until somebody says by which table it is read. */
  readonly text: string;
  /** `null`: the text is whole as it is. */
  readonly encoding: string | null;
}

/** By marks at the beginning, then by what the bytes can be. `null`: no text. */
export function textOf(bytes: Uint8Array): FileText | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return whole('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return whole('utf-16be', bytes);
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const inUtf16 = hasMark ? null : utf16Without(bytes);
  if (inUtf16 !== null) return whole(inUtf16, bytes);
  // No text has one; every other kind of file has some near its beginning.
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: null };
  } catch {
    return hasMark
      ? whole('utf-8', bytes)
      : {
          text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
          encoding: oldEncoding(bytes),
        };
  }
}

const whole = (encoding: string, bytes: Uint8Array): FileText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding: null,
});

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
