/** Frames of one kind in a stream whose frames each have a header. */
interface Kind {
  readonly sampleRate: number;
  readonly channels: number;
  /** Samples of one side. */
  samples: number;
}

export type FrameHeader = Readonly<Kind>;

/**
 * The most samples, of all sides together, that a stream of frames is decoded to at `sampleRate`: by every header that stands anywhere in
 * it, for what a file says of its own length may be a lie. Chromium stops where the rate or the sides change, so the largest kind counts,
 * and what only looks like a header within the sound does not.
 */
export function samplesInFrames(
  file: Uint8Array,
  sampleRate: number,
  header: (file: Uint8Array, at: number) => FrameHeader | null,
): number {
  const kinds = new Map<number, Kind>();
  for (let at = file.indexOf(0xff); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const frame = header(file, at);
    if (frame === null) continue;
    const name = frame.sampleRate * 16 + frame.channels;
    const kind = kinds.get(name);
    if (kind === undefined) kinds.set(name, { ...frame });
    else kind.samples += frame.samples;
  }
  const sums = [...kinds.values()].map(
    (kind) => kind.samples * kind.channels * Math.max(1, sampleRate / kind.sampleRate),
  );
  return Math.max(0, ...sums);
}
