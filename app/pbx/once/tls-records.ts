/** RFC 8446 §5.1: the types of records there are, and that of application data. */
const types = { first: 20, last: 24, applicationData: 23 } as const;

/**
 * The end of a TLS 1.3 handshake and its alerts look like application data too: their longest record has 69 bytes, and 25 more where
 * the server asked for a certificate. The head of a request has several hundred.
 */
const longestOther = 128;

/** Tells of each piece of what a TLS client sends whether a request has begun in it. */
export function tlsRequestIn(): (piece: Uint8Array) => boolean {
  let head: number[] = [];
  /** Bytes of a record that are still to come. */
  let rest = 0;
  return (piece) => {
    for (let at = 0; at < piece.length; ) {
      if (rest > 0) {
        const passed = Math.min(rest, piece.length - at);
        at += passed;
        rest -= passed;
        continue;
      }
      head.push(piece[at++] ?? 0);
      if (head.length < 5) continue;
      const [type = 0, , , high = 0, low = 0] = head;
      head = [];
      rest = high * 256 + low;
      // What is no TLS may be anything.
      if (type < types.first || type > types.last) return true;
      if (type === types.applicationData && rest > longestOther) return true;
    }
    return false;
  };
}
