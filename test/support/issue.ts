import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A certificate with its key, as PEM. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
}

export interface Wanted {
  readonly subject: string;
  /** Itself, where none is given. */
  readonly by?: Issued;
  /** `DNS:localhost`, `IP:127.0.0.1`. */
  readonly names?: readonly string[];
  /** May vouch for others; a number: for so many authorities below it. */
  readonly authority?: boolean | number;
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
  readonly digest?: 'sha1' | 'sha256';
  /** With whose key, in place of a new one. */
  readonly keyOf?: Issued;
  /** Bits of an RSA key, in place of one on P-256. */
  readonly rsa?: number;
  /** Further extensions, as OpenSSL's configuration writes them. */
  readonly extensions?: readonly string[];
}

const day = 24 * 60 * 60 * 1_000;
const moment = (days: number) =>
  `${new Date(Date.now() + days * day).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;

/** Made by OpenSSL while the test runs, so that none expires in the checkout. */
export function issue(wanted: Wanted): Issued {
  const { subject, by, names = [], authority = false, from = -10, to = 300, digest = 'sha256', rsa } = wanted;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'issue-'));
  const at = (name: string) => path.join(folder, name);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const kind = rsa === undefined ? ['ec', 'ec_paramgen_curve:P-256'] : ['rsa', `rsa_keygen_bits:${rsa}`];
    if (wanted.keyOf) writeFileSync(at('key.pem'), wanted.keyOf.key);
    else openssl('genpkey', '-algorithm', kind[0] ?? '', '-pkeyopt', kind[1] ?? '', '-out', 'key.pem');
    if (by) {
      writeFileSync(at('ca.pem'), by.cert);
      writeFileSync(at('ca.key'), by.key);
    }
    writeFileSync(at('index'), '');
    writeFileSync(
      at('config'),
      [
        '[req]\ndistinguished_name = dn\n[dn]\n[ca]\ndefault_ca = this\n[this]',
        `new_certs_dir = ${folder}\ndatabase = ${at('index')}\nrand_serial = yes\npolicy = any\nunique_subject = no`,
        '[any]\ncommonName = supplied\n[extensions]',
        authority === false
          ? 'basicConstraints = critical,CA:FALSE'
          : `basicConstraints = critical,CA:TRUE${authority === true ? '' : `,pathlen:${authority}`}\nkeyUsage = critical,keyCertSign,cRLSign`,
        'subjectKeyIdentifier = hash',
        ...(names.length === 0 ? [] : [`subjectAltName = ${names.join(',')}`]),
        ...(wanted.extensions ?? []),
      ].join('\n'),
    );
    openssl(
      'req',
      '-new',
      '-key',
      'key.pem',
      '-subj',
      `/CN=${subject}`,
      '-config',
      'config',
      '-out',
      'request',
    );
    const signer = by ? ['-cert', 'ca.pem', '-keyfile', 'ca.key'] : ['-selfsign', '-keyfile', 'key.pem'];
    openssl(
      ...[
        'ca',
        '-batch',
        '-config',
        'config',
        '-extensions',
        'extensions',
        '-notext',
        '-in',
        'request',
        ...signer,
      ],
      ...['-md', digest, '-startdate', moment(from), '-enddate', moment(to), '-out', 'cert.pem'],
    );
    return { cert: readFileSync(at('cert.pem'), 'utf8'), key: readFileSync(at('key.pem'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
