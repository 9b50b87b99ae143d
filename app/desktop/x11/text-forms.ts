import { compoundText } from './compound-text.ts';
import { type Decode, decodedBy } from './decode.ts';

const utf8: Decode = (bytes) => bytes.toString('utf8');
const latin1: Decode = (bytes) => bytes.toString('latin1');
/** Says nothing of its letters: what is no UTF-8 is read as Latin-1, which has the same digits as all others. */
const unsaid: Decode = (bytes) => decodedBy('utf-8')(bytes) ?? latin1(bytes);

export interface TextForm {
  readonly decode: Decode;
  /** It may hold every letter; others have a `?` in the place of those that they lack. */
  readonly isWhole: boolean;
}

/** Text as its owner may give it (ICCCM 2.6.2), the best first. */
export const textForms: ReadonlyMap<string, TextForm> = new Map([
  ['UTF8_STRING', { decode: utf8, isWhole: true }],
  ['text/plain;charset=utf-8', { decode: utf8, isWhole: true }],
  ['text/plain;charset=UTF-8', { decode: utf8, isWhole: true }],
  ['COMPOUND_TEXT', { decode: compoundText, isWhole: true }],
  ['STRING', { decode: latin1, isWhole: false }],
  ['text/plain', { decode: unsaid, isWhole: false }],
  ['TEXT', { decode: unsaid, isWhole: false }],
]);

const withCharset = /^text\/plain *; *charset *= *"?([\w.:+-]{1,40})"?$/i;

/** A form whose name says which letters it is in (RFC 2046); `null`: it does not, and may be no text at all. */
export function formNamed(name: string): TextForm | null {
  const charset = withCharset.exec(name)?.[1];
  return charset === undefined ? null : { decode: decodedBy(charset), isWhole: true };
}
