import { describe, expect, it } from 'vitest';
import { type CdrRow, cdrColumns } from '../../pbx/cdr.ts';
import { moreCalls, sampleCalls } from '../../pbx/samples.ts';
import { tell } from './rows-of.ts';

const whole = (row: CdrRow): CdrRow => Object.fromEntries(cdrColumns.map((name) => [name, row[name] ?? '']));
const calls = [...sampleCalls(), ...moreCalls()].map(({ id, rows }) => ({ id, rows: rows.map(whole) }));
const extensions = ['101', '102', '103'];

type Spell = (row: CdrRow) => Readonly<Record<string, unknown>>;
const each = (row: CdrRow, change: (value: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value ?? '')]));
const anew = (row: CdrRow, from: RegExp, to: string): Record<string, unknown> =>
  each(row, (value) => value.replaceAll(from, to));

/** How else a PBX may write the same rows: by version, driver, back end and setting. */
const spellings: readonly (readonly [how: string, Spell])[] = [
  ['dispositions in lower case', (row) => ({ ...row, disposition: row.disposition?.toLowerCase() })],
  ['dispositions with an underscore', (row) => ({ ...row, disposition: row.disposition?.replace(' ', '_') })],
  ['dispositions in one word', (row) => ({ ...row, disposition: row.disposition?.replace(' ', '') })],
  ['a T in calldate', (row) => ({ ...row, calldate: row.calldate?.replace(' ', 'T') })],
  ['fractions of seconds', (row) => ({ ...row, calldate: `${row.calldate}.123456` })],
  [
    'seconds with fractions',
    (row) => ({ ...row, duration: `${row.duration}.0`, billsec: `${row.billsec}.4` }),
  ],
  ['null for what is empty', (row) => each(row, (value) => (value === '' ? null : value))],
  ['space around all that is not', (row) => each(row, (value) => (value === '' ? '' : ` ${value} `))],
  [
    'integers where they fit',
    (row) => each(row, (value) => (/^[1-9]\d{0,14}$/.test(value) ? +value : value)),
  ],
  ['no unique id', ({ uniqueid: _, ...row }) => row],
  ['no sequence', ({ sequence: _, ...row }) => row],
  ['a sequence of 0 everywhere', (row) => ({ ...row, sequence: '0' })],
  ['no did', ({ did: _, ...row }) => row],
  ['no clid', ({ clid: _, ...row }) => row],
  [
    "the system's name before ids",
    (row) => ({ ...row, uniqueid: `a-${row.uniqueid}`, linkedid: `a-${row.linkedid}` }),
  ],
  ['chan_sip', (row) => anew(row, /PJSIP\//g, 'SIP/')],
  ['IAX2', (row) => anew(row, /PJSIP\//g, 'IAX2/')],
  ['technologies in lower case', (row) => anew(row, /PJSIP\//g, 'pjsip/')],
  ["the company's number as the trunk's name", (row) => anew(row, /([/@])trunk\b/g, '$1021110000')],
];

describe.each(spellings)('calls written with %s', (_, spell) => {
  it('are the same', () => {
    for (const { id, rows } of calls) {
      for (const extension of extensions)
        expect([id, ...tell(extension, rows.map(spell))]).toEqual([id, ...tell(extension, rows)]);
    }
  });
});

describe.each(['11', '2011', '40101'])('extension %s', (first) => {
  it('has the calls that 101 would have', () => {
    const renamed = (text: string): string =>
      text.replaceAll(/(?<![\d.])10([123])(?!\d)/g, (_, digit: string) => String(+first + +digit - 1));
    for (const { id, rows } of calls) {
      const others = rows.map((row) => each(row, renamed));
      for (const extension of extensions) {
        expect([id, ...tell(renamed(extension), others)]).toEqual([
          id,
          ...tell(extension, rows).map(renamed),
        ]);
        expect([id, ...tell(extension, others)]).toEqual([id]);
      }
    }
  });
});

describe('a reply that has its rows twice', () => {
  it('has each call once', () => {
    for (const { id, rows } of calls) {
      for (const extension of extensions)
        expect([id, ...tell(extension, [...rows, ...rows])]).toEqual([id, ...tell(extension, rows)]);
    }
  });
});
