import type { Place, Reading, Readings } from './reading.ts';

/** What a press knows of a place: whether it is new, and which of the two is newer. */
export interface Age {
  /** It is not what it was at the last press. */
  readonly changed: boolean;
  /** Since when it is there; of two of the same moment nobody knows which is newer. */
  readonly since: number;
}

interface Seen extends Age {
  readonly digest: string | null;
  readonly order: number | null;
}

const nothingSeen: Seen = { changed: false, since: 0, digest: null, order: null };

/**
 * Remembers what is marked and copied, so that an old number is not taken for one that was just copied: by its digest, for it
 * may be a password.
 */
export function createMemory(digest: (text: string) => string) {
  let presses = 0;
  let last: Readonly<Record<Place, Seen>> = { marked: nothingSeen, clipboard: nothingSeen };

  const digestOf = (reading: Reading): string =>
    // A program that takes a text over may end it with a line's end.
    reading.kind === 'text' ? digest(reading.text.trim()) : reading.kind;

  function marked({ marked: reading, order }: Readings): Seen {
    const before = last.marked;
    const now = { digest: digestOf(reading), order: order?.marked ?? null };
    if (order === null) {
      // Nobody knows what it is, so it may have been marked at any time since the last press.
      if (reading.kind === 'unreadable') return { ...now, changed: true, since: presses - 1 };
      const changed = now.digest !== before.digest;
      return { ...now, changed, since: changed ? presses : before.since };
    }
    // Marked again, though it reads the same: in another program, or once more.
    if (order.marked !== before.order) return { ...now, changed: true, since: order.marked };
    if (now.digest === before.digest) return { ...now, changed: false, since: before.since };
    // A program that changes what it holds without a word: as new as can be.
    return { ...now, changed: true, since: Math.max(order.marked, order.clipboard) + 0.5 };
  }

  /** Programs that keep what was copied take it over without anybody copying: only another content is new. */
  function clipboard({ clipboard: reading, order }: Readings): Seen {
    const now = { digest: digestOf(reading), order: order?.clipboard ?? null };
    const changed = now.digest !== last.clipboard.digest;
    return { ...now, changed, since: changed ? (order?.clipboard ?? presses) : last.clipboard.since };
  }

  return {
    /** What is there before the first press: which of it is newer, nobody knows. */
    start(readings: Readings): void {
      const seen = (place: Place): Seen => ({
        changed: false,
        since: 0,
        digest: digestOf(readings[place]),
        order: readings.order?.[place] ?? null,
      });
      last = { marked: seen('marked'), clipboard: seen('clipboard') };
    },
    press(readings: Readings): Readonly<Record<Place, Age>> {
      presses += 1;
      last = { marked: marked(readings), clipboard: clipboard(readings) };
      return last;
    },
  };
}
