import * as v from 'valibot';
import type { CdrRecord } from '../cdr/record.ts';
import { type Row, writeRow } from '../cdr/rows.ts';
import { Line, Natural } from '../contract/bounds.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import type { SyncMemory } from '../sync/status.ts';
import { codeOf } from '../util/code-of.ts';
import type { Timer } from '../util/timer.ts';
import type { HeardLength } from './heard.ts';

/**
 * The user's own calls on disk, so that the list is there at once, PBX or not. Rows rather than calls: a late row, or another
 * time zone, changes what they make. Nobody else's call is in it (see `Book.rows`).
 */
export interface CallStore {
  /** What was kept for this owner; nothing where the file is missing, damaged or somebody else's. */
  read(): Promise<Kept>;
  /** Some time soon; several wishes become one writing. */
  keep(): void;
  /** What was to be kept, now: before the program ends. `false`: the disk did not take it. */
  flush(): Promise<boolean>;
  /** Signed out: the file is gone, and nothing that was still to be written brings it back. `false`: the disk does not let it go. */
  clear(): Promise<boolean>;
}

export interface Kept {
  readonly records: readonly CdrRecord[];
  readonly memory: SyncMemory | null;
  readonly heard: readonly HeardLength[];
  /** Of tries on this computer, and the call that each was: by the clocks of now it may not be found. */
  readonly tries: readonly KnownTry[];
}
type KnownTry = readonly [attempt: string, call: string];

export interface CallStoreParts {
  readonly file: string;
  /** Tells one account from another: PBX, extension and agent. A digest, so that the file does not name the PBX. */
  readonly owner: string;
  /** The PBX's time zone: what was asked for in another one has to be asked for again. */
  readonly zone: string;
  readonly content: () => Content;
  readonly timer: Timer;
  readonly keeping: Keeping;
}

interface Content {
  readonly rows: readonly Row[];
  readonly memory: SyncMemory;
  readonly heard: readonly HeardLength[];
  readonly tries: readonly KnownTry[];
}

const Stretch = v.object({ from: v.number(), to: v.number() });

const File = v.object({
  version: v.literal(1),
  owner: v.string(),
  zone: v.string(),
  settled: v.array(Stretch),
  cap: v.object({ largest: Natural, cut: v.nullable(Natural) }),
  upTo: v.optional(v.nullable(v.number()), null),
  /** Lengths of calls by their recordings. One that cannot be read costs no call. */
  heard: v.fallback(v.optional(v.array(v.unknown()), []), []),
  tries: v.fallback(v.optional(v.array(v.unknown()), []), []),
  /** Each is read like a row that the PBX sent. */
  rows: v.array(v.record(v.string(), v.unknown())),
});

const Heard = v.tuple([Line(300), Natural]);
const Try = v.tuple([Line(300), Line(300)]);

const nothing: Kept = { records: [], memory: null, heard: [], tries: [] };
/** Of a PBX that was never asked. */
export const nothingAsked: SyncMemory = { settled: [], cap: { largest: 0, cut: null }, upTo: null };

/** What is not kept counts as never asked for: who keeps calls longer from tomorrow on gets the older ones again. `from`: by the PBX's clock. */
export function keptSince(memory: SyncMemory, from: number): SyncMemory {
  const settled = memory.settled
    .filter(({ to }) => to >= from)
    .map((span) => ({ ...span, from: Math.max(span.from, from) }));
  return { ...memory, settled };
}

/** What came is on the disk soon; but twenty thousand calls are some megabytes, not to be written for each of them. */
const soon = 1_000;
const seldom = 10_000;

export function createCallStore(parts: CallStoreParts): CallStore {
  const { file, owner, zone, keeping } = parts;
  const disk = openKeptFile({ file, what: 'calls', parse, keeping });
  let cancel: (() => void) | null = null;
  let writing: Promise<boolean> = Promise.resolve(true);
  let cleared = false;
  let hasWritten = false;

  /** A disk that is full or read-only costs the next start its list, and nothing now. */
  async function safely(what: string, act: () => void | Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      keeping.log(`calls not ${what}: ${codeOf(error)}`);
      return false;
    }
  }

  async function write(): Promise<boolean> {
    if (cleared) return true;
    hasWritten = true;
    const { rows, memory, heard, tries } = parts.content();
    const whole = { version: 1, owner, zone, ...memory, heard, tries, rows: rows.map(writeRow) };
    return await safely('written', () => disk.replaceSoon(JSON.stringify(whole)));
  }

  function flush(): Promise<boolean> {
    if (cancel !== null) {
      cancel();
      cancel = null;
      writing = writing.then(write);
    }
    return writing;
  }

  return {
    flush,
    async read() {
      const found = disk.read();
      if (found === null) return nothing;
      // Somebody else's calls: not to be shown, and not to be left lying about either.
      if (found.owner !== owner) {
        await safely('removed', () => disk.remove());
        return nothing;
      }
      const settled = found.zone === zone ? found.settled : [];
      const { cap, upTo, rows, heard, tries } = found;
      return {
        records: rows,
        memory: { settled, cap, upTo },
        heard: heard.filter((one) => v.is(Heard, one)),
        tries: tries.filter((one) => v.is(Try, one)),
      };
    },

    keep() {
      if (cleared) return;
      cancel ??= parts.timer(hasWritten ? seldom : soon, () => void flush());
    },

    async clear() {
      cleared = true;
      cancel?.();
      cancel = null;
      await writing;
      return await safely('removed', () => disk.remove());
    },
  };
}

function parse(text: string): Parsed<v.InferOutput<typeof File>> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), File), text);
  return parsed.success ? { value: parsed.output, whole: true } : null;
}
