/** As Electron has them: four bytes a pixel, blue, green, red, alpha, the colours multiplied by alpha. */
export interface Pixels {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What parts the badge from the drawing beneath it, of the icon's width. */
const gap = 0.06;

/**
 * An icon with a count in its lower right corner. `badges`: as many icons as high as it, side by side, of 1, 2, … missed calls; the
 * last is for all that are more. An icon that they were not drawn for stays as it is.
 */
export function withBadge(icon: Pixels, badges: Pixels, missed: number): Uint8Array {
  const { width, height } = icon;
  const drawn = badges.width / width;
  if (missed < 1 || badges.height !== height || !Number.isInteger(drawn)) return icon.bytes;
  const left = (Math.min(missed, drawn) - 1) * width;
  const badgeAt = (x: number, y: number): number => (y * badges.width + left + x) * 4;
  const alphaAt = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (badges.bytes[badgeAt(x, y) + 3] ?? 0) / 255;

  const near = around(gap * width);
  const marked = Uint8Array.from(icon.bytes);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const kept = 1 - Math.max(...near.map((one) => one.share * alphaAt(x + one.x, y + one.y)));
      const [from, to] = [badgeAt(x, y), (y * width + x) * 4];
      for (let channel = 0; channel < 4; channel++)
        marked[to + channel] = Math.round(
          (marked[to + channel] ?? 0) * kept + (badges.bytes[from + channel] ?? 0),
        );
    }
  }
  return marked;
}

/** Steps to the pixels within a distance, with a soft edge over the width of one. */
function around(distance: number): { readonly x: number; readonly y: number; readonly share: number }[] {
  const reach = Math.ceil(distance + 0.5);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  return steps.flatMap((y) =>
    steps
      .map((x) => ({ x, y, share: Math.min(1, distance + 0.5 - Math.hypot(x, y)) }))
      .filter(({ share }) => share > 0),
  );
}
