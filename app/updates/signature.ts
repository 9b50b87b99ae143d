import { createPublicKey, verify } from 'node:crypto';

/**
 * `keys`: one, or several of which any does; each the line between the two of `openssl pkey -pubout`. `signature`: base64 of what `openssl pkeyutl -sign -rawin` makes.
 */
export const isSignedBy = (keys: string | readonly string[], text: string, signature: string): boolean =>
  [keys].flat().some((key) => isSignedByOne(key, text, signature));

function isSignedByOne(key: string, text: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
