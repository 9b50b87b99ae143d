import { X509Certificate } from 'node:crypto';
import { type Issued, issue, type Wanted } from '../../support/issue.ts';

export const names = ['DNS:localhost', 'IP:127.0.0.1'];

const root = issue({ subject: 'Office root', authority: true });
const office = issue({ subject: 'Office', by: root, authority: 0 });

/** A company's authority, and one below it that issues to servers. */
export const authorities = { root, office };

const ofOffice = (wanted: Partial<Wanted> = {}, by: Issued = office): Issued =>
  issue({ subject: 'pbx', names, by, ...wanted });

const authority = (wanted: Partial<Wanted> = {}, by: Issued = root): Issued =>
  issue({ subject: `Authority ${JSON.stringify(wanted).length}`, by, authority: true, ...wanted });

/** A server's certificate with what it presents beside it, and what OpenSSL and this program make of it where the root is trusted. */
export interface Case {
  readonly chain: readonly Issued[];
  /** `null`: trusted. */
  readonly wrong: string | null;
  /** OpenSSL lets it pass all the same: it is asked for less there. */
  readonly passesElsewhere?: true;
}

const below = (wanted: Partial<Wanted>, leaf: Partial<Wanted> = {}): Issued[] => {
  const between = authority(wanted);
  return [ofOffice(leaf, between), between];
};

const constrained = (constraint: string, leaf: Partial<Wanted> = {}) =>
  below({ extensions: [`nameConstraints = critical,${constraint}`] }, leaf);

const onlyDns = { names: ['DNS:localhost'] };
const deep = authority({}, office);
const noAuthority = issue({ subject: 'No authority', by: root });
const renamed = issue({ subject: 'Renamed', by: root, authority: true, keyOf: office });
/** Says not by its key who issued it. */
const unsaid = ['authorityKeyIdentifier = none'];
/** Has the name of the root, and another key. */
const forgedRoot = issue({ subject: 'Office root', authority: true, extensions: unsaid });
const other = issue({ subject: 'Office', authority: true });

export const cases: Readonly<Record<string, Case>> = {
  'a good one': { chain: [ofOffice(), office], wrong: null },
  'a good one, in disorder': { chain: [ofOffice(), other, root, office], wrong: null },
  'one of the root itself': { chain: [ofOffice({}, root)], wrong: null },
  'one with RSA': { chain: [ofOffice({ rsa: 2048 }), office], wrong: null },
  'one for servers': {
    chain: [ofOffice({ extensions: ['extendedKeyUsage = serverAuth,clientAuth'] }), office],
    wrong: null,
  },
  'a wildcard': { chain: [ofOffice({ names: ['DNS:*.test', 'DNS:localhost'] }), office], wrong: null },
  'an expired one': { chain: [ofOffice({ from: -20, to: -5 }), office], wrong: 'certificate-expired' },
  'one that holds later': { chain: [ofOffice({ from: 5 }), office], wrong: 'certificate-not-yet' },
  'one of an authority that has expired': {
    chain: below({ from: -20, to: -5 }),
    wrong: 'certificate-expired',
  },
  'one of an authority that holds later': { chain: below({ from: 5 }), wrong: 'certificate-not-yet' },
  'one for another name': {
    chain: [ofOffice({ names: ['DNS:other.test'] }), office],
    wrong: 'certificate-name',
  },
  'one with its name in the subject alone': {
    chain: [ofOffice({ subject: 'localhost', names: [] }), office],
    wrong: 'certificate-name',
    passesElsewhere: true,
  },
  'one of somebody else': { chain: [ofOffice({}, other), other], wrong: 'certificate-unknown' },
  'one by itself': { chain: [issue({ subject: 'pbx', names })], wrong: 'certificate-unknown' },
  'one without the authority between': { chain: [ofOffice()], wrong: 'certificate-unknown' },
  'one of no authority': { chain: [ofOffice({}, noAuthority), noAuthority], wrong: 'certificate-unknown' },
  'one of an authority too deep below': {
    chain: [ofOffice({}, deep), deep, office],
    wrong: 'certificate-unknown',
  },
  'one signed with SHA-1': {
    chain: [ofOffice({ digest: 'sha1' }), office],
    wrong: 'certificate',
    passesElsewhere: true,
  },
  'one of an authority that is signed with SHA-1': {
    chain: below({ digest: 'sha1' }),
    wrong: 'certificate-unknown',
    passesElsewhere: true,
  },
  'one with a short key': {
    chain: [ofOffice({ rsa: 1024 }), office],
    wrong: 'certificate',
    passesElsewhere: true,
  },
  'one for clients': {
    chain: [ofOffice({ extensions: ['extendedKeyUsage = clientAuth'] }), office],
    wrong: 'certificate',
  },
  'one of an authority for clients': {
    chain: below({ extensions: ['extendedKeyUsage = clientAuth'] }),
    wrong: 'certificate-unknown',
  },
  'one with a demand that nobody knows': {
    chain: [ofOffice({ extensions: ['1.2.3.4 = critical,DER:0500'] }), office],
    wrong: 'certificate',
  },
  'one with a remark that nobody knows': {
    chain: [ofOffice({ extensions: ['1.2.3.4 = DER:0500'] }), office],
    wrong: null,
  },
  'one of an authority for these names': {
    chain: constrained('permitted;DNS:localhost,permitted;IP:127.0.0.0/255.0.0.0'),
    wrong: null,
  },
  'one of an authority for all but others': { chain: constrained('excluded;DNS:other.test'), wrong: null },
  'one of an authority for other names': {
    chain: constrained('permitted;DNS:other.test', onlyDns),
    wrong: 'certificate-unknown',
  },
  'one of an authority for all but this name': {
    chain: constrained('excluded;DNS:localhost', onlyDns),
    wrong: 'certificate-unknown',
  },
  'one of an authority for names of a kind that nobody knows here': {
    chain: constrained('permitted;email:example.com'),
    wrong: 'certificate-unknown',
    passesElsewhere: true,
  },
  'one of an authority under another name': {
    chain: [ofOffice({}, renamed), { ...renamed, cert: office.cert }],
    wrong: 'certificate-unknown',
  },
  'a forged one': { chain: [ofOffice({ extensions: unsaid }, forgedRoot)], wrong: 'certificate-unknown' },
  'one of an authority for other addresses': {
    chain: constrained('permitted;IP:10.0.0.0/255.0.0.0'),
    wrong: 'certificate-unknown',
  },
};

export const read = ({ cert }: Issued): X509Certificate => new X509Certificate(cert);
