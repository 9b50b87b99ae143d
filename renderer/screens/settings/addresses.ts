import { addresses, baseName, isOfHost } from '../../../app/contract/hosts.ts';

/** Whether people can stand below such a name in LDAP. */
export const isBaseName = (name: string): boolean => new RegExp(`^${baseName}$`).test(name);

/** Whether an address of that kind can be one. */
export function isAddress(kind: keyof typeof addresses, address: string): boolean {
  // That no encryption is meant is for IT to say.
  if (kind === 'web' && !address.startsWith('https:')) return false;
  return new RegExp(`^${addresses[kind]}$`).test(address) && isOfHost(address);
}
