import { describe, expect, it } from 'vitest';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import { writeRow } from '../../../app/cdr/rows.ts';
import type { CdrRow } from '../../pbx/cdr.ts';
import { fc } from '../../support/property.ts';
import { bangkok, callRows, everything, phone, shownTo, trunk } from './rows-of.ts';

const people: Readonly<Record<string, string>> = {
  101: 'Somchai Testa',
  102: 'Malee Testa',
  103: 'สมหญิง ทดสอบ',
};
const customer = '0898765433';
const customerName = 'ACME Ltd';
/** The customer's end of the company's line, which somebody inside called. */
const line = 'PJSIP/trunk-0000000c';

const named = (number: string, name: string) => ({
  src: number,
  cnum: number,
  cnam: name,
  clid: `"${name}" <${number}>`,
});
/** The colleague 101 calls the customer. */
const calls = { ...named('101', people[101] ?? ''), channel: phone('101'), dst: customer, dstchannel: line };
/** What the PBX writes of the customer from then on. */
const inherited = { ...named(customer, people[101] ?? ''), channel: line, at: '20' };
const rings = (extension: string) => ({
  dst: extension,
  dst_cnam: people[extension] ?? '',
  dstchannel: phone(extension, '0000000d'),
});
const local = (name: string, half: 1 | 2) => `Local/${name}@from-internal-00000001;${half}`;

/** Ways in which a call comes to 103, at whose end is a customer whom a colleague called. */
const kinds: Readonly<Record<string, readonly (CdrRow & { readonly at?: string })[]>> = {
  'blind transfer': [calls, { ...inherited, ...rings('103') }],
  'blind transfer to a phone that nobody picks up, and on to the next': [
    calls,
    { ...inherited, ...rings('102') },
    { ...inherited, ...rings('103'), at: '40' },
  ],
  'attended transfer': [
    calls,
    { ...named('101', people[101] ?? ''), channel: phone('101', '0000000e'), ...rings('103'), at: '10' },
    { ...inherited, ...rings('103') },
  ],
  'ring group': [
    calls,
    { ...inherited, dst: '300', dstchannel: local('RG-300-103', 1), dcontext: 'ext-group' },
    { ...inherited, channel: local('RG-300-103', 2), ...rings('103') },
  ],
  queue: [
    calls,
    { ...inherited, dst: '600', lastapp: 'Queue', dstchannel: local('103', 1), dcontext: 'ext-queues' },
    { ...inherited, channel: local('103', 2), ...rings('103'), dcontext: 'from-queue' },
  ],
  'follow-me': [
    calls,
    { ...inherited, dst: '102', dstchannel: local('FMPR-103', 1) },
    { ...inherited, channel: local('FMPR-103', 2), ...rings('103') },
  ],
  'forwarded by another colleague': [
    calls,
    {
      ...inherited,
      dst: '102',
      dst_cnam: people[102] ?? '',
      dstchannel: phone('103', '0000000d'),
      lastdata: 'PJSIP/103,20',
    },
  ],
  ...Object.fromEntries(
    ['PJSIP/99101-0000000b', 'PJSIP/101_app-0000000b', 'SIP/0004f2abcdef-0000000b', 'DAHDI/5-1', ''].map(
      (channel) => [
        `from the colleague's other phone ${channel}`,
        [
          { ...calls, channel },
          { ...inherited, ...rings('103') },
        ],
      ],
    ),
  ),
  "from a phone that shows the company's number": [
    { ...calls, ...named('021110000', people[101] ?? '') },
    { ...inherited, ...rings('103') },
  ],
  ...Object.fromEntries(
    [
      'Sales:Somchai Testa',
      'Q1 - Somchai Testa',
      'SOMCHAI  TESTA',
      '101 Somchai Testa',
      ' somchai testa',
    ].map((name) => [
      `as ${name}`,
      [calls, { ...inherited, cnam: name, clid: `"${name}" <${customer}>`, ...rings('103') }],
    ]),
  ),
  'cut at fifteen characters': [
    { ...calls, ...named('101', 'Somchai Testanakorn') },
    { ...inherited, cnam: 'Somchai Testana', clid: '', ...rings('103') },
  ],
  'as the name in clid alone': [calls, { ...inherited, cnam: '', cnum: '', ...rings('103') }],
  'as cnam alone': [
    { ...calls, clid: '' },
    { ...inherited, clid: '', ...rings('103') },
  ],
};

const withoutLink = (rows: readonly CdrRow[]) => rows.map(({ linkedid: _, ...rest }) => rest);
const cdrOf = () => createCdrStore({ extension: '103', agentId: null }, bangkok, everything);

describe("a customer never bears a colleague's name", () => {
  it.each(Object.entries(kinds))('%s, in whatever order, replies and runs the rows come', (_kind, given) => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...given.keys()], { minLength: given.length, maxLength: given.length }),
        fc.integer({ min: 1, max: given.length }),
        fc.boolean(),
        fc.boolean(),
        (order, at, linked, forgets) => {
          const rows = callRows({}, ...given);
          const sent = order.map((index) => rows[index] ?? {});
          const cdr = cdrOf();
          for (let from = 0; from < sent.length; from += at) {
            const reply = sent.slice(from, from + at);
            cdr.take(linked ? reply : withoutLink(reply));
            // Of one call without a `linkedid` only the rows that come together hang together.
            if (forgets && linked) cdr.forgetOthers();
          }
          const kept = cdr.rows().map(writeRow);
          const next = cdrOf();
          next.take(kept);
          for (const call of [...cdr.calls(), ...next.calls()]) {
            if (call.party.number === customer)
              expect(call.party.name ?? '').not.toMatch(/somchai|malee|สมหญิง/i);
          }
          expect(cdr.calls().some(({ party }) => party.number === customer)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('nor by a call of hers that is noticed before the row that tells whose name it is', () => {
    const [first, second] = callRows({}, calls, { ...inherited, ...rings('103') });
    const cdr = cdrOf();
    cdr.take([second ?? {}]);
    expect(cdr.calls()[0]?.party).toEqual({ number: customer, name: 'Somchai Testa' });
    const { calls: changed } = cdr.take([first ?? {}]);
    expect(changed.map(({ party }) => party)).toEqual([{ number: customer, name: null }]);
    // The same rows once more change nothing.
    expect(cdr.take([first ?? {}, second ?? {}])).toEqual({ calls: [], gone: [] });
  });

  it('nor on a line that bears the number which a customer calls, where the same call tells whose name it is', () => {
    const rows = callRows({}, calls, { ...inherited, did: '021110101', ...rings('103') });
    for (const order of [rows, rows.toReversed()]) expect(shownTo('103', order)[0]?.party.name).toBeNull();
  });

  it('nor where another call of the colleague tells whose name it is, at another time', () => {
    const [, second] = callRows({}, calls, { ...inherited, ...rings('103') });
    const cdr = cdrOf();
    cdr.take([second ?? {}]);
    cdr.forgetOthers();
    const elsewhere = callRows(
      {},
      { ...named('101', people[101] ?? ''), channel: phone('101'), ...rings('102') },
    );
    expect(cdr.take(elsewhere).calls.map(({ party }) => party)).toEqual([{ number: customer, name: null }]);
  });
});

describe('a name that is their own stays', () => {
  const comesIn = { ...named(customer, customerName), did: '021110101', channel: trunk };
  it.each<[string, readonly (CdrRow & { at?: string })[]]>([
    ['a call from outside', [{ ...comesIn, ...rings('103') }]],
    [
      'handed on by a colleague',
      [
        { ...comesIn, ...rings('101') },
        { ...comesIn, did: '', ...rings('103'), at: '20' },
      ],
    ],
    [
      'from a queue',
      [
        { ...comesIn, dst: '600', lastapp: 'Queue', dstchannel: local('103', 1) },
        { ...comesIn, did: '', channel: local('103', 2), ...rings('103') },
      ],
    ],
    ['in another spelling', [{ ...comesIn, did: '', src: '+66898765433', ...rings('103') }]],
  ])('%s', (_what, rows) => {
    const [call] = shownTo('103', callRows({}, ...rows));
    expect(call?.party.name).toBe(customerName);
  });

  it("a colleague's own, beside their extension, and from their telephone at home", () => {
    const rows = [
      ...callRows({}, { ...named('101', people[101] ?? ''), channel: phone('101'), ...rings('103') }),
      ...callRows({}, { ...comesIn, ...named('0811111111', people[101] ?? ''), ...rings('103') }),
    ];
    expect(shownTo('103', rows).map(({ party }) => party.name)).toEqual(['Somchai Testa', 'Somchai Testa']);
  });

  it.each([
    ['another number', { ...named(customer, customerName), src: '101', channel: phone('101') }],
    ['a number in place of a name', named(customer, '+66 89 876 5433')],
    ['an extension in place of a name', named(customer, '101')],
  ])('but not one of %s', (_what, columns) => {
    const [call] = shownTo('103', callRows({}, { channel: line, ...columns, ...rings('103') }));
    expect(call?.party.name).toBeNull();
  });

  it('but not that of the colleague to whom a call went afterwards', () => {
    const rows = callRows(
      {},
      {
        ...named('103', people[103] ?? ''),
        channel: phone('103'),
        ...rings('101'),
        dstchannel: phone('102', '0000000d'),
        lastdata: 'PJSIP/102,20',
      },
      { ...named('102', people[102] ?? ''), channel: phone('102', '0000000d'), ...rings('101'), at: '20' },
    );
    expect(shownTo('103', rows)[0]?.party).toEqual({ number: '102', name: null });
  });
});
