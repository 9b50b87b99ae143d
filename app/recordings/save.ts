import type { Zone } from '../util/zone.ts';
import type { WavFile } from './decode/wav-file.ts';

export interface SavedCall {
  /** By the clock that the list shows, `yyyy-mm-dd hh:mm:ss`. */
  readonly startedAt: string;
  /** In the person's language: `Outgoing`. */
  readonly direction: string;
  /** The other party's number, as it is shown; empty where nobody knows it. */
  readonly number: string;
  readonly name: string;
}

/**
 * What the PBX wrote of its own clock (`calldate`), as the list shows it: the file of a call is found by the time in the list.
 * `skew`: the PBX's clock minus this computer's, in milliseconds. What is no time stays as it is.
 */
export function onListClock(calldate: string, pbx: Zone, skew: number): string {
  const at = pbx.read(calldate);
  return at === null ? calldate : pbx.write(at - skew);
}

/** What a name is made of, if nobody says otherwise. */
export const usualPattern = '{date} {time} {direction} {number}';

const longestName = 120;
/** Most file systems bound the bytes: 255, and 143 on some encrypted ones; a number may follow (`save-all.ts`). A Thai letter takes three. */
const mostBytes = 143 - ' (1000)'.length;

/** Names that are devices on Windows, with any extension. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * `2026-11-23 13.36.05 Outgoing 0812340006.wav`: the same on every system, also on a shared folder of another one.
 * The parts come from the PBX and may hold anything: separators, `..`, device names, letters that turn the
 * direction of writing and so show another extension than the file has.
 */
export function recordingFileName(call: SavedCall, extension: string, pattern = usualPattern): string {
  const ending = extension.replace(/[^a-z0-9-]/gi, '').slice(0, 10);
  const [date = '', time = ''] = call.startedAt.replace(/:/g, '.').split(' ');
  const { direction, name } = call;
  // Somebody without a number is told by their name.
  const number = call.number === '' && !pattern.includes('{name}') ? name : call.number;
  const parts = new Map(Object.entries({ date, time, direction, number, name }));
  const text = clean(
    (pattern.trim() || usualPattern).replace(
      /\{(\w+)\}/g,
      (written, part: string) => parts.get(part) ?? written,
    ),
  );
  const named = text === '' || devices.test(text) ? `Recording ${text}`.trim() : text;
  const stem = cut(named, longestName - ending.length - 1, mostBytes - ending.length - 1);
  return ending === '' ? stem : `${stem}.${ending}`;
}

function clean(text: string): string {
  return (
    text
      .normalize('NFC')
      // Control, format (bidirectional marks, zero-width), private and unpaired surrogate code points.
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
      .replace(/[<>:"/\\|?*]/g, '-')
      .replace(/\s+/gu, ' ')
      .replace(/^[\s.]+|[\s.]+$/gu, '')
  );
}

/** Between characters as a person counts them: a Thai vowel sign does not stand alone. */
function cut(text: string, mostUnits: number, most: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    const longer = kept + segment;
    if (longer.length > mostUnits || new TextEncoder().encode(longer).length > most) break;
    kept = longer;
  }
  return kept.replace(/[\s.]+$/u, '');
}

/** The whole of a recording as a WAV file, in pieces. */
export function wavBytes(wav: WavFile): AsyncGenerator<Uint8Array, void, undefined> {
  return wav.read(0, wav.length);
}
