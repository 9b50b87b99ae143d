import { createHash } from 'node:crypto';
import type { Account } from '../pbx/account.ts';

/** Tells one account from another, in files, without naming the PBX. */
export function accountId({ endpoint, extension, agentId }: Account): string {
  const parts = JSON.stringify([endpoint.address, extension, agentId]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

/** The same for whoever is signed in; `null`: nobody is. */
export const ownerId = (current: { readonly account: Account } | null): string | null =>
  current && accountId(current.account);
