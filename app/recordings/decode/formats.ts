import type { CodecName } from './decoder.ts';

/** Where the sound is in a file and how it is written. */
export interface Layout {
  readonly kind: 'samples';
  readonly codec: CodecName;
  readonly sampleRate: number;
  readonly channels: number;
  readonly dataOffset: number;
  /** As the header says; `null` where only the end of the file tells. */
  readonly dataBytes: number | null;
  /** The header has no sizes yet. */
  readonly stillWritten: boolean;
}

/** A format that Chromium plays: it gets the file as it is. */
export interface AsItIs {
  readonly kind: 'as-it-is';
  readonly format: 'mp3' | 'ogg' | 'flac';
  readonly mime: string;
}

export interface NotPlayable {
  readonly kind: 'not-playable';
  /** For the person's words: `G.729`; empty where nothing is known. */
  readonly format: string;
}

export type RawFormat = Pick<Layout, 'codec' | 'sampleRate'> | { readonly notPlayable: string };

const linear = (sampleRate: number): RawFormat => ({ codec: 'pcm-s16', sampleRate });
const muLaw: RawFormat = { codec: 'mu-law', sampleRate: 8_000 };
const aLaw: RawFormat = { codec: 'a-law', sampleRate: 8_000 };

/**
 * Headerless formats by the extensions that Asterisk's format modules register. The only ones for which a name
 * counts: nothing in the bytes tells.
 */
const rawFormats: ReadonlyMap<string, RawFormat> = new Map([
  ['gsm', { codec: 'gsm', sampleRate: 8_000 }],
  ['g722', { codec: 'g722', sampleRate: 16_000 }],
  ['ulaw', muLaw],
  ['ul', muLaw],
  ['ulw', muLaw],
  ['mu', muLaw],
  ['pcm', muLaw],
  ['alaw', aLaw],
  ['al', aLaw],
  ['alw', aLaw],
  ['sln', linear(8_000)],
  ['raw', linear(8_000)],
  ['sln12', linear(12_000)],
  ['sln16', linear(16_000)],
  ['sln24', linear(24_000)],
  ['sln32', linear(32_000)],
  ['sln44', linear(44_100)],
  ['sln48', linear(48_000)],
  ['g729', { notPlayable: 'G.729' }],
  ['g723', { notPlayable: 'G.723' }],
  ['g723sf', { notPlayable: 'G.723' }],
  ['g726-16', { notPlayable: 'G.726' }],
  ['g726-24', { notPlayable: 'G.726' }],
  ['g726-32', { notPlayable: 'G.726' }],
  ['g726-40', { notPlayable: 'G.726' }],
  ['ilbc', { notPlayable: 'iLBC' }],
  ['siren7', { notPlayable: 'G.722.1' }],
  ['siren14', { notPlayable: 'G.722.1 C' }],
  ['vox', { notPlayable: 'Dialogic ADPCM' }],
  ['sln96', { notPlayable: 'linear at 96 kHz' }],
  ['sln192', { notPlayable: 'linear at 192 kHz' }],
]);

export function rawFormatOf(extension: string): RawFormat | null {
  return rawFormats.get(extension) ?? null;
}

/** The extension of a name from the PBX, lower case, bounded; empty where there is none. The name goes nowhere else. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9-]{1,10})\s*$/i.exec(name.slice(-40))?.[1]?.toLowerCase() ?? '';
}

const codecTitles: Readonly<Record<CodecName, string>> = {
  'pcm-u8': 'PCM',
  'pcm-s16': 'PCM',
  'pcm-s24': 'PCM',
  'pcm-s32': 'PCM',
  'float-32': 'PCM',
  'float-64': 'PCM',
  'a-law': 'A-law',
  'mu-law': 'µ-law',
  gsm: 'GSM',
  'gsm-wav49': 'GSM',
  g722: 'G.722',
};
const fileTitles: Readonly<Record<AsItIs['format'], string>> = { mp3: 'MP3', ogg: 'Ogg', flac: 'FLAC' };

/** As people who know formats call it. */
export function formatName(format: Layout | AsItIs): string {
  return format.kind === 'samples' ? codecTitles[format.codec] : fileTitles[format.format];
}
