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
  steering.know([
    [1, 3],
    [6, 7.5],
  ]);
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
  steering.know([[1, 3]]);
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
  // Whoever goes beyond it by hand may.
  expect(at(8)).toBe(8);
  expect(at(8.2)).toBe(8.2);
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
