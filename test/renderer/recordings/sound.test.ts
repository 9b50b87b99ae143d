import { expect, test } from 'vitest';
import { createSound } from '../../../renderer/screens/recordings/sound.ts';

const quick = 'recording://r0/';
const wav = 'recording://r0/wav';

test('where the first form is not understood the other one is tried, once, and then the sound is broken', () => {
  const sound = createSound();
  sound.load(quick, wav, 3);
  expect(sound.element.src).toBe(quick);
  sound.element.dispatchEvent(new Event('error'));
  expect(sound.element.src).toBe(wav);
  expect(sound.broken.value).toBe(false);
  sound.element.dispatchEvent(new Event('error'));
  expect(sound.broken.value).toBe('unreadable');
});

test('a sound that is put away is not broken', () => {
  const sound = createSound();
  sound.load(quick, null, 0);
  sound.unload();
  sound.element.dispatchEvent(new Event('error'));
  expect(sound.broken.value).toBe(false);
  expect(sound.element.hasAttribute('src')).toBe(false);
});

test('a sound that had begun has stopped, and can be read', () => {
  const sound = createSound();
  Object.defineProperty(sound.element, 'duration', { get: () => 7 });
  sound.load(quick, null, 0);
  sound.element.dispatchEvent(new Event('error'));
  expect(sound.broken.value).toBe('stopped');
});
