import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { isListening } from './is-listening.ts';
import type { Issued } from './issue.ts';

export const base = 'dc=example,dc=com';
export const reader = { dn: `cn=reader,${base}`, password: 'b1nd s3cret (*)' } as const;

/** Of somebody, values by attribute. */
export type Entry = Readonly<Record<string, string | readonly string[]>>;

export interface Slapd {
  readonly ldap: string;
  readonly ldaps: string;
  close(): Promise<void>;
}

interface Wanted {
  readonly people: readonly Entry[];
  /** For TLS; without one there is none. */
  readonly certificate?: Issued;
  /** Whoever has not signed in may read as well. */
  readonly open?: boolean;
  /** With the schema of Debian, by which nobody is found by a part of `ipPhone`, or of what else only Active Directory has. */
  readonly asDebian?: boolean;
  /** More lines of the configuration of its database. */
  readonly more?: readonly string[];
}

/** As Active Directory searches them: texts, in which a space or a dash counts. */
const activeDirectory = [
  'ipPhone',
  'otherTelephone',
  'otherMobile',
  'otherIpPhone',
  'company',
  'department',
].map(
  (name, at) =>
    `attributetype ( 1.3.6.1.4.1.99999.1.${at} NAME '${name}' EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )`,
);

/** The real slapd of Debian, with people as Active Directory has them. Nobody who has not signed in reads them. */
export async function startSlapd(folder: string, wanted: Wanted): Promise<Slapd> {
  const { people, certificate, open = false, asDebian = false, more = [] } = wanted;
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text, { mode: 0o600 });
    return path.join(folder, name);
  };
  mkdirSync(path.join(folder, 'db'));
  const conf = file(
    'slapd.conf',
    [
      ...['core', 'cosine', 'nis', 'inetorgperson', ...(asDebian ? ['msuser'] : [])].map(
        (name) => `include /etc/ldap/schema/${name}.schema`,
      ),
      ...(asDebian ? [] : activeDirectory),
      `pidfile ${folder}/pid\nargsfile ${folder}/args\nmodulepath /usr/lib/ldap\nmoduleload back_mdb`,
      ...(certificate
        ? [
            `TLSCertificateFile ${file('server.crt', certificate.cert)}`,
            `TLSCertificateKeyFile ${file('server.key', certificate.key)}`,
          ]
        : []),
      `database mdb\nsuffix "${base}"\nrootdn "cn=admin,${base}"\nrootpw admin\ndirectory ${folder}/db\nmaxsize 268435456`,
      // As Active Directory: more than so many only a page at a time.
      'limits * size.soft=1000 size.hard=1000 size.pr=1000 size.prtotal=unlimited',
      ...more,
      `access to attrs=userPassword by anonymous auth`,
      `access to * by ${open ? '*' : 'users'} read`,
      '',
    ].join('\n'),
  );
  const entries = [
    { dn: base, objectClass: ['dcObject', 'organization'], o: 'Example', dc: 'example' },
    {
      dn: reader.dn,
      objectClass: ['person', 'top'],
      cn: 'reader',
      sn: 'reader',
      userPassword: reader.password,
    },
    ...people.map((one, at) => ({
      dn: `uid=${at},${base}`,
      objectClass: ['inetOrgPerson', 'extensibleObject'],
      uid: String(at),
      sn: '-',
      ...one,
    })),
  ];
  const ldif = file('people.ldif', entries.map(written).join('\n'));
  execFileSync('/usr/sbin/slapadd', ['-q', '-f', conf, '-l', ldif], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [plain, secure] = [await freePort(), await freePort()];
  const listens = `ldap://127.0.0.1:${plain}/${certificate ? ` ldaps://127.0.0.1:${secure}/` : ''}`;
  const slapd = spawn('/usr/sbin/slapd', ['-f', conf, '-h', listens, '-d', '0'], { stdio: 'ignore' });
  // A test that fails before its end leaves it running.
  const abandon = () => void slapd.kill('SIGKILL');
  process.once('exit', abandon);
  await listening(plain, () => slapd.exitCode);
  return {
    ldap: `ldap://localhost:${plain}`,
    ldaps: `ldaps://localhost:${secure}`,
    async close() {
      process.off('exit', abandon);
      const ended = once(slapd, 'exit');
      slapd.kill('SIGTERM');
      await ended;
    },
  };
}

/** RFC 2849: in Base64, for what may be in any script. */
function written({ dn, ...more }: { readonly dn: string } & Entry): string {
  const lines = Object.entries(more).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}:: ${Buffer.from(value).toString('base64')}`),
  );
  return `dn:: ${Buffer.from(dn).toString('base64')}\n${lines.join('\n')}\n`;
}

async function listening(port: number, ended: () => number | null): Promise<void> {
  for (;;) {
    if (ended() !== null) throw new Error(`slapd ended with ${ended()}`);
    if (await isListening(port)) return;
    await after(20);
  }
}
