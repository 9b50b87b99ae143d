import { type CodecName, codecOf } from './codecs.ts';

/** Where the sound is in a file and how it is written. */
export interface Layout {
  readonly kind: 'samples';
  readonly codec: CodecName;
  readonly sampleRate: number;
  readonly channels: number;
  readonly dataOffset: number;
  /** As the header says; `null` where only the end of the file tells. */
  readonly dataBytes: number | null;
  /** Of a codec whose blocks are as long as the header says. */
  readonly blockBytes?: number;
  /** Of a file with a header that is no WAV. */
  readonly extension?: string;
  /** The header has no sizes yet. */
  readonly stillWritten: boolean;
}

/** A format that Chromium plays: it gets the file as it is. */
export interface AsItIs {
  readonly kind: 'as-it-is';
  readonly format: 'mp3' | 'ogg' | 'flac' | 'm4a' | 'aac';
  readonly mime: string;
}

export interface NotPlayable {
  readonly kind: 'not-playable';
  /** For the person's words: `G.729`; empty where nothing is known. */
  readonly format: string;
}

export type RawFormat = Pick<Layout, 'codec' | 'sampleRate'> | { readonly notPlayable: string };

const named = (extensions: string, format: RawFormat) =>
  extensions.split(' ').map((extension) => [extension, format] as const);
const linear = (sampleRate: number): RawFormat => ({ codec: 'pcm-s16', sampleRate });

/**
 * Headerless formats by the extensions that Asterisk's format modules register. The only ones for which a name
 * counts: their bytes seldom tell (`mistaken.ts`).
 */
const rawFormats: ReadonlyMap<string, RawFormat> = new Map([
  ...named('gsm', { codec: 'gsm', sampleRate: 8_000 }),
  ...named('g722', { codec: 'g722', sampleRate: 16_000 }),
  ...named('ulaw ul ulw mu pcm', { codec: 'mu-law', sampleRate: 8_000 }),
  ...named('alaw al alw', { codec: 'a-law', sampleRate: 8_000 }),
  ...named('sln raw', linear(8_000)),
  ...named('sln12', linear(12_000)),
  ...named('sln16', linear(16_000)),
  ...named('sln24', linear(24_000)),
  ...named('sln32', linear(32_000)),
  ...named('sln44', linear(44_100)),
  ...named('sln48', linear(48_000)),
  ...named('g729', { notPlayable: 'G.729' }),
  ...named('g723 g723sf', { notPlayable: 'G.723' }),
  ...named('g726-16 g726-24 g726-32 g726-40', { notPlayable: 'G.726' }),
  ...named('ilbc', { notPlayable: 'iLBC' }),
  ...named('siren7', { notPlayable: 'G.722.1' }),
  ...named('siren14', { notPlayable: 'G.722.1 C' }),
  ...named('vox', { notPlayable: 'Dialogic ADPCM' }),
  ...named('sln96', { notPlayable: 'linear at 96 kHz' }),
  ...named('sln192', { notPlayable: 'linear at 192 kHz' }),
]);

export function rawFormatOf(extension: string): RawFormat | null {
  return rawFormats.get(extension) ?? null;
}

/** The extension of a name from the PBX, lower case, bounded; empty where there is none. The name goes nowhere else. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9-]{1,10})\s*$/i.exec(name.slice(-40))?.[1]?.toLowerCase() ?? '';
}

const fileTitles: Readonly<Record<AsItIs['format'], string>> = {
  mp3: 'MP3',
  ogg: 'Ogg',
  flac: 'FLAC',
  m4a: 'MPEG-4',
  aac: 'AAC',
};

/** As people who know formats call it. */
export function formatName(format: Layout | AsItIs): string {
  return format.kind === 'samples' ? codecOf(format.codec, 1).title : fileTitles[format.format];
}
