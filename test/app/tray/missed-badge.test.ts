import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Pixels, withBadge } from '../../../app/tray/missed-badge.ts';

const panels = path.resolve(import.meta.dirname, '../../../build/icons/panel');
const scales = {
  linux: { pixels: 22, suffixes: ['', '@1.5x', '@2x'] },
  win32: { pixels: 16, suffixes: ['', '@1.25x', '@1.5x', '@2x', '@3x'] },
} as const;

const solid = (width: number, height: number, value: number): Pixels => ({
  bytes: new Uint8Array(width * height * 4).fill(value),
  width,
  height,
});

/** Three badges of 10 by 10, each one pixel of its own grey in the lower right corner. */
function badges(): Pixels {
  const strip = solid(30, 10, 0);
  for (const index of [0, 1, 2]) {
    const at = (9 * 30 + index * 10 + 9) * 4;
    strip.bytes.set([index + 1, index + 1, index + 1, 255], at);
  }
  return strip;
}

const corner = (bytes: Uint8Array) => [...bytes.slice(-4)];

test('the badge of the count stands in the corner, a gap around it, and the rest is as it was', () => {
  const plain = solid(10, 10, 200);
  const marked = withBadge(plain, badges(), 2);
  expect(corner(marked)).toEqual([2, 2, 2, 255]);
  const at = (x: number, y: number) => marked[(y * 10 + x) * 4 + 3] ?? 0;
  expect(at(8, 9)).toBeLessThan(200);
  expect(at(9, 8)).toBeLessThan(200);
  expect([at(0, 0), at(7, 9), at(9, 7), at(7, 7)]).toEqual([200, 200, 200, 200]);
  expect(plain.bytes.every((value) => value === 200)).toBe(true);
});

test('more than there are badges for are the last of them', () => {
  for (const [missed, drawn] of [
    [1, 1],
    [3, 3],
    [4, 3],
    [1_000, 3],
  ] as const) {
    expect(corner(withBadge(solid(10, 10, 200), badges(), missed))[0]).toBe(drawn);
  }
});

test('none missed, or badges of another size, leave the icon as it is', () => {
  const plain = solid(10, 10, 200);
  expect(withBadge(plain, badges(), 0)).toBe(plain.bytes);
  expect(withBadge(plain, solid(30, 11, 9), 1)).toBe(plain.bytes);
  expect(withBadge(plain, solid(25, 10, 9), 1)).toBe(plain.bytes);
});

describe.each(Object.entries(scales))('the drawings for %s', (platform, { pixels, suffixes }) => {
  test.each(suffixes)('count to nine and beyond at %s', (suffix) => {
    const scale = suffix === '' ? 1 : Number.parseFloat(suffix.slice(1));
    const size = Math.round(pixels * scale);
    // PNG (RFC 2083 §11.2.2): width and height stand at the same place in each.
    const sizeOf = (name: string) => {
      const file = readFileSync(path.join(panels, platform, `${name}${suffix}.png`));
      return [file.readUInt32BE(16), file.readUInt32BE(20)];
    };
    expect(sizeOf('tray-dark')).toEqual([size, size]);
    expect(sizeOf('missed')).toEqual([10 * size, size]);
  });
});
