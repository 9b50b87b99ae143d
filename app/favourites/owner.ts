import { createHmac } from 'node:crypto';

/** What tells one person at a PBX from another. */
export interface Owned {
  /** The PBX's address, as `parseEndpoint` reads it. */
  readonly address: string;
  readonly extension: string;
  readonly agentId: string | null;
}

/**
 * The name under which a person's favourites are kept: an HMAC-SHA-256 (RFC 2104) in hex, so that the file tells neither the
 * PBX's address nor who works at this desk. `secret` is this profile's own: the same person at two desks has two names.
 *
 * A call centre's agents share phones and keep their id: theirs are the agent's, everybody else's the extension's.
 * Whether the connection is encrypted does not make it another PBX.
 */
export function ownerKey({ address, extension, agentId }: Owned, secret: string): string {
  const place = address.replace(/^https?:/, '');
  const person = agentId === null ? ['extension', extension] : ['agent', agentId];
  return createHmac('sha256', secret)
    .update(JSON.stringify([place, ...person]))
    .digest('hex');
}
