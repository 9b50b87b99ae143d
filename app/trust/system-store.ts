import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** Where Linux systems keep all authorities that they trust in one file: Debian and its kin, Fedora and RHEL, SUSE, Alpine. */
const bundles: readonly string[] = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Elsewhere Chromium reads the system's list by itself. */
export const trustedOn = (platform: NodeJS.Platform): readonly string[] =>
  platform === 'linux' ? bundles : [];

export interface SystemStore {
  /** By the name of whom they vouch for. */
  readonly named: (subject: string) => readonly X509Certificate[];
}

/**
 * Whom the system trusts. Chromium reads its own list and the user's, and on Linux not the system's, where `update-ca-certificates` puts
 * a company's. By its place alone: a variable that named another file would be anybody's. Read again where it has changed.
 */
export function systemStore(files: readonly string[]): SystemStore {
  let read: { readonly stamp: string; readonly byName: ReadonlyMap<string, X509Certificate[]> } | null = null;

  function now(): ReadonlyMap<string, X509Certificate[]> {
    for (const file of files) {
      const stat = statSync(file, { throwIfNoEntry: false });
      if (!stat?.isFile()) continue;
      const stamp = `${file} ${stat.mtimeMs} ${stat.size} ${stat.ino}`;
      if (read?.stamp !== stamp)
        read = { stamp, byName: byName(certificatesIn(readFileSync(file, 'latin1'))) };
      return read.byName;
    }
    return new Map();
  }

  return {
    named(subject) {
      try {
        return now().get(subject) ?? [];
      } catch {
        // Not to be read: nobody more is trusted.
        return [];
      }
    },
  };
}

/** Those in a text of PEM that can be read. `TRUSTED CERTIFICATE` is another format, with conditions of its own. */
export function certificatesIn(pem: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  return found.flatMap((one) => {
    try {
      return [new X509Certificate(one)];
    } catch {
      return [];
    }
  });
}

export function byName(all: readonly X509Certificate[]): Map<string, X509Certificate[]> {
  const found = new Map<string, X509Certificate[]>();
  for (const one of all) found.set(one.subject, [...(found.get(one.subject) ?? []), one]);
  return found;
}
