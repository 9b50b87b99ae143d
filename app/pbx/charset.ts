import { Buffer } from 'node:buffer';

/** Bytes to text as they come: a character may be cut by the edge of a piece. */
export interface Decoder {
  take(bytes: Uint8Array): string;
  /** No more will come. */
  end(): string;
}

/** A byte-order mark decides, then the charset that was declared, else UTF-8. */
function decoderOf([first, second]: Uint8Array, contentType: string): TextDecoder {
  const declared = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8';
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? declared);
  } catch {
    // A charset that nobody knows: what is in it is most likely UTF-8 after all.
    return new TextDecoder();
  }
}

export function decode(bytes: Uint8Array, contentType: string): string {
  // `trim` takes further byte-order marks too: PHP files that include each other bring several.
  return decoderOf(bytes, contentType).decode(bytes).trim();
}

export function openDecoder(contentType: string): Decoder {
  let decoder: TextDecoder | null = null;
  /** Less than a byte-order mark. */
  let start = new Uint8Array();

  function open(): string {
    decoder = decoderOf(start, contentType);
    return decoder.decode(start, { stream: true });
  }

  return {
    take(bytes) {
      if (decoder) return decoder.decode(bytes, { stream: true });
      start = new Uint8Array(Buffer.concat([start, bytes]));
      return start.length < 2 ? '' : open();
    },
    end: () => (decoder ? '' : open()) + (decoder?.decode() ?? ''),
  };
}
