import { Buffer } from 'node:buffer';

/**
 * All but RFC 3986's unreserved characters. `encodeURIComponent` leaves `*` alone, which firewalls in front of a PBX
 * take for a wildcard, and throws on half a surrogate pair; `URLSearchParams` writes a space as `+`.
 */
export function percentEncode(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(byte);
    encoded += /[A-Za-z0-9._~-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}
