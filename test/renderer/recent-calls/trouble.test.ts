import { describe, expect, it } from 'vitest';
import { troubleOf } from '../../../renderer/screens/recent-calls/trouble.ts';
import { wordsFor } from '../../../renderer/words/index.ts';

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
    expect(troubleOf(words, { online: true, failure: { code: 'refused' } })).toEqual(words.calls.refused);
  });

  it('gives advice only where there is something to do', () => {
    const { what, todo } = words.failure['connection-refused'];
    expect(troubleOf(words, { online: true, failure: { code: 'connection-refused' } })).toEqual({
      what,
      todo,
    });
    expect(troubleOf(words, { online: true, failure: { code: 'server-error' } })?.todo).toBe('');
  });
});
