/** Reads bytes as text; `null` where they are none, or in letters that nobody here knows. */
export type Decode = (bytes: Buffer) => string | null;

/** `stream`: a text that was cut may end within a character. */
export const decodedBy =
  (label: string): Decode =>
  (bytes) => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      return null;
    }
  };
