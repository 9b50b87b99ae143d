import type { RecordingProblem } from '../../contract/recordings.ts';
import { isAdts, isAdtsBegun } from './aac.ts';
import { type HeaderRead, letters, readAiff, readAu } from './container.ts';
import { type AsItIs, type Layout, type NotPlayable, rawFormatOf } from './formats.ts';
import { isGsm, isNoGsm } from './gsm-bits.ts';
import { isOtherCodec } from './mistaken.ts';
import { isMp3, isMp3Begun } from './mp3.ts';
import { isMp4 } from './mp4.ts';
import { noiseBefore } from './noise.ts';
import { isWave64, readRiff, readWave64 } from './riff.ts';

/** The most bytes that are looked at; what has not shown itself by then is not known. */
export const headBytes = 64 * 1024;

export type Sniffed =
  | Layout
  | AsItIs
  | NotPlayable
  | {
      readonly kind: 'problem';
      readonly problem: Extract<
        RecordingProblem,
        'empty' | 'no-audio' | 'still-written' | 'cut-short' | 'web-page' | 'refused'
      >;
    }
  /** These bytes do not tell yet; never said when they are all, or `headBytes`. */
  | { readonly kind: 'more' };

/**
 * What a file is, by its content; by its extension only where the format has no header. `complete`: there are no bytes
 * beyond these.
 */
export function sniff(head: Uint8Array, extension: string, complete: boolean): Sniffed {
  const last = complete || head.length >= headBytes;
  if (head.length === 0) return complete ? problem('empty') : { kind: 'more' };
  if (head.length < 12 && !last) return { kind: 'more' };

  const magic = letters(head, 0);
  if (magic === 'RIFF' || magic === 'RF64' || magic === 'BW64')
    return withHeader(readRiff(head, complete), 'WAV', complete, last);
  if (isWave64(head)) return withHeader(readWave64(head, complete), 'W64', complete, last);
  if (magic === '.snd') return withHeader(readAu(head, complete), 'AU', complete, last);
  if (magic === 'FORM' && letters(head, 8).startsWith('AIF'))
    return withHeader(readAiff(head, complete), 'AIFF', complete, last);
  if (isMp4(head)) return { kind: 'as-it-is', format: 'm4a', mime: 'audio/mp4' };
  if (magic === 'OggS') return { kind: 'as-it-is', format: 'ogg', mime: 'audio/ogg' };
  if (magic === 'fLaC') return { kind: 'as-it-is', format: 'flac', mime: 'audio/flac' };

  const isReadable = isText(head, complete);
  if (isReadable && !last) return { kind: 'more' };
  if (isReadable) return problem(textProblem(head));
  return raw(head, extension, last);
}

/** The same of what comes from a PBX: `skip` bytes stand before the file and are none of it. */
export function sniffReply(
  reply: Uint8Array,
  extension: string,
  complete: boolean,
): { readonly format: Sniffed; readonly skip: number } {
  const skip = noiseBefore(reply.subarray(0, headBytes), extension, complete || reply.length >= headBytes);
  if (skip === null) return { format: { kind: 'more' }, skip: 0 };
  return { format: sniff(reply.subarray(skip, skip + headBytes), extension, complete), skip };
}

function withHeader(read: HeaderRead, format: string, complete: boolean, last: boolean): Sniffed {
  if (read.kind === 'nothing-yet') return problem('still-written');
  if (read.kind === 'no-audio') return problem('no-audio');
  if (read.kind !== 'more' || !last) return read;
  return complete ? problem('cut-short') : { kind: 'not-playable', format };
}

/** Half a second of samples or more: what they are can be heard by then. A frame of MP3 is up to 1,441 bytes long, and the next one is needed. */
const rawBytes = 8 * 1024;
/** Half a second of GSM and more, whose frames say what they are. */
const gsmBytes = 1024;

function raw(head: Uint8Array, extension: string, last: boolean): Sniffed {
  const named = rawFormatOf(extension);
  // What is another thing than its name says is noise as that, and as loud as can be.
  const isOwn = named && 'codec' in named && named.codec === 'gsm' && !isMp3Begun(head) && !isAdtsBegun(head);
  if (!last && head.length < (isOwn ? gsmBytes : rawBytes)) return { kind: 'more' };
  if (isMp3(head)) return { kind: 'as-it-is', format: 'mp3', mime: 'audio/mpeg' };
  if (isAdts(head)) return { kind: 'as-it-is', format: 'aac', mime: 'audio/aac' };
  // Recordings that were started by hand come without a name; this headerless format alone can be told by its content.
  if (isGsm(head)) return samples('gsm', 8_000);
  if (named && 'notPlayable' in named) return { kind: 'not-playable', format: named.notPlayable };
  const isAnother = named && (named.codec === 'gsm' ? isNoGsm(head) : isOtherCodec(head, named.codec));
  return named && !isAnother ? samples(named.codec, named.sampleRate) : { kind: 'not-playable', format: '' };
}

function samples(codec: Layout['codec'], sampleRate: number): Layout {
  return {
    kind: 'samples',
    codec,
    sampleRate,
    channels: 1,
    dataOffset: 0,
    dataBytes: null,
    stillWritten: false,
  };
}

/** No sound of this size is free of control bytes and broken UTF-8: headers, silence and samples are full of them. */
function isText(head: Uint8Array, complete: boolean): boolean {
  try {
    // What is cut off in the middle of a character is not broken.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !complete });
    return !/\p{Cc}/u.test(text.replace(/\s/g, ''));
  } catch {
    return false;
  }
}

function textProblem(head: Uint8Array): 'web-page' | 'refused' | 'empty' {
  const text = new TextDecoder().decode(head).trim();
  if (text === '') return 'empty';
  return /<(?:!doctype|html|head|body|script)\b/i.test(text) ? 'web-page' : 'refused';
}

function problem(name: Extract<Sniffed, { kind: 'problem' }>['problem']): Sniffed {
  return { kind: 'problem', problem: name };
}
