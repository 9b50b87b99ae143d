import { describe, expect, it } from 'vitest';
import type { KnownPerson } from '../../../app/calls/known-person.ts';
import { missedBy, toDoOf } from '../../../app/calls/to-do.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { answered, callRows, customer, phone, shownTo, trunk } from '../cdr/rows-of.ts';
import { callersOf } from './callers-of.ts';

const e164 = (number: string): string => number.replace(/\D/g, '').replace(/^0(?=\d{8,9}$)/, '66');

const missed = (at: number, src = '0812345678', columns = {}) =>
  callRows(
    {},
    {
      ...customer,
      src,
      cnum: src,
      dst: '101',
      channel: trunk,
      dstchannel: phone('101'),
      at: `${at}`,
      ...columns,
    },
  );
const theyCall = (at: number, src = '0812345678') => missed(at, src, answered);
const calledBack = (at: number, dst = '0812345678', columns = {}) =>
  callRows(
    {},
    {
      src: '101',
      cnum: '101',
      dst,
      channel: phone('101'),
      dstchannel: trunk,
      at: `${at}`,
      ...answered,
      ...columns,
    },
  );
const colleagueTakes = (at: number) => [
  ...callRows(
    { ...customer, src: '0812345678', channel: trunk, lastapp: 'Queue', lastdata: '600' },
    { dst: '600', dstchannel: phone('101'), at: `${at}` },
    { dst: '600', dstchannel: phone('102'), at: `${at}`, ...answered },
  ),
];

interface Options {
  readonly from?: number;
  /** Whose calls are marked. */
  readonly done?: readonly string[];
  /** Which calls are marked, by any id. */
  readonly marked?: readonly string[];
  /** Who is in the phone book. */
  readonly people?: readonly KnownPerson[];
  /** Who was chosen for each outgoing call. */
  readonly chose?: string;
}

/** Dialled here, by a name. */
const toldBy = (call: Call, name: string): Call =>
  call.direction === 'outgoing'
    ? {
        ...call,
        attempt: { id: 'a', outcome: 'placed', failure: null, message: '', name, recorded: true },
      }
    : call;

/** Who is still to be called back, and how often they called; newest first. */
function left(
  rows: ReturnType<typeof callRows>,
  { from = 0, done = [], marked = [], people = [], chose }: Options = {},
): string[] {
  const calls = shownTo('101', rows).map((call) => (chose === undefined ? call : toldBy(call, chose)));
  const callers = callersOf(e164, ...people);
  const { left: some } = missedBy(calls, {
    callerOf: callers.of,
    chosenFor: callers.chosenFor,
    keyOf: e164,
    sentFor: (number) => `9${number}`,
    from,
    isDone: (ids) =>
      ids.some((id) => marked.includes(id)) ||
      done.some((number) => calls.some((call) => call.ids === ids && call.party.number === number)),
  });
  return some.map((ofCaller) => `${ofCaller[0]?.party.number} ${ofCaller.length}`);
}

describe('what is to be done', () => {
  it('is who was missed, each caller once, the newest first, in whatever spelling of their number', () => {
    const rows = [
      ...missed(0),
      ...missed(60, '+66812345678'),
      ...missed(120, '0898765432'),
      ...missed(180, '66812345678'),
    ];
    expect(left(rows)).toEqual(['66812345678 3', '0898765432 1']);
  });

  it.each([
    'anonymous',
    'PRIVATE NUMBER',
    'asterisk',
    '0000000000',
    'anonymous@anonymous.invalid',
    's',
    '-',
    'P',
    '',
    ' ',
  ])(
    'is every withheld number by itself, as %s too: they may be two people, and who is answered may be a third',
    (withheld) => {
      const rows = [...missed(0, withheld), ...missed(60, withheld), ...theyCall(90, withheld)];
      expect(left(rows)).toHaveLength(2);
    },
  );

  it('is over for nobody by a call that was dialled to what a withheld number looks like', () => {
    const rows = [...missed(0, '0000000000'), ...calledBack(60, '0000000000')];
    expect(left(rows)).toEqual(['0000000000 1']);
  });

  it.each([
    ['a call back that was answered', calledBack(60)],
    ['one in another spelling', calledBack(60, '+66812345678')],
    ['one with the digit for an outside line', calledBack(60, '90812345678')],
    ['a later call of theirs that was answered', theyCall(60)],
  ])('is over with %s', (_what, later) => {
    expect(left([...missed(0), ...missed(30), ...later])).toEqual([]);
  });

  it.each([
    [
      'a call back that nobody took',
      calledBack(60, '0812345678', { disposition: 'NO ANSWER', billsec: '0' }),
    ],
    ['a call back to a busy number', calledBack(60, '0812345678', { disposition: 'BUSY', billsec: '0' })],
    ['a call before it', calledBack(-60)],
    ['their answered call before it', theyCall(-60)],
    ['a call to somebody else', calledBack(60, '0812345679')],
    ['an answered call of a withheld number', theyCall(60, 'anonymous')],
  ])('stays with %s', (_what, other) => {
    expect(left([...missed(0), ...other])).toEqual(['0812345678 1']);
  });

  it('is over for a call to a queue when a colleague takes the next one, and not for a call to this desk', () => {
    const atQueue = missed(0, '0812345678', { lastapp: 'Queue', lastdata: '600', dst: '600' });
    expect(shownTo('101', colleagueTakes(60)).map(({ result }) => result)).toEqual(['answered-elsewhere']);
    expect(left([...atQueue, ...colleagueTakes(60)])).toEqual([]);
    expect(left([...missed(0), ...colleagueTakes(60)])).toEqual(['0812345678 1']);
  });

  it('is over for whoever is marked done, and for nobody else', () => {
    const rows = [...missed(0), ...missed(60, '0898765432')];
    expect(left(rows, { done: ['0812345678'] })).toEqual(['0898765432 1']);
  });

  it.each([
    ['in the same spelling', '0812345678'],
    ['in another one', '+66812345678'],
  ])('is over for what the PBX tells late of a caller who was marked done later, %s', (_what, number) => {
    const rows = missed(60);
    const marked = shownTo('101', rows).flatMap(({ ids }) => ids);
    expect(left([...missed(0, number), ...rows], { marked })).toEqual([]);
    // And not for a call after it, or of somebody else.
    expect(left([...rows, ...missed(120, number)], { marked })).toEqual([`${number} 1`]);
    expect(left([...missed(0, '0898765432'), ...rows], { marked })).toEqual(['0898765432 1']);
  });

  it('is each call of a withheld number, though a later one is marked done', () => {
    const rows = missed(60, 'anonymous');
    const marked = shownTo('101', rows).flatMap(({ ids }) => ids);
    expect(left([...missed(0, 'anonymous'), ...rows], { marked })).toHaveLength(1);
  });

  it('comes again when somebody who was spoken to calls again and is missed', () => {
    expect(left([...missed(0), ...calledBack(60), ...missed(120)])).toEqual(['0812345678 1']);
  });

  it('is nothing from before the person had a list of it', () => {
    const [call] = shownTo('101', missed(0));
    expect(left(missed(0), { from: (call?.start ?? 0) + 1 })).toEqual([]);
    expect(left(missed(0), { from: call?.start ?? 0 })).toHaveLength(1);
  });
});

const wipha: KnownPerson = {
  name: 'วิภา',
  company: '',
  numbers: [
    { number: '081 234 5678', label: 'mobile' },
    { number: '02 123 4567', label: 'work' },
    { number: '02 555 0000 ext. 12', label: '' },
  ],
};
const somchai: KnownPerson = {
  name: 'สมชาย',
  company: '',
  numbers: [
    { number: '089 876 5432', label: '' },
    { number: '02 999 0000', label: '' },
  ],
};
/** Whose switchboard both have. */
const nok: KnownPerson = {
  name: 'นก',
  company: '',
  numbers: [
    { number: '086 111 2222', label: '' },
    { number: '02 999 0000', label: '' },
  ],
};
const people = [wipha, somchai, nok];

describe('somebody with several numbers', () => {
  const numbers = ['0812345678', '+66812345678', '021234567', '6621234567'];
  const pairs = numbers.flatMap((one) => numbers.map((other) => [one, other] as const));

  it.each(pairs)('who called from %s and from %s is one row', (one, other) => {
    expect(left([...missed(0, one), ...missed(60, other)], { people })).toEqual([`${other} 2`]);
  });

  it.each(pairs)(
    'who was missed from %s is over with a call to %s, by the digit of an outside line too',
    (one, other) => {
      expect(left([...missed(0, one), ...calledBack(60, other)], { people })).toEqual([]);
      expect(left([...missed(0, one), ...theyCall(60, other)], { people })).toEqual([]);
      const home = other.replace(/^[+]?66/, '0');
      expect(left([...missed(0, one), ...calledBack(60, `9${home}`)], { people })).toEqual([]);
      expect(left([...missed(0, one), ...calledBack(-60, other)], { people })).toEqual([`${one} 1`]);
    },
  );

  it.each([
    ['that another person has too', '029990000', '0898765432'],
    ['that an extension stands behind', '025550000', '0812345678'],
  ])('is not known by a number %s: that is a caller by itself', (_what, shared, own) => {
    expect(left([...missed(0, own), ...missed(60, shared)], { people })).toEqual([`${shared} 1`, `${own} 1`]);
    expect(left([...missed(0, own), ...calledBack(60, shared)], { people })).toEqual([`${own} 1`]);
    expect(left([...missed(0, shared), ...calledBack(60, own)], { people })).toEqual([`${shared} 1`]);
    expect(left([...missed(0, shared), ...calledBack(60, shared)], { people })).toEqual([]);
  });

  it.each<[number: string, chose: string, left: string[]]>([
    ['029990000', somchai.name, []],
    ['029990000', nok.name, ['0898765432 1']],
    ['029990000', 'ใครก็ไม่รู้', ['0898765432 1']],
    ['0861112222', somchai.name, ['0898765432 1']],
  ])('who was chosen at a number that others have, %s, was called back: %s', (shared, chose, expected) => {
    const before = [...missed(0, '0898765432'), ...missed(30, shared)];
    const unanswered = { disposition: 'NO ANSWER', billsec: '0' };
    expect(left([...before, ...calledBack(60, shared)], { people, chose })).toEqual(expected);
    expect(left([...before, ...calledBack(60, shared, unanswered)], { people, chose })).toHaveLength(2);
  });

  it('who was two when one of them was marked done is left with what the other had left', () => {
    const later = missed(60, '021234567');
    const marked = shownTo('101', later).flatMap(({ ids }) => ids);
    const rows = [...missed(0), ...missed(30, '6621234567'), ...later];
    const expected = ['0812345678 1'];
    expect(left(rows, { marked })).toEqual(expected);
    expect(left(rows, { people, marked })).toEqual(expected);
  });
});

describe('a reminder', () => {
  const at = (seconds: number): number => (shownTo('101', missed(0))[0]?.start ?? 0) + seconds * 1_000;
  /** What is shown with a reminder of the first of these calls: how many missed, and whether it reminds. */
  function shown(rows: ReturnType<typeof callRows>, due: number, told: boolean, of = 0): string[] {
    const calls = shownTo('101', rows);
    const call = calls.find(({ start }) => start === at(of));
    if (call === undefined) throw new Error('no such call');
    const toDo = toDoOf(calls, [{ at: at(due), told, call }], {
      ...{
        keyOf: e164,
        sentFor: (number) => `9${number}`,
        callerOf: callersOf(e164, ...people).of,
        chosenFor: () => null,
      },
      ...{ from: 0, isDone: () => false, skew: 0 },
    });
    return toDo.rows.map((row) => `${row.call.party.number} ${row.missed.length} ${row.reminders.length}`);
  }

  it.each([
    ['of a missed call', missed(0), ['0812345678 1 1']],
    ['that is over once they were called back', [...missed(0), ...calledBack(120)], []],
    ['that is over once they called and were answered', [...missed(0), ...theyCall(120)], []],
    ['that is over, on whichever of their numbers', [...missed(0), ...calledBack(120, '021234567')], []],
    [
      'that is over, and they were missed again',
      [...missed(0), ...calledBack(120), ...missed(180)],
      ['0812345678 1 0'],
    ],
    [
      'when they were called before it, and were missed since',
      [...missed(0), ...calledBack(30), ...missed(180)],
      ['0812345678 1 1'],
    ],
    [
      'when nobody took the call back',
      [...missed(0), ...calledBack(120, '0812345678', { disposition: 'BUSY', billsec: '0' })],
      ['0812345678 1 1'],
    ],
    ['of an answered call, and they were missed', [...theyCall(0), ...missed(180)], ['0812345678 1 1']],
    [
      'of an answered call, and they were missed from elsewhere',
      [...theyCall(0), ...missed(180, '021234567')],
      ['021234567 1 1'],
    ],
    [
      'of a withheld number, whoever else withholds theirs',
      [...missed(0, 'anonymous'), ...theyCall(180, 'anonymous')],
      ['anonymous 1 1'],
    ],
  ])('%s: one row a person', (_what, rows, expected) => {
    expect(shown(rows, 60, true)).toEqual(expected);
  });

  it('that has not come yet stays when they were spoken to before', () => {
    expect(shown([...missed(0), ...calledBack(120)], 600, false)).toEqual(['0812345678 0 1']);
  });
});
