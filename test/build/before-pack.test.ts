import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keytarModule } from '../../build/machine/look.ts';
import { macProcessorOf } from '../../build/packing/before-pack.ts';
import { withoutEmptyLink } from '../../build/packing/pack.ts';

const program = (...words: number[]) =>
  Buffer.concat(words.map((word) => Buffer.from(Uint32Array.of(word).buffer)));

it.each([
  ['of an Intel processor', program(0xfeedfacf, 0x01000007, 3), 'x64'],
  ['of an Apple processor', program(0xfeedfacf, 0x0100000c, 0), 'arm64'],
  ['of a processor that nobody packs for', program(0xfeedfacf, 0x00000012, 0), null],
  ['of several processors', program(0xbebafeca, 0x02000000, 7), null],
  ['that is cut', program(0xfeedfacf), null],
  ['that is empty', Buffer.alloc(0), null],
  ['of this system', readFileSync(keytarModule), null],
])('for which processor of macOS a program %s is', (_what, bytes, processor) => {
  expect(macProcessorOf(bytes)).toBe(processor);
});

it('a certificate that is not given is left out, and what it is opened with may be empty', () => {
  const env = { PATH: '/bin', CSC_LINK: '', WIN_CSC_LINK: '', CSC_KEY_PASSWORD: '' };
  expect(withoutEmptyLink(env)).toEqual({ PATH: '/bin', CSC_KEY_PASSWORD: '' });
  expect(withoutEmptyLink({ CSC_LINK: 'MIIK' })).toEqual({ CSC_LINK: 'MIIK' });
});
