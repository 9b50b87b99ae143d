import type { X509Certificate } from 'node:crypto';
import { type Der, inside, readDer } from './der.ts';

/**
 * What of a certificate Node's `X509Certificate` does not tell (RFC 5280 §4). Its bytes were parsed by the TLS library before; what
 * does not fit here throws, and is then not trusted.
 */
export interface MoreOfIt {
  /** The object identifier of what it is signed with, and its parameters, in hexadecimal. */
  readonly signature: { readonly algorithm: string; readonly parameters: string };
  /** Names of critical extensions that nobody here understands. */
  readonly notUnderstood: readonly string[];
  /** How many authorities may stand between this one and a server; `null`: any number. */
  readonly pathLength: number | null;
  readonly constraints: NameConstraints | null;
}

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

/** `kind`: the tag that RFC 5280 §4.2.1.6 gives it. */
export interface GeneralName {
  readonly kind: number;
  readonly value: Buffer;
}

const oid = {
  keyUsage: '551d0f',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  nameConstraints: '551d1e',
  certificatePolicies: '551d20',
  extendedKeyUsage: '551d25',
} as const;
const understood: readonly string[] = Object.values(oid);

const tags = { boolean: 1, integer: 2, octets: 4, extensions: 0xa3 } as const;
const contextual = 0x1f;

export function moreOf({ raw }: X509Certificate): MoreOfIt {
  const [body, algorithm] = inside(raw);
  const parts = readDer(body?.content ?? Buffer.alloc(0));
  const extensions = parts
    .filter(({ tag }) => tag === tags.extensions)
    .flatMap(({ content }) => inside(content));
  const read = extensions.map(readExtension);
  const value = (id: string) => read.find((one) => one.id === id)?.value;
  const [signedBy, parameters] = readDer(algorithm?.content ?? Buffer.alloc(0));
  const basic = value(oid.basicConstraints);
  const names = value(oid.nameConstraints);
  return {
    signature: { algorithm: hex(signedBy), parameters: hex(parameters) },
    notUnderstood: read
      .filter(({ id, critical }) => critical && !understood.includes(id))
      .map(({ id }) => id),
    pathLength: basic ? pathLengthIn(basic) : null,
    constraints: names ? constraintsIn(names) : null,
  };
}

const hex = (one: Der | undefined): string => one?.content.toString('hex') ?? '';

function readExtension({ content }: Der) {
  const [id, ...rest] = readDer(content);
  return {
    id: hex(id),
    critical: rest.some(({ tag, content: [on] }) => tag === tags.boolean && on !== 0),
    value: rest.find(({ tag }) => tag === tags.octets)?.content,
  };
}

function pathLengthIn(value: Buffer): number | null {
  const length = inside(value).find(({ tag }) => tag === tags.integer)?.content;
  return length ? length.readUIntBE(0, length.length) : null;
}

function constraintsIn(value: Buffer): NameConstraints {
  const of = (wanted: number) =>
    inside(value)
      .filter(({ tag }) => (tag & contextual) === wanted)
      .flatMap(({ content }) => readDer(content))
      .map(({ content }) => generalNames(content)[0])
      .filter((name) => name !== undefined);
  return { permitted: of(0), excluded: of(1) };
}

const generalNames = (bytes: Buffer): GeneralName[] =>
  readDer(bytes).map(({ tag, content }) => ({ kind: tag & contextual, value: content }));

/** The names that a certificate is for. */
export function namesOf({ raw }: X509Certificate): GeneralName[] {
  const [body] = inside(raw);
  return readDer(body?.content ?? Buffer.alloc(0))
    .filter(({ tag }) => tag === tags.extensions)
    .flatMap(({ content }) => inside(content))
    .map(readExtension)
    .filter(({ id }) => id === oid.subjectAltName)
    .flatMap(({ value }) => generalNames(readDer(value ?? Buffer.alloc(0))[0]?.content ?? Buffer.alloc(0)));
}
