import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../app/words/index.ts';
import { ageOf, troubleOf } from '../../../renderer/screens/calls/trouble.ts';

describe.each(['en', 'th'] as const)('what keeps the list from being fresh, in %s', (language) => {
  const words = wordsFor(language);

  it('is nothing while the PBX answers', () => {
    expect(troubleOf(words, { online: true, failure: null })).toBeNull();
  });

  it('is the missing network, and not a PBX that cannot be reached without one', () => {
    expect(troubleOf(words, { online: false, failure: { code: 'name-not-found' } })).toEqual({
      what: words.calls.offline,
      todo: '',
    });
  });

  it('asks nobody to check the number of a call when the list itself is turned down', () => {
    expect(troubleOf(words, { online: true, failure: { code: 'refused' } })).toEqual(
      words.failure.refused.list,
    );
  });

  it('says whose turn it is: what passes is asked again by itself, the rest is for IT', () => {
    for (const code of ['timed-out', 'no-reply', 'server-error', 'connection-refused'] as const)
      expect(troubleOf(words, { online: true, failure: { code } })?.todo).toMatch(/by itself|ลองใหม่เอง/);
    for (const code of ['unauthorised', 'certificate-expired', 'redirected'] as const)
      expect(troubleOf(words, { online: true, failure: { code } })?.todo).toMatch(/IT|ไอที/);
  });
});

it('tells the age of the list where it is known, and that nothing came only where nothing is shown', () => {
  const words = wordsFor('en');
  const now = new Date(2026, 10, 24, 12).getTime();
  const before = new Date(2026, 10, 24, 9, 5).getTime();
  for (const hasCalls of [true, false]) {
    expect(ageOf(words, before, hasCalls, now)).toBe('This is from 09:05.');
  }
  expect(ageOf(words, null, false, now)).toBe('Nothing could be fetched yet.');
  expect(ageOf(words, null, true, now)).toBe('');
});
