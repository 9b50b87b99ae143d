import { expect, test } from 'vitest';
import type { KnownPerson } from '../../../app/calls/known-person.ts';
import { viewOf } from '../../../app/calls/view.ts';
import { answered, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskIn, hour, minute } from './opened-desk.ts';

const [mobile, office, family, nok] = ['0812345678', '021234567', '029990000', '0898765432'];
const person = (name: string, ...numbers: readonly string[]): KnownPerson => ({
  ...{ name, company: '' },
  numbers: numbers.map((number) => ({ number, label: '' })),
});
const people = [person('วิภา', family, mobile, office), person('สมชาย', family)];

const ten = Date.UTC(2026, 10, 23, 3);
const incoming = (minutes: number, src: string, more = {}) =>
  callRows(
    {},
    {
      ...{ ...customer, src, cnum: src, dst: '101', channel: trunk, dstchannel: phone('101'), ...more },
      at: String(minutes * 60),
    },
  );
const calledBack = (minutes: number, dst: string) =>
  callRows(
    {},
    {
      src: '101',
      cnum: '101',
      dst,
      channel: phone('101'),
      dstchannel: trunk,
      ...answered,
      at: String(minutes * 60),
    },
  );

/** A desk an hour after ten. */
async function deskWith(
  rows: ReturnType<typeof callRows>,
  { folder = temporaryFolder(), now = ten + hour, known = people } = {},
) {
  const opened = await deskIn(folder, now, rows, { people: known });
  opened.desk.set({ open: true });
  await opened.clock.advance(minute);
  const { list, toDo, skew, noteOf } = opened.desk;
  const idOf = (number: string): string =>
    list.all().find(({ party }) => party.number === number)?.id ?? `no call of ${number}`;
  return {
    ...opened,
    folder,
    toDo,
    idOf,
    remind: (number: string, at: number) => toDo.remind(idOf(number), ten + at),
    /** Each row's number, missed calls, and when it reminds, in hours after ten; newest first. */
    rows: () =>
      list
        .toDo()
        .rows.map(({ call, missed, reminders }) => [
          call.party.number,
          missed.length,
          ...reminders.map(({ at }) => (at - ten) / hour),
        ]),
    /** The moment that the row of a call shows, in hours after ten. */
    shownAt(number: string) {
      const call = list.all().find(({ party }) => party.number === number);
      if (call === undefined) throw new Error(number);
      const { reminder } = viewOf(call, {
        ...{ numberOf: (one) => ({ display: one, callable: one }), nameOf: () => null, whoIs: () => null },
        ...{ noteOf, skew: skew(), toDoOf: ({ id }) => list.toDo().rowOf(id) },
      });
      return reminder === null ? null : (reminder - ten) / hour;
    },
  };
}

test("reminders of numbers that turn out to be one person's are in one row, which says the next; each call says its own", async () => {
  const rows = [...incoming(1, mobile), ...incoming(2, office), ...incoming(3, nok)];
  const before = await deskWith(rows, { known: [] });
  before.remind(mobile, 5 * hour);
  before.remind(office, 3 * hour);
  expect(before.rows()).toEqual([
    [nok, 1],
    [office, 1, 3],
    [mobile, 1, 5],
  ]);
  await before.desk.stop();

  const desk = await deskWith(rows, { folder: before.folder });
  expect(desk.rows()).toEqual([
    [nok, 1],
    [office, 2, 3, 5],
  ]);
  expect([desk.shownAt(mobile), desk.shownAt(office), desk.shownAt(nok)]).toEqual([5, 3, null]);
  const done = desk.toDo.done(desk.idOf(mobile));
  expect(desk.rows()).toEqual([[nok, 1]]);
  desk.toDo.undone(done);
  expect(desk.rows()[1]).toEqual([office, 2, 3, 5]);
  desk.toDo.remind(desk.idOf(mobile), null);
  expect(desk.rows()[1]).toEqual([office, 2, 3]);
  await desk.desk.stop();
});

test('a reminder of a call that was answered is in the row of who was missed, and alone where nobody was', async () => {
  const desk = await deskWith([
    ...incoming(1, mobile, answered),
    ...incoming(2, nok, answered),
    ...incoming(3, office),
  ]);
  desk.remind(mobile, 2 * hour);
  desk.remind(nok, 3 * hour);
  expect(desk.rows()).toEqual([
    [office, 1, 2],
    [nok, 0, 3],
  ]);
  await desk.desk.stop();
});

test('a number that several people share reminds of itself alone', async () => {
  const desk = await deskWith([...incoming(1, mobile), ...incoming(2, family)]);
  desk.remind(family, 2 * hour);
  desk.remind(mobile, 3 * hour);
  expect(desk.rows()).toEqual([
    [family, 1, 2],
    [mobile, 1, 3],
  ]);
  await desk.desk.stop();
});

test('what is set from any of their calls changes the one reminder of a person, and takes it away', async () => {
  const desk = await deskWith([...incoming(1, mobile), ...incoming(2, office)]);
  desk.remind(mobile, 2 * hour);
  // The row is of the newer call, and says what reminds of the other one.
  expect(desk.shownAt(office)).toBe(2);
  desk.remind(office, 4 * hour);
  expect(desk.rows()).toEqual([[office, 2, 4]]);
  desk.remind(mobile, 6 * hour);
  expect(desk.rows()).toEqual([[office, 2, 6]]);
  desk.toDo.remind(desk.idOf(office), null);
  expect(desk.rows()).toEqual([[office, 2]]);
  await desk.desk.stop();
});

test('done takes away all of a person, Undo brings all back, and neither touches anybody else', async () => {
  const desk = await deskWith([...incoming(1, mobile), ...incoming(2, office), ...incoming(3, nok)]);
  desk.remind(office, 3 * hour);
  desk.remind(nok, 4 * hour);
  const before = desk.rows();
  const done = desk.toDo.done(desk.idOf(mobile));
  expect(desk.rows()).toEqual([[nok, 1, 4]]);
  desk.toDo.undone(done);
  expect(desk.rows()).toEqual(before);
  await desk.desk.stop();
});

test('once it was told, a call with them on whichever number ends it, over a restart too, and leaves those of others', async () => {
  const rows = [...incoming(1, mobile), ...incoming(2, nok)];
  const first = await deskWith(rows);
  first.remind(mobile, 2 * hour);
  first.remind(nok, 2 * hour);
  await first.desk.stop();
  rows.push(...calledBack(90, office), ...calledBack(150, office), ...incoming(160, mobile));

  const second = await deskWith(rows, { folder: first.folder, now: ten + 3 * hour });
  expect(second.reminded).toHaveLength(2);
  expect(second.rows()).toEqual([
    [mobile, 1],
    [nok, 1, 2],
  ]);
  await second.desk.stop();

  const third = await deskWith(rows, { folder: first.folder, now: ten + 4 * hour });
  expect(third.reminded).toHaveLength(0);
  expect(third.rows()).toEqual([
    [mobile, 1],
    [nok, 1, 2],
  ]);
  await third.desk.stop();
});
