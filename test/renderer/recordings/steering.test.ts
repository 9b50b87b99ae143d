import { expect, test } from 'vitest';
import { createSound } from '../../../renderer/screens/recordings/sound.ts';
import { createSteering } from '../../../renderer/screens/recordings/steering.ts';

/** A sound of ten seconds that plays: this DOM has an element without a player, whose clock a test sets. */
function playing() {
  const element = document.createElement('audio');
  const state = { at: 0, paused: false };
  const own = (name: string, get: () => unknown, set?: (value: number) => void) =>
    Object.defineProperty(element, name, { get, ...(set && { set }) });
  own(
    'currentTime',
    () => state.at,
    (value) => {
      state.at = value;
    },
  );
  own('paused', () => state.paused);
  own('seeking', () => false);
  own('duration', () => 10);
  element.play = async () => undefined;
  const sound = createSound(element);
  const steering = createSteering(sound);
  return {
    sound,
    steering,
    state,
    at(place: number) {
      state.at = place;
      element.dispatchEvent(new Event('timeupdate'));
      return state.at;
    },
    end() {
      state.at = 10;
      element.dispatchEvent(new Event('ended'));
      return state.at;
    },
  };
}

test('silences are skipped while they are to be, and what that saves is told', () => {
  const { steering, at, state } = playing();
  steering.know(
    [
      [1, 3],
      [6, 7.5],
    ],
    10,
  );
  expect(steering.saves.value).toBe(3.5);
  expect(at(1.2)).toBe(1.2);
  steering.setSkips(true);
  expect(at(0.9)).toBe(0.9);
  expect(at(1.2)).toBe(3);
  expect(at(3.01)).toBe(3.01);
  expect(at(6)).toBe(7.5);
  state.paused = true;
  expect(at(1.5)).toBe(1.5);
});

test('what is skipped in one recording is not skipped in the next', () => {
  const { steering, at } = playing();
  steering.setSkips(true);
  steering.know([[1, 3]], 10);
  steering.clear();
  expect(steering.saves.value).toBeNull();
  expect(at(1.5)).toBe(1.5);
});

test('a loop goes round between two places, until it is let go', () => {
  const { sound, steering, at } = playing();
  sound.seek(2);
  steering.nextLoop();
  expect(steering.loop.value).toEqual({ from: 2, to: null });
  sound.seek(2.1);
  steering.nextLoop();
  expect(steering.loop.value?.to).toBeNull();
  sound.seek(4);
  steering.nextLoop();
  expect(steering.loop.value).toEqual({ from: 2, to: 4 });
  at(3.9);
  expect(at(4.1)).toBe(2);
  steering.nextLoop();
  at(3.9);
  expect(at(4.1)).toBe(4.1);
});

test('a loop to the end of the recording begins anew', () => {
  const { sound, steering, at, end } = playing();
  sound.seek(7);
  steering.nextLoop();
  sound.seek(10);
  steering.nextLoop();
  at(9.8);
  expect(end()).toBe(7);
});

test('the second place of a loop may be the earlier one', () => {
  const { sound, steering } = playing();
  sound.seek(6);
  steering.nextLoop();
  sound.seek(3);
  steering.nextLoop();
  expect(steering.loop.value).toEqual({ from: 3, to: 6 });
});

test.each([
  ['all of it is silent', [[0, 10]], 'all'],
  ['there is a click, and nothing else', [[0.4, 10]], 'all'],
  [
    'there are two',
    [
      [0, 4.5],
      [5, 10],
    ],
    'all',
  ],
  ['somebody says a word', [[1.2, 10]], 8.8],
  ['nothing is silent', [], 0],
] as const)(
  'where %s, skipping says what it does, and never ends a recording without a word',
  (_, silences, saves) => {
    const { steering, at } = playing();
    steering.setSkips(true);
    steering.know(
      silences.map(([from, to]): [number, number] => [from, to]),
      10,
    );
    expect(steering.saves.value).toBe(saves);
    expect(at(2)).toBe(saves === 8.8 ? 10 : 2);
  },
);

function looped(from: number, to: number) {
  const opened = playing();
  opened.steering.goTo(from);
  opened.steering.nextLoop();
  opened.steering.goTo(to);
  opened.steering.nextLoop();
  expect(opened.steering.loop.value).toEqual({ from, to });
  return opened;
}

test.each([
  [1.9, false],
  [2, true],
  [3, true],
  [4, true],
  [4.1, false],
  [9, false],
])('a place within a loop keeps it, and one outside lets it go and says so: %d', (place, isKept) => {
  const { steering, at, state } = looped(2, 4);
  steering.goTo(place);
  expect(state.at).toBe(place);
  expect(steering.loop.value !== null).toBe(isKept);
  expect(steering.hasLeftLoop.value).toBe(!isKept);
  if (isKept) return;
  at(3.9);
  expect(at(4.1)).toBe(4.1);
  steering.nextLoop();
  expect(steering.hasLeftLoop.value).toBe(false);
});

test.each([
  ['a loop that ends in a silence ends where it begins', [3, 6], 3.1, 2],
  ['a silence in the middle of a loop is skipped', [2.5, 3.5], 2.6, 3.5],
  ['a loop of nothing but silence is heard', [1, 6], 3, 3],
] as const)('%s', (_, [from, to], place, goes) => {
  const { steering, at } = looped(2, 4);
  steering.setSkips(true);
  steering.know([[from, to]], 10);
  expect(at(place)).toBe(goes);
  expect(steering.loop.value).toEqual({ from: 2, to: 4 });
});
