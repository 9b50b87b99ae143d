/**
 * Clocks of a time zone, both ways, fast enough for 100,000 rows: Intl is asked once per quarter of an hour of the
 * calendar, the finest step in which any zone moves its clocks, and the rest is arithmetic.
 */
export interface Zone {
  readonly name: string;
  /** `yyyy-mm-dd hh:mm:ss` on this zone's clocks. */
  write(at: number): string;
  /**
   * The moment at which the clocks showed this; `null` where it is no time. Where they showed it twice (the hour that comes
   * again in autumn): the moment nearest to `near`, else the first. Where they never did (spring): as if they had not been
   * moved yet.
   */
  read(text: string, near?: () => number | null): number | null;
  /** Milliseconds to add to UTC. */
  offset(at: number): number;
}

const quarter = 900_000;
const day = 86_400_000;
/** The caches of one zone: about two years of office hours. */
const most = 20_000;

/** Throws a RangeError for a zone that does not exist: settings are checked where they come in. */
export function openZone(name: string): Zone {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<number, number>();
  const readings = new Map<number, readonly number[]>();

  function ask(at: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of clock.formatToParts(at)) parts[type] = Number(value);
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, date, hour, minute, second) - at;
  }

  function offset(at: number): number {
    const step = Math.floor(at / quarter);
    const known = offsets.get(step);
    if (known !== undefined) return known;
    const found = ask(step * quarter);
    if (offsets.size >= most) offsets.clear();
    offsets.set(step, found);
    return found;
  }

  /** Offsets under which the clocks may show this, written as if it were UTC. */
  function offsetsAround(shown: number): readonly number[] {
    const step = Math.floor(shown / quarter);
    const known = readings.get(step);
    if (known !== undefined) return known;
    // No zone is further than 14 hours from UTC, and none moves its clocks twice within two days.
    const before = offset(shown - day);
    const after = offset(shown + day);
    const found = before === after ? [before] : [before, after];
    if (readings.size >= most) readings.clear();
    readings.set(step, found);
    return found;
  }

  return {
    name,
    offset,
    write: (at) =>
      new Date(Math.floor(at / 1_000) * 1_000 + offset(at)).toISOString().slice(0, 19).replace('T', ' '),
    read(text, near) {
      const shown = readShown(text);
      if (shown === null) return null;
      const around = offsetsAround(shown);
      const [before = 0] = around;
      if (around.length === 1) return shown - before;
      const moments = around.map((by) => shown - by).filter((at) => at + offset(at) === shown);
      const other = moments.length > 1 ? (near?.() ?? null) : null;
      moments.sort((a, b) => (other === null ? a - b : Math.abs(a - other) - Math.abs(b - other)));
      return moments[0] ?? shown - before;
    },
  };
}

/** The zone that somebody names, asked each time: they may name another one. */
export function zoneNamed(name: () => string): () => Zone {
  let known: Zone | null = null;
  return () => {
    const now = name();
    if (known?.name !== now) known = openZone(now);
    return known;
  };
}

/** Of this computer: a person who travels does not start the program anew. */
export const zoneOfThisComputer = (): (() => Zone) =>
  zoneNamed(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Two digits; NaN where they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/**
 * The clock's face as a number: the moment at which UTC would show it. `null` where it is no time. By hand, for a pattern costs more
 * than all else that is done with a row. The seconds may be missing, or have decimals.
 */
export function readShown(text: string): number | null {
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const date = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = text.length > 16 ? two(text, 17) : 0;
  const punctuated =
    text[4] === '-' && text[7] === '-' && text[13] === ':' && (text[10] === ' ' || text[10] === 'T');
  // Not NaN, each within its bounds; 60 is a leap second.
  const counted =
    year > 0 && month >= 1 && month <= 12 && date >= 1 && hour <= 23 && minute <= 59 && second <= 60;
  if (!punctuated || !counted) return null;
  const shown = Date.UTC(year, month - 1, date, hour, minute, second);
  // 30 February rolls over into March: not a date.
  return date <= 28 || new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date ? shown : null;
}

/** The reverse of `readShown`. */
export function writeShown(shown: number): string {
  return new Date(shown).toISOString().slice(0, 19).replace('T', ' ');
}
