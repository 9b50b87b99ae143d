/** Red of the list's missed calls, a little brighter: the panel may be dark or light. */
const colour = { red: 229, green: 72, blue: 60 } as const;
/** Of the icon's width. */
const radius = 0.2;
/** What parts the dot from the drawing beneath it. */
const gap = 0.07;

/**
 * An icon with a dot in its lower right corner: calls were missed. Pixels as Electron has them: four bytes each, blue, green, red,
 * alpha, the colours multiplied by alpha.
 */
export function withDot(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const marked = Uint8Array.from(pixels);
  const r = radius * width;
  const [x, y] = [width - r - 0.5, height - r - 0.5];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * 4;
      const away = Math.hypot(column - x, row - y);
      // Edges over the width of a pixel, as every drawing has them.
      const kept = 1 - clamp(r + gap * width - away + 0.5);
      const dot = clamp(r - away + 0.5);
      const mixed = [colour.blue, colour.green, colour.red, 255];
      mixed.forEach((channel, index) => {
        marked[at + index] = Math.round((marked[at + index] ?? 0) * kept + channel * dot);
      });
    }
  }
  return marked;
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
