import tls from 'node:tls';
import { byName, certificatesIn, type SystemStore, systemStore } from './system-store.ts';

/**
 * Whom this computer trusts, for connections that Chromium does not make: on Linux the system's list (`files`); elsewhere the same as Node
 * reads it, where it can, and the one that comes with Node.
 */
export function storeWithoutChromium(files: readonly string[]): SystemStore {
  if (files.length > 0) return systemStore(files);
  // Node 22.15; Electron 25 has an older one.
  const own = typeof tls.getCACertificates === 'function' ? tls.getCACertificates('system') : [];
  const all = byName(certificatesIn([...own, ...tls.rootCertificates].join('\n')));
  return { named: (subject) => all.get(subject) ?? [] };
}
