import { randomBytes } from 'node:crypto';
import { codecOf } from '../../app/recordings/decode/codecs.ts';
import { wavHeader } from '../../app/recordings/decode/wav-header.ts';

const hour = 3_600;

export type Hour = 'hour.gsm' | 'hour.wav';

/** What an hour of sound begins with, and what is repeated behind it for so many bytes. */
export function partsOf(name: Hour) {
  const isGsm = name === 'hour.gsm';
  const dataBytes = isGsm ? hour * 50 * 33 : hour * 16_000;
  const header = isGsm ? new Uint8Array(0) : wavHeader(8_000, 1, dataBytes);
  return { header, dataBytes, piece: isGsm ? gsmPiece() : linePiece() };
}

/** An hour of sound, as a file of a PBX. */
export function hourOf(name: Hour): Uint8Array {
  const { header, dataBytes, piece } = partsOf(name);
  const file = Buffer.alloc(header.length + dataBytes);
  file.set(header);
  for (let at = header.length; at < file.length; at += piece.length)
    file.set(piece.subarray(0, file.length - at), at);
  return file;
}

/** As hard to squeeze as a telephone line gets: each of the 256 values of µ-law as likely as any other. */
function linePiece(): Buffer {
  const samples = new Int16Array(33_000);
  codecOf('mu-law', 1).create().decode(randomBytes(samples.length), samples);
  return Buffer.from(samples.buffer);
}

function gsmPiece(): Buffer {
  const piece = randomBytes(33 * 2_000);
  for (let at = 0; at < piece.length; at += 33) piece[at] = 0xd5;
  return piece;
}
