export interface TextOf {
  readonly text: string;
  /** `false`: some bytes are no text in the encoding that it seems to have, and are lost. */
  readonly whole: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * The text of a file that begins with ASCII, as JSON does. Windows editors put a byte-order mark before it, and its shell writes two bytes for
 * each character, with a mark or without. A script that adds a mark to a file that has one leaves two.
 */
export function textOf(bytes: Uint8Array): TextOf {
  const encoding = encodingOf(bytes);
  const decode = (fatal: boolean) =>
    new TextDecoder(encoding, { fatal }).decode(bytes).replace(/^\ufeff+/, '');
  try {
    return { text: decode(true), whole: true, encoding };
  } catch {
    return { text: decode(false), whole: false, encoding };
  }
}

function encodingOf([first, second]: Uint8Array): TextOf['encoding'] {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
  return first !== 0 && second === 0 ? 'utf-16le' : 'utf-8';
}
