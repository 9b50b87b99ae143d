import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { CdrRecord } from '../../pbx/cdr-rows.ts';
import type { Timer } from '../../timer.ts';
import { type Row, writeRow } from '../rows.ts';
import type { SyncMemory } from './sync.ts';

/**
 * The user's own calls on disk, so that the list is there at once, PBX or not. Rows rather than calls: a late row, or another
 * time zone, changes what they make. Nobody else's call is in it (see `Book.rows`).
 */
export interface CallStore {
  /** What was kept for this owner; nothing where the file is missing, damaged or somebody else's. */
  read(): Promise<Kept>;
  /** Some time soon; several wishes become one writing. */
  keep(): void;
  /** What was to be kept, now: before the program ends. */
  flush(): Promise<void>;
  /** Signed out: the file is gone, and nothing that was still to be written brings it back. */
  clear(): Promise<void>;
}

export interface Kept {
  readonly records: readonly CdrRecord[];
  readonly memory: SyncMemory | null;
}

export interface CallStoreParts {
  readonly file: string;
  /** Tells one account from another: PBX, extension and agent. A digest, so that the file does not name the PBX. */
  readonly owner: string;
  /** The PBX's time zone: what was asked for in another one has to be asked for again. */
  readonly zone: string;
  readonly content: () => { readonly rows: readonly Row[]; readonly memory: SyncMemory };
  readonly timer: Timer;
  readonly log: (line: string) => void;
}

const Stretch = v.object({ from: v.number(), to: v.number() });
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const File = v.object({
  version: v.literal(1),
  owner: v.string(),
  zone: v.string(),
  settled: v.array(Stretch),
  cap: v.object({ largest: count, cut: v.nullable(count) }),
  upTo: v.optional(v.nullable(v.number()), null),
  /** Each is read like a row that the PBX sent. */
  rows: v.array(v.record(v.string(), v.unknown())),
});

const nothing: Kept = { records: [], memory: null };
/** What came is on the disk soon; but twenty thousand calls are some megabytes, not to be written for each of them. */
const soon = 1_000;
const seldom = 10_000;

export function createCallStore(parts: CallStoreParts): CallStore {
  const { file, owner, zone, log } = parts;
  let cancel: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();
  let cleared = false;
  let hasWritten = false;

  /** A disk that is full or read-only costs the next start its list, and nothing now. */
  async function safely(what: string, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      log(`calls not ${what}: ${codeOf(error)}`);
    }
  }

  async function write(): Promise<void> {
    if (cleared) return;
    hasWritten = true;
    const { rows, memory } = parts.content();
    const whole = { version: 1, owner, zone, ...memory, rows: rows.map(writeRow) };
    const next = `${file}.next`;
    await safely('written', async () => {
      await mkdir(path.dirname(file), { recursive: true });
      // A file of that name may have been left with other rights; `mode` is for new ones only.
      await rm(next, { force: true });
      const handle = await open(next, 'wx', 0o600);
      try {
        await handle.writeFile(JSON.stringify(whole));
        // Without it, a power cut after the rename may leave an empty file under the good name.
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(next, file);
    });
  }

  function flush(): Promise<void> {
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
      let text: string;
      try {
        text = await readFile(file, 'utf8');
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') log(`calls not read: ${codeOf(error)}`);
        return nothing;
      }
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), File), text);
      if (!parsed.success) {
        log('the file of calls could not be read: put aside');
        await safely('put aside', () => rename(file, `${file}.unreadable`));
        return nothing;
      }
      const found = parsed.output;
      // Somebody else's calls: not to be shown, and not to be left lying about either.
      if (found.owner !== owner) {
        await safely('removed', () => rm(file, { force: true }));
        return nothing;
      }
      const settled = found.zone === zone ? found.settled : [];
      return { records: found.rows, memory: { settled, cap: found.cap, upTo: found.upTo } };
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
      await safely('removed', async () => {
        for (const name of [file, `${file}.next`, `${file}.unreadable`]) await rm(name, { force: true });
      });
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
