import { Buffer } from 'node:buffer';
import type { Authentication } from '../contract/session.ts';

export interface Credentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** Base64 of the UTF-8 bytes: `btoa` throws on the first Thai letter, and PHP works on bytes. */
export function tokenOf({ apiKey, apiSecret }: Credentials): string {
  return Buffer.from(`${apiKey}:${apiSecret}`, 'utf8').toString('base64');
}

/** What must stand in no log. */
export const secretsOf = (credentials: Credentials): string[] => [
  credentials.apiKey,
  credentials.apiSecret,
  tokenOf(credentials),
];

/** Where a token travels in each of the API's three ways. */
export function tokenPlace(
  way: Authentication,
  token: string,
): {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
} {
  const nowhere = { headers: {}, query: {}, body: {} };
  switch (way) {
    case 'header':
      return { ...nowhere, headers: { Authorization: `Basic ${token}` } };
    case 'query':
      return { ...nowhere, query: { token } };
    case 'body':
      return { ...nowhere, body: { token } };
  }
}
