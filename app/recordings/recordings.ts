import { randomBytes } from 'node:crypto';
import type { Copies } from './cache.ts';
import type { RecordingDownload } from './download.ts';
import type { RecordingRef, Way } from './find.ts';
import { type OpenedRecording, openRecording, type RecordingLimits, type RecordingView } from './opened.ts';
import { peaksOf } from './peaks.ts';
import { parseRange, rangeHead } from './ranges.ts';
import { wavBytes } from './save.ts';

/** An answer to `recording://ID`, ready to become a `Response`. */
export interface RecordingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: ReadableStream<Uint8Array> | null;
}

export interface SavedRecording {
  readonly extension: string;
  /** Of the file that is saved; `null` where only its end will tell. For the progress. */
  readonly bytes: number | null;
  /** Throws where the recording does not arrive whole: what was written until then is to be removed. */
  readonly pieces: AsyncGenerator<Uint8Array, void, undefined>;
}

/**
 * The recordings of the person who is signed in. One is open at a time: opening another ends the one before, unless
 * it is being saved.
 */
export interface Recordings {
  /**
   * The name of a recording for the renderer: random, of this run, the same for the same `key`. Whoever calls this
   * vouches that the row is of the user's own calls; nothing else gets an id, and nothing without an id is served.
   */
  id(ref: RecordingRef): string;
  /** Finds and opens. `again`: also what is open already, after a problem or a warning. `null`: no such id. */
  open(id: string, how?: { readonly again?: boolean }): Promise<RecordingView | null>;
  /** What is open, as it stands now; `null` where it is not open. */
  view(id: string): RecordingView | null;
  progress(id: string): { readonly received: number; readonly total: number | null } | null;
  /** For the protocol handler: opens what is not open. `range`: the header as it came. */
  respond(id: string, range: string | null): Promise<RecordingAnswer>;
  /** `null` where there is none: formats that the player decodes itself, problems. */
  peaks(id: string, count: number, signal: AbortSignal): Promise<number[] | null>;
  save(id: string, as: 'original' | 'wav'): Promise<SavedRecording | null>;
  /** The player is closed. A download that nobody listens to ends. */
  close(id: string): Promise<void>;
  /** Sign-out: no id is good any more, every copy and its key go. */
  forget(): Promise<void>;
  /** The program ends: copies stay. */
  end(): Promise<void>;
}

export interface RecordingsParts {
  readonly copies: Copies;
  /** Of the account that is signed in; `null` where none is. */
  readonly download: () => RecordingDownload | null;
  readonly limits?: Partial<RecordingLimits>;
}

export const defaultLimits: RecordingLimits = { bytes: 300_000_000, seconds: 6 * 60 * 60 };

interface Current {
  readonly id: string;
  readonly opened: Promise<OpenedRecording>;
  readonly giveUp: AbortController;
  settled: OpenedRecording | null;
  saves: number;
}

export function createRecordings({ copies, download, limits }: RecordingsParts): Recordings {
  const bounds = { ...defaultLimits, ...limits };
  const refs = new Map<string, RecordingRef>();
  const ids = new Map<string, string>();
  /** The way that answered with a file, by recording: the others need not be tried again. */
  const ways = new Map<string, Way>();
  const current = new Map<string, Current>();

  async function end(of: Current): Promise<void> {
    if (current.get(of.id) === of) current.delete(of.id);
    if (of.settled === null) of.giveUp.abort();
    await of.opened.then((recording) => recording.close());
  }

  /** `null`: no such id, or nobody is signed in. */
  async function opened(id: string, again = false): Promise<OpenedRecording | null> {
    const ref = refs.get(id);
    const from = download();
    if (!ref || !from) return null;
    const there = current.get(id);
    if (there && !(again && there.saves === 0)) return await there.opened;

    for (const other of [...current.values()]) if (other.saves === 0) void end(other);
    const way = ways.get(ref.key) ?? null;
    const found = (by: Way) => void ways.set(ref.key, by);
    const giveUp = new AbortController();
    const opening = openRecording(ref, { copies, download: from, limits: bounds, way, found, giveUp });
    const entry: Current = { id, opened: opening, giveUp, settled: null, saves: 0 };
    current.set(id, entry);
    try {
      entry.settled = await opening;
    } catch (error) {
      current.delete(id);
      throw error;
    }
    return entry.settled;
  }

  /** A kept copy that cannot be read in its middle is fetched again the next time. */
  async function damaged(id: string, recording: OpenedRecording): Promise<void> {
    const ref = refs.get(id);
    const entry = current.get(id);
    if (!recording.fromCopy || !ref || entry?.settled !== recording) return;
    await copies.drop(ref.key);
    await end(entry);
  }

  function streamOf(id: string, recording: OpenedRecording, from: number, to: number) {
    const pieces = recording.playable?.read(from, to);
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const next = await pieces?.next();
            if (!next || next.done) controller.close();
            else controller.enqueue(next.value);
          } catch {
            controller.error(new Error('the recording ended'));
            await damaged(id, recording);
          }
        },
        async cancel() {
          await pieces?.return();
        },
      },
      // What is decoded ahead of the player is memory; it asks often enough.
      { highWaterMark: 1 },
    );
  }

  async function* held(entry: Current, pieces: AsyncGenerator<Uint8Array, void, undefined>) {
    entry.saves++;
    try {
      yield* pieces;
    } finally {
      entry.saves--;
    }
  }

  return {
    id(ref) {
      const known = ids.get(ref.key);
      // A letter first: a host name that reads as a number is an IPv4 address to a URL parser.
      const id = known ?? `r${randomBytes(16).toString('hex')}`;
      ids.set(ref.key, id);
      refs.set(id, ref);
      return id;
    },

    async open(id, { again = false } = {}) {
      return (await opened(id, again))?.view() ?? null;
    },

    view: (id) => current.get(id)?.settled?.view() ?? null,
    progress: (id) => current.get(id)?.settled?.progress() ?? null,

    async respond(id, range) {
      const recording = await opened(id);
      const playable = recording?.playable;
      if (!recording || !playable)
        return { status: 404, headers: { 'Cache-Control': 'no-store' }, stream: null };
      const { status, headers, from, to } = rangeHead(
        parseRange(range, playable.length),
        playable.length,
        playable.mime,
      );
      return { status, headers, stream: status === 416 ? null : streamOf(id, recording, from, to) };
    },

    async peaks(id, count, signal) {
      const wav = (await opened(id))?.wav;
      return wav ? await peaksOf(wav, count, signal) : null;
    },

    async save(id, as) {
      const recording = await opened(id);
      const entry = current.get(id);
      if (!recording || !entry) return null;
      const { wav, original } = recording;
      if (as === 'wav')
        return wav && { extension: 'wav', bytes: wav.length, pieces: held(entry, wavBytes(wav)) };
      return (
        original && {
          extension: original.extension,
          bytes: original.length(),
          pieces: held(entry, original.read()),
        }
      );
    },

    async close(id) {
      const entry = current.get(id);
      if (entry && entry.saves === 0) await end(entry);
    },

    async forget() {
      refs.clear();
      ids.clear();
      ways.clear();
      await Promise.all([...current.values()].map(end));
      await copies.forget();
    },

    async end() {
      await Promise.all([...current.values()].map(end));
    },
  };
}
