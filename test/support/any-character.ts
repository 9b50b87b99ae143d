import { fc } from './property.ts';

const surrogates = 0x800;
const beforeThem = 0xd800;

/**
 * Any character there is, as fast-check's own `unit: 'binary'`. That one makes a table of all million of them first, in
 * every test file: seconds, of which the property itself takes a hundredth.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - surrogates }).map(
  (n) => String.fromCodePoint(n < beforeThem ? n : n + surrogates),
  (character) => {
    const point = typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1;
    if (point < 0 || String.fromCodePoint(point) !== character) throw new Error('no single character');
    return point < beforeThem ? point : point - surrogates;
  },
);
