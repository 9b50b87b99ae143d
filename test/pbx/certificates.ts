import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'certificates');

/** Test material, made once; `certificates/README.md` says what each is. */
export const certificateNames = ['self-signed', 'signed-by-test-ca', 'expired', 'other-name'] as const;
export type CertificateName = (typeof certificateNames)[number];

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

export function testCertificate(name: CertificateName): ServerCertificate {
  return { cert: read(`${name}.crt`), key: read(`${name}.key`) };
}

/** What a client has to trust for `signed-by-test-ca`, and would for the two that it must turn down all the same. */
export function testAuthority(): string {
  return read('test-ca.crt');
}

/** The same, where a program is to find it. */
export const testAuthorityFile = path.join(folder, 'test-ca.crt');

function read(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}
