import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import * as v from 'valibot';

/**
 * A kept recording on disk:
 *
 *   magic (4) · salt (16) · label (512 + tag) · chunk (65536 + tag) · … · last chunk (1 to 65536 + tag)
 *
 * Each file has a key of its own (HKDF, RFC 5869, from the key in the keychain and the salt), so that nonces may simply
 * count. Chunks are sealed one by one with AES-256-GCM: a seek opens one of them. The nonce holds the chunk's number
 * and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): chunks cannot
 * be moved, and a file that was cut off, even between two chunks, has no last one and does not pass for whole.
 */
const magic = Buffer.from('pcr1', 'latin1');
const saltBytes = 16;
const tagBytes = 16;
const labelBytes = 512;
export const chunkBytes = 65_536;
export const sealedChunkBytes = chunkBytes + tagBytes;
export const headerBytes = magic.length + saltBytes + labelBytes + tagBytes;

/** What a file tells of itself; nobody else can read it. */
export const Label = v.strictObject({
  /** SHA-256 of the recording's key. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** For headerless formats. */
  extension: v.pipe(v.string(), v.regex(/^[a-z0-9-]{0,10}$/)),
  /** When it was fetched: milliseconds since 1970. */
  at: v.number(),
});
export type Label = v.InferOutput<typeof Label>;

export interface Seal {
  /** In two parts, one behind the other. */
  chunk(index: number, last: boolean, plain: Uint8Array): readonly Uint8Array[];
  /** `null` where the bytes are not what was sealed. */
  open(index: number, last: boolean, sealed: Uint8Array): Uint8Array | null;
}

const kinds = { chunk: 0, last: 1, label: 2 } as const;

export function newSeal(
  master: Uint8Array,
  label: Label,
): { readonly seal: Seal; readonly header: Uint8Array } {
  const start = Buffer.concat([magic, randomBytes(saltBytes)]);
  const key = keyOf(master, start);
  const text = Buffer.alloc(labelBytes, ' ');
  text.write(JSON.stringify(label));
  return {
    seal: sealWith(key),
    header: Buffer.concat([start, ...encrypt(key, nonce(0, kinds.label), text)]),
  };
}

/** `null` for anything that this key did not seal. */
export function openSeal(
  master: Uint8Array,
  header: Uint8Array,
): { readonly seal: Seal; readonly label: Label } | null {
  const start = header.subarray(0, magic.length + saltBytes);
  if (header.length !== headerBytes || !magic.equals(header.subarray(0, magic.length))) return null;
  const key = keyOf(master, start);
  const text = decrypt(key, nonce(0, kinds.label), header.subarray(start.length));
  const label = v.safeParse(
    v.pipe(v.string(), v.parseJson(), Label),
    text && Buffer.from(text).toString('utf8'),
  );
  return label.success ? { seal: sealWith(key), label: label.output } : null;
}

/** How much sound a sealed file of this size holds; `null` where no whole file has this size. */
export function plainBytes(fileBytes: number): number | null {
  const sealed = fileBytes - headerBytes;
  const chunks = Math.ceil(sealed / sealedChunkBytes);
  const lastSealed = sealed - (chunks - 1) * sealedChunkBytes;
  return chunks >= 1 && lastSealed > tagBytes ? sealed - chunks * tagBytes : null;
}

function keyOf(master: Uint8Array, start: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, start, 'promptCall Companion: kept recording', 32));
}

function sealWith(key: Uint8Array): Seal {
  const nonceOf = (index: number, last: boolean) => nonce(index, last ? kinds.last : kinds.chunk);
  return {
    chunk: (index, last, plain) => encrypt(key, nonceOf(index, last), plain),
    open: (index, last, sealed) => decrypt(key, nonceOf(index, last), sealed),
  };
}

function nonce(index: number, kind: number): Uint8Array {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes[11] = kind;
  return bytes;
}

/** Sealed bytes, and their tag: they are not put together, for that would be all of it in memory once more. */
function encrypt(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): readonly Uint8Array[] {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = cipher.update(plain);
  cipher.final();
  return [body, cipher.getAuthTag()];
}

function decrypt(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}
