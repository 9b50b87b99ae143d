import { describe, expect, it } from 'vitest';
import type { Step } from '../../../app/contract/calls.ts';
import type { CdrRow } from '../../pbx/cdr.ts';
import { whoTookIt } from '../../pbx/samples.ts';
import { answered, callRows, customer, phone, shownTo, trunk } from './rows-of.ts';
import { byMalee, extensions, type Rows, real, said, whole } from './said-steps.ts';
import { byPbx, far, half, own } from './variants.ts';

/** Nothing is said that the whole does not say: the same, or less of it. */
function isToldBy(part: Step, all: readonly Step[], rows: Rows): boolean {
  // Whoever is said to have answered is shown the call as answered, also where all rows tell how it came to them.
  if (part.kind === 'taken') return shownTo(part.by ?? '', rows).some(({ result }) => result === 'answered');
  // Of several queues, one after the other, the last of which a row is there.
  if (part.kind === 'queue' && part.seconds === null && all.some(({ kind }) => kind === 'queue'))
    return rows.some(({ lastdata }) => String(lastdata).startsWith(`${part.to},`));
  // Said alike, where it is not told to whom.
  if (part.kind === 'transferred' && part.to === null && all.some(({ kind }) => kind === 'sent-on'))
    return true;
  const fits = (some: string | number | null, whole: string | number | null) =>
    some === null || some === whole;
  return all.some(
    ({ kind, by, to, seconds }) =>
      kind === part.kind && fits(part.by, by) && fits(part.to, to) && fits(part.seconds, seconds),
  );
}

/** What rows tell that no call of ours with a real Asterisk had. */
const rarer: readonly (readonly [string, Rows, Readonly<Record<string, readonly string[]>>])[] = [
  [
    'handed to a number outside that was asked before',
    callRows(
      { ...customer, dst: '101', channel: trunk, dstchannel: phone('101'), ...answered },
      {},
      {
        ...{ at: '8', src: '021110000', cnum: '101', did: '', dst: '0899999999' },
        ...{ channel: phone('101', '0000000e'), dstchannel: 'PJSIP/trunk-0000000c', uniqueid: '1.2' },
      },
      { at: '30', dstchannel: 'PJSIP/trunk-0000000c' },
    ),
    { 101: ['Transferred to 0899999999'] },
  ],
  [
    'forwarded to a colleague, who does not answer',
    callRows(
      { ...customer, lastdata: 'Local/102@from-internal/n,15,Ttr' },
      { dst: '101', channel: trunk, dstchannel: half('102', 'from-internal', 3, 1) },
      {
        ...{ did: '', dst: '102', channel: half('102', 'from-internal', 3, 2), dstchannel: phone('102') },
        uniqueid: '1.2',
      },
    ),
    { 101: ['Forwarded to Malee (102)'] },
  ],
  [
    'of a click-to-call, during which two colleagues were asked',
    callRows(
      { src: '101', cnum: '101', disposition: 'ANSWERED', duration: '4', billsec: '4' },
      { ...far, uniqueid: '1.1', duration: '30', billsec: '29' },
      { ...own, uniqueid: '1.2', duration: '30', billsec: '29' },
      ...[1, 2].flatMap((turn) => {
        const to = half(`10${turn + 1}`, 'from-internal', turn + 2, 1);
        const at = String(turn * 5);
        return [
          { at, channel: phone('101'), dstchannel: to, lastapp: 'AppDial', uniqueid: '1.3' },
          {
            ...{ at, dst: `10${turn + 1}`, channel: to.replace(';1', ';2') },
            ...{ dstchannel: phone(`10${turn + 1}`), uniqueid: `1.4${turn}` },
          },
        ];
      }),
    ),
    { 101: [] },
  ],
  [
    'handed to a ring group, after asking there',
    callRows(
      { ...customer, dst: '101', channel: trunk, dstchannel: phone('101'), ...answered },
      {},
      { at: '30', dstchannel: half('300', 'from-internal', 3, 1) },
      ...['102', '103'].map((extension) => ({
        ...{ at: '30', dst: '300', did: '', channel: half('300', 'from-internal', 3, 2) },
        ...{ dstchannel: phone(extension), uniqueid: '1.2' },
        ...(extension === '102' ? {} : { disposition: 'NO ANSWER', billsec: '0' }),
      })),
    ),
    { 101: ['Transferred'] },
  ],
  [
    'to the voicemail in the one row of an older Asterisk',
    callRows(
      { ...customer, dst: '101', channel: trunk, dstchannel: phone('101') },
      { lastapp: 'VoiceMail', lastdata: '101@default,u', ...answered },
    ),
    { 101: [] },
  ],
];

/** One queue after the other, each ringing some phones directly. */
const queues = (...rung: readonly (readonly [queue: string, at: number, phone: string, taken?: true])[]) =>
  callRows(
    { ...customer, channel: trunk, dcontext: 'ext-queues', lastapp: 'Queue' },
    ...rung.map(([name, at, extension, taken], serial) => ({
      ...{ dst: name, lastdata: `${name},tR,,,16`, at: String(at), duration: '9' },
      dstchannel: phone(extension, `000000a${serial}`),
      ...(taken ? answered : {}),
    })),
  );

it.each<[string, Rows, Readonly<Record<string, readonly string[]>>]>([
  [
    'overflowed, and was answered in the second',
    queues(['600', 0, '101'], ['600', 10, '101'], ['700', 20, '101', true]),
    { 101: ['Queue 700'] },
  ],
  [
    'overflowed, and nobody answered',
    queues(['600', 0, '101'], ['700', 20, '101'], ['700', 20, '102']),
    { 101: ['Queue 700'], 102: ['Queue 700'] },
  ],
  [
    'overflowed to other phones',
    queues(['600', 0, '101'], ['600', 0, '102'], ['700', 20, '102', true]),
    { 101: [byMalee, 'Queue 600'], 102: ['Queue 700'] },
  ],
  [
    'overflowed, and a colleague answered',
    queues(['600', 0, '101'], ['700', 20, '101'], ['700', 20, '102', true]),
    { 101: [byMalee, 'Queue 700'], 102: ['Queue 700'] },
  ],
  [
    'went through three, and back',
    queues(['600', 0, '101'], ['700', 10, '101'], ['800', 20, '101'], ['600', 30, '101', true]),
    { 101: ['Queue 600'] },
  ],
])('of several queues, the one is told in which it was answered: it %s', (_, rows, told) => {
  for (const [extension, sentences] of Object.entries(told)) {
    expect(said(extension, rows)).toEqual(sentences);
    expect(said(extension, rows.toReversed())).toEqual(sentences);
  }
});

/** 101 had the caller, who then went on. */
const hadBy101 = (lastapp: string, lastdata: string, dst: string, ...then: readonly CdrRow[]) =>
  callRows(
    { ...customer, channel: trunk },
    { ...answered, dst, dstchannel: phone('101'), lastapp, lastdata },
    ...then,
  );
const at = (seconds: number, extension: string, serial: string, more: CdrRow = {}) => ({
  ...{ at: String(seconds), dst: extension, dstchannel: phone(extension, serial) },
  ...more,
});
const dials = 'PJSIP/101,20,Ttr';
const sentOn = 'Transferred to Malee (102), not answered';

it.each<[string, Rows, string, readonly string[]]>([
  [
    'sent on, not taken there, and missed back here',
    hadBy101('Dial', dials, '102', at(30, '102', 'b1'), at(50, '101', 'b2')),
    'missed',
    [sentOn, 'Rang back here'],
  ],
  [
    'sent on to a busy phone, and missed back here',
    hadBy101(
      'Dial',
      dials,
      '102',
      at(30, '102', 'b1', { disposition: 'BUSY', duration: '0' }),
      at(30, '101', 'b2'),
    ),
    'missed',
    [sentOn, 'Rang back here'],
  ],
  [
    'sent on, not taken there, and taken back here',
    hadBy101('Dial', dials, '102', at(30, '102', 'b1'), at(50, '101', 'b2', answered)),
    'answered',
    [sentOn],
  ],
  [
    'sent on, not taken there, and not back here',
    hadBy101('Dial', dials, '102', at(30, '102', 'b1')),
    'answered',
    [sentOn],
  ],
  [
    'sent on, taken at the second try',
    hadBy101('Dial', dials, '102', at(30, '102', 'b1'), at(50, '102', 'b2', answered)),
    'answered',
    ['Transferred to Malee (102)'],
  ],
  [
    'sent on, missed back here, and taken by a third',
    hadBy101('Dial', dials, '102', at(30, '102', 'b1'), at(50, '101', 'b2'), at(70, '103', 'b3', answered)),
    'answered',
    ['Transferred'],
  ],
  [
    'parked, and missed back here',
    hadBy101(
      ...(['Dial', dials, '101'] as const),
      { ...byPbx, at: '30', dst: '701', lastapp: 'Park', duration: '45', billsec: '45' },
      at(75, '101', 'b2', { dst: 'PJSIP_101', dcontext: 'park-dial' }),
    ),
    'missed',
    ['Parked', 'Rang back here'],
  ],
  [
    'going on after the hanging up, by the queue',
    hadBy101('Queue', '600,tcR,,,16', '600', at(30, '102', 'b1', answered)),
    'answered',
    ['Queue 600'],
  ],
  [
    'going on after the hanging up, by the dialplan',
    hadBy101('Dial', 'PJSIP/101,20,TtrgU(c^g)', '101', at(30, '102', 'b1', answered)),
    'answered',
    [],
  ],
  [
    'transferred, though it might have gone on by itself',
    hadBy101('Dial', 'PJSIP/101,20,Ttrg', '102', at(30, '102', 'b1', answered)),
    'answered',
    ['Transferred to Malee (102)'],
  ],
  [
    'transferred, with an argument that looks like the option',
    hadBy101('Dial', 'PJSIP/101,20,TtU(going)', '101', at(30, '102', 'b1', answered)),
    'answered',
    ['Transferred to Malee (102)'],
  ],
])('a call that 101 had is told as its rows prove it: %s', (_, rows, result, sentences) => {
  for (const some of [rows, rows.toReversed()]) {
    expect(shownTo('101', some).map((call) => call.result)).toEqual([result]);
    expect(said('101', some)).toEqual(sentences);
  }
});

/** With so many rows missing as tell it, it looks like a transfer. */
const parkedForASecond: (typeof rarer)[number] = [
  'parked for a second',
  callRows(
    { ...customer, dst: '101', channel: trunk, dstchannel: phone('101'), ...answered },
    {},
    { ...byPbx, at: '30', lastapp: 'Park', duration: '1', billsec: '1' },
    { at: '31', dstchannel: phone('102') },
    {
      ...{ ...byPbx, at: '31', dst: '71', lastapp: 'ParkedCall', channel: phone('102'), uniqueid: '1.3' },
      ...{ src: '102', cnum: '102', did: '', duration: '0', billsec: '0' },
    },
  ),
  { 101: ['Parked, picked up by Malee (102)'], 102: ['Parked by Somchai (101)'] },
];

const asked = rarer.find(([text]) => text.includes('two colleagues'))?.[1] ?? [];

describe('what became of a rarer call', () => {
  it('that asked colleagues, whose own row is not there', () => {
    expect(said('101', asked.slice(1))).toEqual([]);
    expect(shownTo('101', asked.slice(1))).toHaveLength(1);
  });

  it('that was parked was not transferred, where the row of the parking lot is not there', () => {
    const rows = parkedForASecond[1].filter(({ lastapp }) => lastapp !== 'Park');
    for (const extension of ['101', '102']) expect(said(extension, rows)).toEqual([]);
  });

  it.each([...rarer, parkedForASecond])('%s', (_, rows, told) => {
    for (const [extension, sentences] of Object.entries(told)) {
      expect(said(extension, rows)).toEqual(sentences);
      expect(said(extension, rows.toReversed())).toEqual(sentences);
    }
  });
});

describe('what became of a call that nobody had', () => {
  const took = (at: number) => ({
    ...{ channel: trunk, dst: '101', dstchannel: phone(at % 2 === 0 ? '101' : '102'), ...answered },
    ...{ at: String(at), duration: '1', billsec: '1' },
  });
  const loop = {
    channel: half('101', 'from-internal', 1, 2),
    dstchannel: half('101', 'from-internal', 1, 1),
    ...answered,
  };

  it('is not looked for in thousands of rows', () => {
    const rows = callRows(customer, ...Array.from({ length: 401 }, (_, at) => took(at)));
    expect(said('101', rows)).toEqual([]);
    expect(said('101', rows.slice(0, 3))).not.toEqual([]);
  });

  it('comes to an end where a channel is its own ancestor', () => {
    expect(said('101', callRows({}, loop, { ...loop, at: '1' }, { ...loop, at: '2' }))).toEqual([]);
  });
});

/** Every choice of some of them; of many, one that leaves out few or keeps few. */
function subsets(rows: Rows): Rows[] {
  const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length;
  return Array.from({ length: 2 ** rows.length }, (_, mask) => mask)
    .filter((mask) => rows.length <= 8 || bits(mask) <= 3 || bits(mask) >= rows.length - 2)
    .map((mask) => rows.filter((_row, at) => (mask >> at) & 1));
}

describe('where rows are missing or late, in whatever order', () => {
  it('nothing is told that all of them do not tell', () => {
    const wrong: string[] = [];
    const took = whoTookIt().map((call) => ({ ...call, rows: call.rows.map(whole) }));
    for (const [id, rows] of [...[...real, ...took].map((call) => [call.id, call.rows] as const), ...rarer]) {
      for (const extension of [...extensions, '104']) {
        const all = shownTo(extension, rows).flatMap(({ steps }) => steps);
        for (const some of subsets(rows))
          for (const { steps } of shownTo(extension, some.toReversed()))
            for (const step of steps)
              if (!isToldBy(step, all, rows))
                wrong.push(`${id} for ${extension} of ${some.length} rows: ${JSON.stringify(step)}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });
});
