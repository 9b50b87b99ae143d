/**
 * The head of a QuickTime file ("QuickTime File Format Specification", Apple 2001) over plain 16-bit samples, which follow it
 * in one chunk: a WAV file in other words. Chromium plays it after some 50 KB; of a WAV file it reads 224 KB before it makes a
 * sound, which is 14 seconds of a telephone call, and all of a short one.
 */
export function movHeader(sampleRate: number, channels: number, dataBytes: number): Uint8Array {
  const samples = dataBytes / (2 * channels);
  const sound = (chunkAt: number) =>
    box(
      'stbl',
      box('stsd', u32(0, 1), box('sowt', soundDescription(sampleRate, channels))),
      box('stts', u32(0, 1, samples, 1)),
      box('stsc', u32(0, 1, 1, samples, 1)),
      box('stsz', u32(0, 2 * channels, samples)),
      box('stco', u32(0, 1, chunkAt)),
    );
  const movie = (chunkAt: number) =>
    box(
      'moov',
      box(
        'mvhd',
        u32(0, 0, 0, sampleRate, samples, 0x1_0000),
        u16(0x100, 0),
        u32(0, 0),
        matrix,
        u32(0, 0, 0, 0, 0, 0, 2),
      ),
      box(
        'trak',
        box('tkhd', u32(3, 0, 0, 1, 0, samples, 0, 0), u16(0, 0, 0x100, 0), matrix, u32(0, 0)),
        box(
          'mdia',
          box('mdhd', u32(0, 0, 0, sampleRate, samples), u16(0x7fff, 0)),
          box('hdlr', u32(0), text('mhlrsoun'), u32(0, 0, 0), new Uint8Array(1)),
          box(
            'minf',
            box('smhd', u32(0), u16(0, 0)),
            box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))),
            sound(chunkAt),
          ),
        ),
      ),
    );
  const head = box('ftyp', text('qt  '), u32(0x200), text('qt  '));
  const data = Buffer.concat([u32(8 + dataBytes), text('mdat')]);
  // The samples begin where all this ends, and that place stands in the middle of it.
  const length = head.length + movie(0).length + data.length;
  return Buffer.concat([head, movie(length), data]);
}

function soundDescription(sampleRate: number, channels: number): Uint8Array {
  // 16.16 bits; what does not fit is said by the media header's time scale, which goes by the samples.
  const rate = sampleRate > 0xffff ? 0 : sampleRate * 0x1_0000;
  return Buffer.concat([u32(0), u16(0, 1), u32(0, 0), u16(channels, 16, 0, 0), u32(rate)]);
}

function box(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const inside = Buffer.concat(parts);
  return Buffer.concat([u32(8 + inside.length), text(type), inside]);
}

const u32 = (...values: readonly number[]) => inBytes(4, values);
const u16 = (...values: readonly number[]) => inBytes(2, values);

function inBytes(width: number, values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(width * values.length);
  for (const [index, value] of values.entries()) bytes.writeUIntBE(value, width * index, width);
  return bytes;
}

const text = (letters: string) => Buffer.from(letters, 'latin1');

/** Nothing turned, nothing moved; a sound has no picture, and the file has the field all the same. */
const matrix = u32(0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000);
