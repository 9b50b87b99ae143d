import { expect, it } from 'vitest';
import { lookEvery, watchClock } from '../../../app/desktop/clock-watch.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';

const minute = 60_000;
const hour = 60 * minute;

function watched() {
  const clock = createVirtualClock(0);
  let [offset, slept, times] = [Date.UTC(2026, 10, 23), 0, 0];
  watchClock({
    now: () => clock.now() + slept + offset,
    uptime: () => clock.now() + slept,
    timer: clock.timer,
    set: () => {
      times += 1;
    },
  });
  return {
    pass: clock.advance,
    setBy: (ms: number) => {
      offset += ms;
    },
    sleep: (ms: number) => {
      slept += ms;
    },
    told: () => times,
  };
}

it.each([-7 * hour, 7 * hour, -2 * minute, 2 * minute, -365 * 24 * hour, 20 * 365 * 24 * hour])(
  'tells once that the clock was set by %i ms, soon, also after a sleep',
  async (ms) => {
    const { setBy, sleep, pass, told } = watched();
    await pass(hour);
    setBy(ms);
    await pass(lookEvery);
    expect(told()).toBe(1);
    await pass(hour);
    sleep(8 * hour);
    setBy(-ms);
    await pass(lookEvery);
    expect(told()).toBe(2);
    await pass(24 * hour);
    expect(told()).toBe(2);
  },
);

it('tells of no sleep, and of no clock that is pulled right', async () => {
  const { setBy, sleep, pass, told } = watched();
  for (let look = 0; look < 1_000; look++) {
    setBy(look % 2 ? 900 : -400);
    sleep(look % 10 ? 0 : 3 * hour);
    await pass(lookEvery);
  }
  expect(told()).toBe(0);
});
