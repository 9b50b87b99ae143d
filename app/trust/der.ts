/** One value of DER: X.690 §8.1. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
}

/** The values that follow each other. Throws where they are cut. */
export function readDer(bytes: Buffer): Der[] {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes.readUInt8(at);
    const first = bytes.readUInt8(at + 1);
    const more = first < 0x80 ? 0 : first & 0x7f;
    const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
    const begin = at + 2 + more;
    const end = begin + length;
    if (end > bytes.length) throw new RangeError('DER is cut');
    found.push({ tag, content: bytes.subarray(begin, end) });
    at = end;
  }
  return found;
}

/** What is inside the first of them. */
export const inside = (bytes: Buffer): Der[] => readDer(readDer(bytes)[0]?.content ?? Buffer.alloc(0));
