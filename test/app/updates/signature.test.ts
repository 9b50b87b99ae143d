import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedBy } from '../../../app/updates/signature.ts';

const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return { key, by: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64') };
};
const [old, next, stranger] = [pair(), pair(), pair()];

describe('a feed is taken', () => {
  it('from any of the keys that IT names, while one takes the place of another', () => {
    for (const { by } of [old, next]) {
      expect(isSignedBy([old.key, next.key], 'version: 1', by('version: 1'))).toBe(true);
      expect(isSignedBy([old.key, next.key], 'version: 2', by('version: 1'))).toBe(false);
    }
    expect(isSignedBy(next.key, 'x', next.by('x'))).toBe(true);
  });

  it('from nobody else, nor from a key that was taken out', () => {
    expect(isSignedBy([old.key, next.key], 'x', stranger.by('x'))).toBe(false);
    expect(isSignedBy([next.key], 'x', old.by('x'))).toBe(false);
    expect(isSignedBy([], 'x', old.by('x'))).toBe(false);
    // One that is none costs the others nothing.
    expect(isSignedBy(['?', next.key], 'x', next.by('x'))).toBe(true);
  });
});
