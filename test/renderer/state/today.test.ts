import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createToday } from '../../../renderer/state/today.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 27, 22, 30) }));
afterEach(() => void vi.useRealTimers());

const day = (at: number) => new Date(at).getDate();

test('it is another day from midnight on, for somebody who looks on', () => {
  const turned = vi.fn();
  const today = createToday(() => undefined, turned);
  vi.advanceTimersByTime(89 * 60_000);
  expect([day(today.at.value), turned.mock.calls.length]).toEqual([27, 0]);
  vi.advanceTimersByTime(2 * 60_000);
  expect([day(today.at.value), turned.mock.calls.length]).toEqual([28, 1]);
  vi.advanceTimersByTime(24 * 3_600_000);
  expect([day(today.at.value), turned.mock.calls.length]).toEqual([29, 2]);
});

test('a clock that is set to another day is noticed within the hour, or by the next look', () => {
  const turned = vi.fn();
  const today = createToday(() => undefined, turned);
  vi.setSystemTime(new Date(2026, 10, 30, 9));
  vi.advanceTimersByTime(3_600_000);
  expect([day(today.at.value), turned.mock.calls.length]).toEqual([30, 1]);
  vi.setSystemTime(new Date(2026, 11, 2, 9));
  today.look();
  expect(day(today.at.value)).toBe(2);
});

test.each([
  // Of the zone, the first midnight after 27 November 2026, 12:00 UTC.
  ['Asia/Bangkok', Date.UTC(2026, 10, 27, 17)],
  ['America/St_Johns', Date.UTC(2026, 10, 28, 3, 30)],
  ['Asia/Kathmandu', Date.UTC(2026, 10, 27, 18, 15)],
  ['Pacific/Kiritimati', Date.UTC(2026, 10, 28, 10)],
])('it is another day at the midnight of the PBX, wherever the person is: %s', (zone, midnight) => {
  vi.setSystemTime(Date.UTC(2026, 10, 27, 12));
  const turned = vi.fn();
  createToday(() => zone, turned);
  vi.advanceTimersByTime(midnight - Date.now() - 1_000);
  expect(turned).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(turned).toHaveBeenCalledOnce();
});
