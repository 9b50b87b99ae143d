import { describe, expect, it, test } from 'vitest';
import { exportCalls } from '../../../app/calls/export.ts';
import { createNames } from '../../../app/calls/names.ts';
import { personOf } from '../../../app/calls/person.ts';
import { savableOf } from '../../../app/calls/savable.ts';
import { createSearch } from '../../../app/calls/search.ts';
import { viewOf } from '../../../app/calls/view.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { tellMissed } from '../../../app/notices/missed.ts';
import { tellReminders } from '../../../app/notices/reminders.ts';
import { wordsFor } from '../../../app/words/index.ts';
import type { CdrRow } from '../../pbx/cdr.ts';
import { answered, bangkok, callRows, phone, shownTo, trunk } from '../cdr/rows-of.ts';
import { half, mailbox, queue } from '../cdr/variants.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { callersOf } from './callers-of.ts';
import { deskIn, hour, minute } from './opened-desk.ts';

const malee = { name: 'Malee', company: '', numbers: [{ number: '102', label: '' }] };
const who = (number: string): string | null => (number === '102' ? 'Malee' : null);
const names = createNames(who, who, (number) => (number === '102' ? malee : null));
const words = wordsFor('en');
const plain = (number: string) => ({ display: number, callable: number });

const byTrunk = { src: '102', cnum: '102', dst: '101', channel: trunk, dstchannel: phone('101') };
const outsider = { ...byTrunk, did: '021110101' };
const colleague = { ...byTrunk, channel: phone('102') };
const local = half('101', 'from-queue-exten-only', 1, 2);

/** By whatever a row tells it: that it came by the number that was dialled, by a way from outside, by a trunk. */
const fromOutside: Readonly<Record<string, CdrRow[]>> = {
  'by the number that was dialled': callRows(outsider, {}),
  'by the context': callRows({ ...byTrunk, channel: 'DAHDI/1-1', dcontext: 'from-trunk' }, {}),
  'by a trunk that is called like an extension': callRows({ ...outsider, channel: phone('9000') }, {}),
  'through a queue': callRows(
    outsider,
    { ...queue, dstchannel: half('101', 'from-queue-exten-only', 1, 1) },
    { channel: local, did: '' },
  ),
  'to the voicemail': callRows(outsider, {}, { at: '20', dst: 'vmu101', ...mailbox('101') }),
  'sent on by a colleague': callRows(
    outsider,
    { dst: '101', dstchannel: phone('103'), lastdata: 'PJSIP/103,20', ...answered },
    { at: '30' },
  ),
};
const fromInside: Readonly<Record<string, CdrRow[]>> = {
  'by their phone': callRows(colleague, {}),
  'by another phone of theirs': callRows({ ...byTrunk, channel: 'PJSIP/102-mobile-0000000a' }, {}),
  'through a queue': callRows(
    colleague,
    { ...queue, dstchannel: half('101', 'from-queue-exten-only', 1, 1) },
    { channel: local },
  ),
};

const only = (rows: readonly CdrRow[]): Call => shownTo('101', rows)[0] as Call;

/** Each view, and what it says of who calls. */
const said = (call: Call) => {
  const at = {
    ...{ words, numberOf: plain, nameOf: names.of, skew: 0, now: 0, zone: bangkok, listZone: bangkok },
    ...{ callerOf: callersOf((number) => number, malee).of },
    settings: { notifyMissed: true, quietHours: null },
  };
  const notices: unknown[] = [];
  const notify = (...notice: unknown[]) => void notices.push(notice);
  tellMissed([call], { ...at, notify });
  tellReminders([{ call }], { ...at, notify });
  const recorded = {
    ...call,
    recordings: [{ file: 'a.wav', uniqueId: '', src: '', dst: '', calldate: '' }],
  };
  const view = { ...at, whoIs: who, chosen: names.chosen, noteOf: () => '', toDoOf: () => null };
  const search = createSearch({ nameOf: names.of });
  return JSON.stringify([
    ...[viewOf(call, view), savableOf([recorded], at), exportCalls([call], words, bangkok, view), notices],
    search.find([call], 'malee').length > 0 ? 'found as Malee' : '',
    personOf(
      { number: '102' },
      { holdersOf: () => [malee], keyOf: (one) => one, endOf: (one) => one, sentFor: (one) => one },
    ).has(call)
      ? 'on the page of Malee'
      : '',
  ]);
};

describe("who calls from outside with a colleague's extension as their number", () => {
  it.each(Object.entries(fromOutside))('is nowhere named as the colleague, nor called: %s', (_, rows) => {
    const call = only(rows);
    expect(call.party).toMatchObject({ number: '102', presented: 'outside' });
    expect(said(call)).not.toContain('Malee');
    expect(said(call)).toContain('Missed call from 102, from outside');
    expect(said(call)).not.toContain('"callable":"102"');
  });

  it.each(Object.entries(fromInside))('while the colleague is: %s', (_, rows) => {
    const call = only(rows);
    expect(call.party).toEqual({ number: '102', name: null });
    expect(said(call)).toContain('found as Malee');
    expect(said(call)).toContain('on the page of Malee');
  });

  it.each([
    ['by a trunk', callRows(byTrunk, {})],
    [
      'by a trunk and a queue',
      callRows(
        byTrunk,
        { ...queue, dstchannel: half('101', 'from-queue-exten-only', 1, 1) },
        { channel: local },
      ),
    ],
  ])('may be of another office, and is called back, %s, but not named', (_, rows) => {
    const call = only(rows);
    expect(call.party).toMatchObject({ number: '102', presented: 'trunk' });
    expect(said(call)).not.toContain('Malee');
    expect(said(call)).toContain('"callable":"102"');
  });

  it('is called what came with the call, and has a page of their own', () => {
    const call = only(callRows({ ...outsider, cnam: 'Free gift' }, {}));
    expect(names.of(call)).toBe('Free gift');
    const has = (presented?: true) =>
      personOf(
        { number: '102', ...(presented && { presented }) },
        { holdersOf: () => [], keyOf: (one) => one, endOf: (one) => one, sentFor: (one) => one },
      ).has;
    expect([has()(call), has(true)(call), has(true)(only(fromInside['by their phone'] ?? []))]).toEqual([
      ...[false, true, false],
    ]);
  });

  it.each([
    ['12345', 'outside'],
    ['123456', undefined],
    ['1234567', undefined],
  ])('may be a local number where extensions are hardly as long: %s', (src, presented) => {
    expect(only(callRows({ ...outsider, src, cnum: src }, {})).party.presented).toBe(presented);
  });
});

const ten = Date.UTC(2026, 10, 23, 3);
const at = (rows: readonly CdrRow[], minutes: number): CdrRow[] =>
  rows.map((row) => ({ ...row, calldate: bangkok.write(ten + minutes * minute) }));
const missed = callRows(outsider, {});
const talkedTo = callRows({ ...colleague, ...answered }, {});
const called = callRows(
  { src: '101', cnum: '101', dst: '102', channel: phone('101'), dstchannel: phone('102'), ...answered },
  {},
);
const again = callRows({ ...outsider, ...answered }, {});

test.each([
  ['a call of the colleague', talkedTo, 1],
  ['a call to the colleague', called, 1],
  ['their own next call', again, 0],
  ['a call to another office', called, 0, callRows(byTrunk, {})],
])('what they left is dealt with by %s or is not', async (_, later, left, from = missed) => {
  const others = from === missed ? at(callRows(colleague, {}), 1) : [];
  const rows = [...at(from, 0), ...others, ...at(later, 5)];
  const { desk, clock } = await deskIn(temporaryFolder(), ten + hour, rows, { people: [malee] });
  desk.set({ open: true });
  await clock.advance(minute);
  const toDo = desk.list.toDo().rows.map(({ call }) => call.party.presented !== undefined);
  expect(toDo.filter((presented) => presented)).toHaveLength(left);
  expect(toDo.filter((presented) => !presented)).toHaveLength(left === 0 ? others.length : 0);
  await desk.stop();
});

test('what is marked done of one is not of the other', async () => {
  const rows = [...at(callRows(colleague, {}), 0), ...at(missed, 1)];
  const { desk, clock } = await deskIn(temporaryFolder(), ten + hour, rows, { people: [malee] });
  desk.set({ open: true });
  await clock.advance(minute);
  const [newest] = desk.list.toDo().rows;
  desk.toDo.done(newest?.call.id ?? '');
  expect(desk.list.toDo().rows.map(({ call }) => call.party.presented)).toEqual([undefined]);
  await desk.stop();
});

test('a reminder that outlives the list names them no more than their row did', async () => {
  const folder = temporaryFolder();
  const { desk, clock } = await deskIn(folder, ten + hour, at(missed, 0), { people: [malee] });
  desk.set({ open: true });
  await clock.advance(minute);
  const [call] = desk.list.all();
  expect(desk.toDo.remind(call?.id ?? '', ten + 2 * hour).ok).toBe(true);
  await desk.stop();
  const later = await deskIn(folder, ten + 3 * hour, [], { people: [malee], calls: 0 });
  const [row] = later.desk.list.toDo().rows;
  expect(row?.call.party).toEqual({ number: '102', name: null, presented: 'outside' });
  expect(row && names.of(row.call)).toBeNull();
  await later.desk.stop();
});
