import { aacChannels, aacFrame, aacRates, atMost } from './aac.ts';
import { letters } from './container.ts';

/** An MPEG-4 file (ISO/IEC 14496-12): a box of its kind comes first. */
export function isMp4(head: Uint8Array): boolean {
  return head[0] === 0 && head[1] === 0 && letters(head, 4) === 'ftyp';
}

/**
 * What an MPEG-4 file of AAC is decoded to, by its whole: what tells of the sound may stand behind it. Boxes are found by their names,
 * wherever those stand: a player goes other ways through a broken file than we would, and so none of them is missed. `null`: it is of
 * another codec or in fragments.
 */
export function mp4Sound(bytes: Uint8Array): Mp4Sound | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (['moof', 'trun', 'cmov'].some((name) => file.includes(name, 0, 'latin1'))) return null;
  const configs = placesOf(file, 'esds').map((at) => configAt(file, at + 4));
  const [config] = configs;
  // One sound. Where there are several, nothing says which of them is decoded.
  if (configs.length !== 1 || !config) return null;
  const counts = [...placesOf(file, 'stsz'), ...placesOf(file, 'stz2')].map((at) =>
    at + 16 <= file.length ? file.readUInt32BE(at + 12) : 0,
  );
  const frames = counts.reduce((sum, count) => sum + count, 0);
  const { plainRate, ...sound } = config;
  return { ...sound, samples: frames * aacFrame * (sound.sampleRate / plainRate) };
}

export interface Mp4Sound {
  readonly sampleRate: number;
  readonly channels: number;
  /** Of one side, at most. */
  readonly samples: number;
}

function placesOf(file: Buffer, name: string): number[] {
  const places: number[] = [];
  for (let at = file.indexOf(name, 0, 'latin1'); at >= 0; at = file.indexOf(name, at + 1, 'latin1'))
    places.push(at);
  return places;
}

interface Config extends Omit<Mp4Sound, 'samples'> {
  readonly plainRate: number;
}

/** The descriptors in an `esds` box (ISO/IEC 14496-1, 7.2.6), behind its name. */
function configAt(file: Buffer, box: number): Config | null {
  let at = box + 4;
  /** To the inside of a descriptor of this kind. */
  function enter(tag: number): boolean {
    if (file[at] !== tag) return false;
    at++;
    // Up to four bytes of a length, each but the last with its highest bit.
    for (let more = 0; more < 3 && (file[at] ?? 0) & 0x80; more++) at++;
    at++;
    return true;
  }
  if (!enter(3)) return null;
  const flags = file[at + 2] ?? 0;
  // What depends on another stream, or is somewhere else, is no recording.
  if ((flags & 0xe0) !== 0) return null;
  at += 3;
  if (!enter(4)) return null;
  // MPEG-4's AAC, and MPEG-2's.
  const kind = file[at] ?? 0;
  if (kind !== 0x40 && (kind < 0x66 || kind > 0x68)) return null;
  at += 13;
  return enter(5) ? audioConfig(file.subarray(at, at + 16)) : null;
}

const low = 2;
const [withSbr, withPs] = [5, 29];

/** AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). */
function audioConfig(bytes: Uint8Array): Config | null {
  let at = 0;
  function bits(count: number): number {
    let value = 0;
    for (const end = at + count; at < end; at++)
      value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  }
  const rate = () => {
    const index = bits(4);
    return index === 15 ? bits(24) : (aacRates[index] ?? 0);
  };
  const object = bits(5);
  const plainRate = rate();
  const plain = { sampleRate: plainRate, channels: aacChannels[bits(4)] ?? 8 };
  if (plainRate === 0) return null;
  if (object === withSbr || object === withPs)
    return { sampleRate: plainRate * 2, channels: Math.max(2, plain.channels), plainRate };
  if (object !== low) return null;
  const isPlain = bits(3) === 0 && bits(11) === 0x2b7 && bits(5) === withSbr && bits(1) === 0;
  return { ...(isPlain ? plain : atMost(plain)), plainRate };
}
