import { randomBytes } from 'node:crypto';
import { type Failure, fail } from '../contract/failures.ts';
import type {
  Encoded,
  RecordingMeasures,
  RecordingProblem,
  RecordingView,
  SaveAs,
} from '../contract/recordings.ts';
import type { RecordingDownload } from '../pbx/recording.ts';
import type { Copies } from './cache.ts';
import type { Decode } from './decode/step.ts';
import type { WavFile } from './decode/wav-file.ts';
import type { RecordingRef, Way } from './find.ts';
import { measure } from './measure.ts';
import { type OpenedRecording, openRecording, type Playable, type RecordingLimits } from './opened.ts';
import { encodedFor } from './page-decoded.ts';
import { parseRange, rangeHead } from './ranges.ts';
import { wavBytes } from './save.ts';
import { sketch } from './sketch.ts';
import { RecordingGone } from './stored.ts';

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
  /** Until this is called the recording stays open, whatever else is opened or closed. */
  readonly done: () => Promise<void>;
}

export type SavedAside =
  | { readonly kind: 'file'; readonly file: SavedRecording; readonly failed: () => Failure | null }
  | { readonly kind: 'none'; readonly problem: RecordingProblem | null; readonly failure: Failure | null };

export interface RecordingsParts {
  readonly copies: Copies;
  /** Of the account that is signed in; `null` where none is. */
  readonly download: () => RecordingDownload | null;
  readonly decode: Decode;
  readonly limits?: Partial<RecordingLimits>;
  /** A transfer ended: `view(id)` may have changed. */
  readonly changed?: (id: string) => void;
}

export const defaultLimits: RecordingLimits = { bytes: 300_000_000, seconds: 6 * 60 * 60 };

interface Current {
  readonly id: string;
  /** Where it is served: a path that no other opening has, not even of the same recording. */
  readonly place: string;
  readonly opened: Promise<OpenedRecording>;
  /** Ends the opening of it. */
  readonly giveUp: AbortController;
  /** Ends what is made of it: the waveform. */
  readonly over: AbortController;
  settled: OpenedRecording | null;
  saves: number;
  /** Somebody listens; what is only being saved ends with the last save. */
  wanted: boolean;
}

export type Recordings = ReturnType<typeof createRecordings>;

/**
 * The recordings of the person who is signed in. One is open at a time: opening another ends the one before, unless
 * it is being saved.
 */
export function createRecordings({ copies, download, decode, limits, changed }: RecordingsParts) {
  const bounds = { ...defaultLimits, ...limits };
  const refs = new Map<string, RecordingRef>();
  const ids = new Map<string, string>();
  /** The way that answered with a file, by recording: the others need not be tried again. */
  const ways = new Map<string, Way>();
  const current = new Map<string, Current>();

  async function end(of: Current): Promise<void> {
    if (current.get(of.id) === of) current.delete(of.id);
    of.over.abort();
    if (of.settled === null) of.giveUp.abort();
    await of.opened.then((recording) => recording.close());
  }

  /** Nobody listens to it any more. */
  async function leave(of: Current): Promise<void> {
    of.wanted = false;
    if (of.saves === 0) await end(of);
  }

  /** `null`: no such id, or nobody is signed in. */
  async function opened(id: string, { again = false, aside = false } = {}): Promise<OpenedRecording | null> {
    const ref = refs.get(id);
    const from = download();
    if (!ref || !from) return null;
    const before = current.get(id);
    if (!aside) for (const other of [...current.values()]) if (other !== before) void leave(other);
    if (before && !(again && before.saves === 0)) {
      before.wanted ||= !aside;
      return await before.opened;
    }
    if (before) void end(before);
    const way = ways.get(ref.key) ?? null;
    const found = (by: Way) => void ways.set(ref.key, by);
    const giveUp = new AbortController();
    const ended = () => void (current.get(id) === entry && changed?.(id));
    const parts = { copies, download: from, limits: bounds, decode, way, found, ended, giveUp };
    const opening = openRecording(ref, parts);
    const over = new AbortController();
    const entry: Current = {
      ...{ id, place: randomBytes(16).toString('hex'), opened: opening },
      ...{ giveUp, over, settled: null, saves: 0, wanted: !aside },
    };
    current.set(id, entry);
    try {
      entry.settled = await opening;
    } catch (error) {
      current.delete(id);
      throw error;
    }
    return entry.settled;
  }

  const there = async (id: string) => (await current.get(id)?.opened) ?? null;

  /** A kept copy that cannot be read in its middle is fetched again the next time. */
  async function damaged(id: string, recording: OpenedRecording): Promise<void> {
    const ref = refs.get(id);
    const entry = current.get(id);
    if (!recording.fromCopy || !ref || entry?.settled !== recording) return;
    await copies.drop(ref.key);
    await end(entry);
  }

  function streamOf(id: string, recording: OpenedRecording, pieces: ReturnType<Playable['read']>) {
    let isCancelled = false;
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          let next: Awaited<ReturnType<typeof pieces.next>>;
          try {
            next = await pieces.next();
          } catch {
            controller.error(new Error('the recording ended'));
            await damaged(id, recording);
            return;
          }
          // A player that goes to another place lets go of what is being read. That says nothing of the copy.
          if (isCancelled) return;
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        },
        async cancel() {
          isCancelled = true;
          await pieces.return();
        },
      },
      // What is decoded ahead of the player is memory; it asks often enough.
      { highWaterMark: 1 },
    );
  }

  function held(entry: Current, file: Omit<SavedRecording, 'done'>): SavedRecording {
    let isDone = false;
    entry.saves++;
    return {
      ...file,
      async done() {
        if (isDone) return;
        isDone = true;
        // Not waited for: a read may still hang on bytes that never come, until the recording is closed.
        file.pieces.return().catch(() => undefined);
        entry.saves--;
        if (!entry.wanted && entry.saves === 0) await end(entry);
      },
    };
  }

  async function lookInto<T>(
    id: string,
    count: number,
    look: (wav: WavFile, count: number, signal: AbortSignal) => Promise<T>,
  ): Promise<T | null> {
    const entry = current.get(id);
    const wav = (await there(id))?.wav;
    if (!entry || !wav) return null;
    try {
      return await look(wav, count, entry.over.signal);
    } catch (error) {
      // Nobody looks at it any more, or the rest of the sound never came: the player tells of that, not the drawing.
      if (entry.over.signal.aborted || error instanceof RecordingGone) return null;
      throw error;
    }
  }

  return {
    /**
     * The name of a recording for the renderer: random, of this run, the same for the same `key`. Whoever calls this
     * vouches that the row is of the user's own calls; nothing else gets an id, and nothing without an id is served.
     */
    id(ref: RecordingRef): string {
      const known = ids.get(ref.key);
      // A letter first: a host name that reads as a number is an IPv4 address to a URL parser.
      const id = known ?? `r${randomBytes(16).toString('hex')}`;
      ids.set(ref.key, id);
      refs.set(id, ref);
      return id;
    },

    /** Finds and opens. `again`: also what is open already, after a problem or a warning. `null`: no such id. */
    async open(id: string, { again = false } = {}): Promise<RecordingView | null> {
      return (await opened(id, { again }))?.view() ?? null;
    },

    /** What is open, as it stands now; `null` where it is not open. */
    view: (id: string) => current.get(id)?.settled?.view() ?? null,
    progress: (id: string) => current.get(id)?.settled?.progress() ?? null,

    /** The place of what somebody listens to; `null`: nobody does. */
    placeOf(id: string): string | null {
      const entry = current.get(id);
      return entry?.wanted === true ? entry.place : null;
    },

    /**
     * For the protocol handler, of what somebody listens to: a player's last request for a recording that was closed must not open it
     * again, and end the one after it; one that is only being saved is closed to the player. `range`: the header as it came.
     */
    async respond(id: string, range: string | null, as: 'quick' | 'wav' = 'quick'): Promise<RecordingAnswer> {
      const recording = current.get(id)?.wanted === true ? await there(id) : null;
      const playable = as === 'quick' ? recording?.playable : wavOf(recording);
      if (!recording || !playable)
        return { status: 404, headers: { 'Cache-Control': 'no-store' }, stream: null };
      const { status, headers, from, to } = rangeHead(
        parseRange(range, playable.length),
        playable.length,
        playable.mime,
      );
      const stream = status === 416 ? null : streamOf(id, recording, playable.read(from, to));
      return { status, headers, stream };
    },

    /** `null` where there is none: formats that the player decodes itself, what is not open or ended meanwhile. */
    measures: (id: string, count: number): Promise<RecordingMeasures | null> => lookInto(id, count, measure),

    /** The waveform alone, sooner and roughly. `null`: as above. */
    sketch: (id: string, count: number): Promise<number[][] | null> => lookInto(id, count, sketch),

    /** Of what is open and decoded by the page alone. `seconds`: as its player knows it. */
    async encoded(id: string, seconds: number): Promise<Encoded | null> {
      const { playsAsItIs: format, original } = (await there(id)) ?? {};
      if (!format || !original) return null;
      try {
        return await encodedFor({ format, pieces: original.read(), bytes: original.length() }, seconds);
      } catch {
        // The rest of it never came: the player tells of that.
        return null;
      }
    },

    /** Of what is open. */
    async save(id: string, as: SaveAs): Promise<SavedRecording | null> {
      const entry = current.get(id);
      const recording = await there(id);
      if (!recording || !entry) return null;
      const { wav, original } = recording;
      if (as === 'wav')
        return wav && held(entry, { extension: 'wav', bytes: wav.length, pieces: wavBytes(wav) });
      const { extension } = original ?? { extension: '' };
      return original && held(entry, { extension, bytes: original.length(), pieces: original.read() });
    },

    /**
     * Of what is not open, as well: it is fetched beside what somebody listens to, in the best way there is to save it. `none`: it
     * cannot be had, for what is wrong with it; `failure`: and neither can others, most likely.
     */
    async saveAside(id: string, signal: AbortSignal): Promise<SavedAside> {
      const opening = opened(id, { aside: true });
      const entry = current.get(id);
      if (!entry) {
        await opening;
        return { kind: 'none', problem: null, failure: fail('signed-out').failure };
      }
      // Nobody who opens another one meanwhile ends it.
      entry.saves++;
      const giveUp = () => void (entry.wanted || entry.settled !== null || entry.giveUp.abort());
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        const { view, wav, original } = (await opening) ?? (await entry.opened);
        const now = view();
        const as =
          now.state === 'ready' ? now.saveAs[0] : now.state === 'problem' && now.canSave ? 'original' : null;
        const failed = () => {
          const later = view();
          return later.state === 'failed' ? later.failure : null;
        };
        if (as === 'wav' && wav)
          return {
            kind: 'file',
            failed,
            file: held(entry, { extension: 'wav', bytes: wav.length, pieces: wavBytes(wav) }),
          };
        if (as === 'original' && original)
          return {
            kind: 'file',
            failed,
            file: held(entry, {
              extension: original.extension,
              bytes: original.length(),
              pieces: original.read(),
            }),
          };
        return { kind: 'none', problem: now.state === 'problem' ? now.problem : null, failure: failed() };
      } finally {
        signal.removeEventListener('abort', giveUp);
        entry.saves--;
        if (!entry.wanted && entry.saves === 0) await end(entry);
      }
    },

    /** The player is closed. A download that nobody listens to ends. */
    async close(id: string) {
      const entry = current.get(id);
      if (entry) await leave(entry);
    },

    /** This one has no id and no copy any more. What it was called, if anything. */
    async drop(key: string): Promise<string | null> {
      const id = ids.get(key) ?? null;
      if (id !== null) {
        const open = current.get(id);
        ids.delete(key);
        refs.delete(id);
        if (open) await end(open);
      }
      ways.delete(key);
      // Behind the end: what has just arrived whole leaves a copy.
      await copies.drop(key);
      return id;
    },

    /** Sign-out: no id is good any more, every copy and its key go. */
    async forget() {
      refs.clear();
      ids.clear();
      ways.clear();
      await Promise.all([...current.values()].map(end));
      await copies.forget();
    },

    /** The program ends: copies stay. */
    async end() {
      await Promise.all([...current.values()].map(end));
    },
  };
}

function wavOf(recording: OpenedRecording | null): Playable | null {
  return recording?.wav ? { ...recording.wav, mime: 'audio/wav' } : null;
}
