import { describe, expect, it } from 'vitest';
import { askEvery, watchNetwork } from '../../../app/desktop/network-watch.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';

function watched(online: boolean) {
  const clock = createVirtualClock(0);
  const told: boolean[] = [];
  let is = online;
  let asked = 0;
  const { look } = watchNetwork(
    () => {
      asked += 1;
      return is;
    },
    clock.timer,
    (now) => told.push(now),
  );
  return {
    told,
    look,
    asked: () => asked,
    pass: clock.advance,
    turn: (now: boolean) => {
      is = now;
    },
  };
}

describe('watching the network', () => {
  it('tells at first how it is, and then of each change once', async () => {
    for (const online of [true, false]) {
      const { told, turn, pass } = watched(online);
      expect(told).toEqual([online]);
      turn(!online);
      await pass(5 * askEvery.online);
      turn(online);
      await pass(5 * askEvery.online);
      expect(told).toEqual([online, !online, online]);
    }
  });

  it('sees that the network is back sooner than that it went', async () => {
    const { told, turn, pass } = watched(true);
    turn(false);
    await pass(askEvery.online);
    turn(true);
    await pass(askEvery.offline);
    expect(told).toEqual([true, false, true]);
  });

  it('looks at once when something suggests a change, and goes on from there with one question at a time', async () => {
    const { told, turn, look, pass, asked } = watched(true);
    turn(false);
    for (let i = 0; i < 3; i++) look();
    expect(told).toEqual([true, false]);
    turn(true);
    look();
    const before = asked();
    await pass(3 * askEvery.online);
    expect(asked() - before).toBe(3);
    expect(told).toEqual([true, false, true]);
  });
});
