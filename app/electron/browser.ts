import { shell } from 'electron';
import { mayBeOpened } from '../policies/outside.ts';

/** Opens an address in the system's browser. The only place that does; rejects where there is none, or the address is not to be opened. */
export async function browse(address: string): Promise<void> {
  if (!mayBeOpened(address)) throw Object.assign(new Error('not to be opened'), { code: 'REFUSED' });
  await shell.openExternal(address);
}
