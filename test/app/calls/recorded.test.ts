import { expect, test } from 'vitest';
import { recordedAround } from '../../../app/calls/recorded.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { answered, bangkok, callRows, customer, phone, shownTo, trunk } from '../cdr/rows-of.ts';

const hour = 3_600;
/** Hours after ten o'clock, and whether a row names a file. */
const calls = [
  [0, true],
  [1, false],
  [2, true],
  [3, true],
  [20, true],
].flatMap(([at, recorded]) =>
  callRows(
    { ...answered, ...customer, dst: '101', channel: trunk, dstchannel: phone('101') },
    { at: String(Number(at) * hour), recordingfile: recorded === true ? `at-${at}.wav` : '' },
  ),
);
const list: readonly Call[] = shownTo('101', calls);
const at = (hours: number) =>
  list.find(({ start }) => new Date(start).getUTCHours() === (hours + 3) % 24)?.id ?? '';

test('before and after a call stand those with a recording, in time', () => {
  const around = recordedAround(list, at(2), bangkok, 0);
  expect([around.previous?.id, around.next?.id, around.list]).toEqual([at(0), at(3), 4]);
  expect(recordedAround(list, at(1), bangkok, 0)).toMatchObject({
    previous: { id: at(0) },
    next: { id: at(2) },
  });
  expect(recordedAround(list, at(0), bangkok, 0).previous).toBeNull();
  expect(recordedAround(list, at(20), bangkok, 0).next).toBeNull();
});

test('the recordings of its day come in turn, from morning to evening', () => {
  const { day } = recordedAround(list, at(2), bangkok, 0);
  expect(day.map(({ id }) => id)).toEqual([at(0), at(2), at(3)]);
  for (const { id, index } of day) expect(list[index]?.id).toBe(id);
  // By the person's day, whatever the PBX's clock says.
  const shifted = recordedAround(list, at(3), bangkok, 12 * hour * 1_000);
  expect(shifted.day.map(({ id }) => id)).toEqual([at(2), at(3), at(20)]);
});

test('around a call that is not looked at there is nothing', () => {
  expect(recordedAround(list, 'no such call', bangkok, 0)).toEqual({
    previous: null,
    next: null,
    day: [],
    list: 4,
  });
});
