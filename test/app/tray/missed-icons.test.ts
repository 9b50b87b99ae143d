import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const panels = path.resolve(import.meta.dirname, '../../../build/icons/panel');
const scales = {
  linux: { pixels: 22, suffixes: ['', '@1.5x', '@2x'] },
  win32: { pixels: 16, suffixes: ['', '@1.25x', '@1.5x', '@2x', '@3x'] },
} as const;

/** A PNG of eight bits a channel, four channels, as these are (RFC 2083): red, green, blue and alpha of a pixel. */
function pixelsOf(file: string) {
  const bytes = readFileSync(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
  }
  const filtered = inflateSync(Buffer.concat(data));
  const row = 4 * width;
  const plain = new Uint8Array(row * height);
  for (let at = 0; at < plain.length; at++) {
    const y = Math.floor(at / row);
    const left = at % row >= 4 ? (plain[at - 4] ?? 0) : 0;
    const up = plain[at - row] ?? 0;
    const corner = at % row >= 4 ? (plain[at - row - 4] ?? 0) : 0;
    const [a, b, c] = [left, up, corner].map((one) => Math.abs(left + up - corner - one)) as [
      number,
      number,
      number,
    ];
    const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
    const by = [0, left, up, Math.floor((left + up) / 2), paeth][filtered[y * (row + 1)] ?? 0] ?? 0;
    plain[at] = (filtered[y * (row + 1) + 1 + (at % row)] ?? 0) + by;
  }
  return {
    width,
    height,
    at: (x: number, y: number) => [...plain.subarray(4 * (y * width + x), 4 * (y * width + x + 1))],
  };
}

describe.each(Object.entries(scales))('the drawings for %s', (platform, { pixels, suffixes }) => {
  describe.each(suffixes)('at %s', (suffix) => {
    const scale = suffix === '' ? 1 : Number.parseFloat(suffix.slice(1));
    const size = Math.round(pixels * scale);
    const drawing = (name: string) => pixelsOf(path.join(panels, platform, `${name}${suffix}.png`));

    test.each(['tray-dark', 'tray-light'])('of %s count to nine and beyond', (name) => {
      const [plain, missed] = [drawing(name), drawing(`${name}-missed`)];
      expect([plain.width, plain.height]).toEqual([size, size]);
      expect([missed.width, missed.height]).toEqual([10 * size, size]);
      const all = new Set<string>();
      for (let count = 0; count < 10; count++) {
        const at = (x: number, y: number) => missed.at(count * size + x, y);
        const icon: number[][] = [];
        for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) icon.push(at(x, y));
        all.add(icon.join(';'));
        // Above and left of the badge and the gap around it, the icon is as it was.
        const free = Math.floor((22 - 9.8 - 1.92) * (size / 32)) - 1;
        for (let y = 0; y < size; y++)
          for (let x = 0; x < free; x++) expect(at(x, y)).toEqual(plain.at(x, y));
        // At the lower edge of the badge it is red, and in the gap there is nothing.
        const edge = Math.round(size * (22 / 32));
        expect(at(edge, Math.floor(size * (30.5 / 32)))[3]).toBeGreaterThan(200);
        expect(at(edge, Math.floor((size * (22 - 9.8 - 1)) / 32))[3]).toBeLessThan(128);
      }
      expect(all.size).toBe(10);
    });
  });
});
