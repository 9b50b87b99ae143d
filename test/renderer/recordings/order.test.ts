import { expect, test } from 'vitest';
import type { RecordedAround, RecordedSpot } from '../../../app/contract/calls.ts';
import { ok } from '../../../app/contract/failures.ts';
import { createOrder } from '../../../renderer/screens/recordings/order.ts';
import { otherSide } from '../bridge.ts';

const spot = (id: string, index: number): RecordedSpot => ({ id, index, parts: 1 });
const [morning, noon, evening] = [spot('morning', 4), spot('noon', 3), spot('evening', 1)];

function list(around: Partial<RecordedAround> = {}) {
  const whole = { previous: morning, next: evening, day: [morning, noon, evening], list: 3, ...around };
  const side = otherSide({ 'calls.recorded': () => ok(whole) });
  const opened: string[] = [];
  const order = createOrder({
    bridge: side.bridge,
    look: () => ({ query: 'q', filter: 'recorded' }),
    open({ id }) {
      opened.push(id);
      order.follow(id);
    },
  });
  return { order, opened, asked: () => side.asked('calls.recorded') };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('the one before and the one after are of the calls that are looked at', async () => {
  const { order, opened, asked } = list();
  order.follow('noon');
  await settled();
  expect(asked()).toEqual([{ query: 'q', filter: 'recorded', call: 'noon' }]);
  order.next();
  await settled();
  order.previous();
  await settled();
  expect(opened).toEqual(['evening', 'morning']);
});

test('a day is played from its morning to its evening, and then no more', async () => {
  const { order, opened } = list();
  order.follow('noon');
  order.playDay();
  await settled();
  expect(order.day.value).toEqual({ number: 1, of: 3 });
  expect(order.goOn()).toBe(true);
  expect(order.goOn()).toBe(true);
  expect(order.day.value).toEqual({ number: 3, of: 3 });
  expect(order.goOn()).toBe(false);
  expect(order.day.value).toBeNull();
  expect(opened).toEqual(['morning', 'noon', 'evening']);
});

test('who goes elsewhere in the day goes on from there; elsewhere at all ends it', async () => {
  const { order, opened } = list();
  order.follow('noon');
  order.playDay();
  await settled();
  order.follow('noon');
  expect(order.day.value).toEqual({ number: 2, of: 3 });
  order.goOn();
  expect(opened).toEqual(['morning', 'evening']);
  order.follow('of another day');
  expect(order.day.value).toBeNull();
  order.follow(null);
  expect(order.goOn()).toBe(false);
});

test('without anything around there is nowhere to go', async () => {
  const { order, opened } = list({ previous: null, next: null, day: [] });
  order.follow('noon');
  order.next();
  order.previous();
  order.playDay();
  await settled();
  expect(opened).toEqual([]);
  expect(order.day.value).toBeNull();
});
