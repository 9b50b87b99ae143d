import type { FrameHeader } from './frames.ts';

interface OggSound extends Omit<FrameHeader, 'samples'> {
  /** Samples of one side that a packet is decoded to at most, by its first two bytes. */
  readonly inPacket: (first: number, second: number) => number;
}

/** The first packet behind the first page's head: Opus (RFC 7845, 5.1) is decoded at 48 kHz; Vorbis I, 4.2.2. */
export function oggSound(head: Uint8Array): OggSound | null {
  const packet = head.subarray(27 + (head[26] ?? 0));
  const begin = String.fromCharCode(...packet.subarray(0, 8));
  if (begin === 'OpusHead') return { sampleRate: 48_000, channels: packet[9] ?? 0, inPacket: samplesOfOpus };
  if (!begin.startsWith('\x01vorbis') || packet.length < 29) return null;
  const { buffer, byteOffset } = packet;
  // Windows overlap by half: a packet adds half of the longest at most.
  const half = 2 ** ((packet[28] ?? 0) >> 4) / 2;
  return {
    sampleRate: new DataView(buffer, byteOffset).getUint32(12, true),
    channels: packet[11] ?? 0,
    inPacket: () => half,
  };
}

/** RFC 6716, 3.1, at 48 kHz. A packet is 120 ms at most (3.4). */
function samplesOfOpus(toc: number, second: number): number {
  const config = toc >> 3;
  const [silk, celt] = [[480, 960, 1_920, 2_880][config & 3] ?? 0, 120 << (config & 3)];
  const frame = config < 12 ? silk : config < 16 ? 480 << (config & 1) : celt;
  const frames = [1, 2, 2, second & 63][toc & 3] ?? 0;
  return Math.min(5_760, frame * frames);
}

/** The most samples of one side that all pages come to, wherever they stand (RFC 3533, 6). */
export function samplesInOgg(bytes: Uint8Array, { inPacket }: OggSound): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let samples = 0;
  for (let page = file.indexOf('OggS'); page >= 0; page = file.indexOf('OggS', page + 4)) {
    const segments = file.subarray(page + 27, page + 27 + (file[page + 26] ?? 0));
    let at = page + 27 + segments.length;
    let isStart = true;
    for (const length of segments) {
      if (isStart) samples += inPacket(file[at] ?? 0, file[at + 1] ?? 0);
      isStart = length < 255;
      at += length;
    }
  }
  return samples;
}
