import { describe, expect, it } from 'vitest';
import type { CdrRow } from '../../pbx/cdr.ts';
import { phone, tell, trunk } from './rows-of.ts';

/** What was done, the rows that it leaves, and what 101, 102 and 103 are to be shown, oldest first. */
export type Variant = readonly [
  text: string,
  rows: readonly CdrRow[],
  sees: Readonly<Record<string, readonly string[]>>,
];

/** Each as every user is shown it, in whatever order its rows come. */
export function areShown(variants: readonly Variant[]): void {
  describe.each(variants)('%s', (_, rows, sees) => {
    it.each(['101', '102', '103'])('is shown to %s as it was, in any order', (extension) => {
      expect(tell(extension, rows)).toEqual(sees[extension] ?? []);
      expect(tell(extension, rows.toReversed())).toEqual(sees[extension] ?? []);
    });
  });
}

/** Parts of rows. */
export const half = (number: string, context: string, serial: number, which: 1 | 2): string =>
  `Local/${number}@${context}-0000000${serial};${which}`;
export const inside = (extension: string) => ({ src: extension, cnum: extension, channel: phone(extension) });
export const dials = (extension: string): string => `PJSIP/${extension},20,Ttr`;
export const byPbx = { dstchannel: '', disposition: 'ANSWERED' } as const;
export const queue = {
  dst: '600',
  dcontext: 'ext-queues',
  lastapp: 'Queue',
  lastdata: '600,tR,,,16',
} as const;
export const group = {
  dst: '300',
  dcontext: 'ext-group',
  lastdata: 'PJSIP/101&PJSIP/102&PJSIP/103,12,Ttr',
} as const;
export const mailbox = (extension: string, letter = 'u') => ({
  ...byPbx,
  lastapp: 'VoiceMail',
  lastdata: `${extension}@default,${letter}`,
  duration: '9',
  billsec: '9',
});
/** In the second in which it began. */
export const atOnce = (seconds: string) => ({
  disposition: 'ANSWERED',
  duration: seconds,
  billsec: seconds,
});

export const outside = {
  src: '021110000',
  cnum: '101',
  dst: '0898765433',
  lastdata: 'PJSIP/0898765433@trunk,8,T',
} as const;
export const mobile = {
  src: '021110000',
  cnum: '',
  dst: '0899999999',
  dstchannel: 'PJSIP/trunk-0000000c',
} as const;

/** A click-to-call that rings 101 through a Local channel, and what it calls then. */
export const own = {
  src: '0898765433',
  cnum: '0898765433',
  dst: '101',
  channel: half('101', 'from-internal', 1, 2),
  dstchannel: phone('101'),
  lastdata: dials('101'),
} as const;
export const far = { ...outside, channel: half('101', 'from-internal', 1, 1), dstchannel: trunk } as const;
