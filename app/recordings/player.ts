import type { Recording } from '../cdr/call.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { OpenRecording, SaveAs, Saving, savingEnds } from '../contract/recordings.ts';
import { codeOf } from '../util/code-of.ts';
import type { RecordingRef } from './find.ts';
import type { Recordings, SavedRecording } from './recordings.ts';
import { recordingFileName } from './save.ts';
import { saveToFile } from './save-file.ts';

interface Opened {
  readonly recording: OpenRecording;
  /** Seconds from the start: where the person was when they closed it. */
  readonly at: number;
}

export interface SaveRequest {
  readonly id: string;
  readonly as: SaveAs;
  /** As they are on the screen, for the name of the file. */
  readonly direction: string;
  readonly party: string;
}

export interface PlayerParts {
  readonly recordings: Recordings;
  /** Of the calls of the person who is signed in; empty for every other id. */
  readonly recordingsOf: (call: string) => readonly Recording[];
  /** A recording of a call was opened, and is whole. */
  readonly measured: (call: string, seconds: number) => void;
  /** Tells whose recordings they are: where one was left, and a kept copy, are the next person's no more than the call is. */
  readonly owner: () => string | null;
  /** Asks where a file is to go; `null`: the person thought better of it. */
  readonly choose: (name: string, extension: string) => Promise<string | null>;
  readonly saving: (progress: Saving) => void;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** Often enough to look steady. */
const tellEvery = 150;

export type Player = ReturnType<typeof createPlayer>;

/** What the page can do with the recordings of the user's own calls. */
export function createPlayer(parts: PlayerParts) {
  const { recordings } = parts;
  /** By id, when it was last closed; of this run. */
  const positions = new Map<string, number>();
  const startedAt = new Map<string, string>();
  const saves = new Map<string, AbortController>();

  async function view(id: string, how: { readonly again?: boolean } = {}): Promise<OpenRecording | null> {
    const found = await recordings.open(id, how);
    return found && { id, ...found };
  }

  async function write(id: string, saved: SavedRecording, file: string, signal: AbortSignal) {
    let toldAt = 0;
    const tell = (written: number) => {
      if (Math.abs(parts.now() - toldAt) < tellEvery && written !== saved.bytes) return;
      toldAt = parts.now();
      parts.saving({ id, written, total: saved.bytes });
    };
    tell(0);
    await saveToFile(file, saved.pieces, tell, signal);
  }

  /** Why a file did not come about: the disk, the transfer, or somebody who signed out. */
  function notSaved(id: string, error: unknown): Reply<never> {
    const now = recordings.view(id);
    if (now?.state === 'failed') return fail(now.failure.code, now.failure);
    const code = codeOf(error);
    parts.log(`recording not saved: ${code}`);
    return fail('not-saved', { details: code.slice(0, 40) });
  }

  return {
    /** `index`: a call that was transferred has several. */
    async open({ call, index }: { readonly call: string; readonly index: number }): Promise<Reply<Opened>> {
      const recording = parts.recordingsOf(call)[index];
      if (!recording) return fail('no-recording');
      const id = recordings.id(refOf(recording, parts.owner()));
      startedAt.set(id, recording.calldate);
      const opened = await view(id);
      if (opened?.state === 'ready' && opened.seconds !== null && opened.warning === null)
        parts.measured(call, opened.seconds);
      return opened ? ok({ recording: opened, at: positions.get(id) ?? 0 }) : fail('signed-out');
    },

    /** Asks the PBX anew. */
    async again(id: string): Promise<Reply<OpenRecording>> {
      const opened = await view(id, { again: true });
      return opened ? ok(opened) : fail('no-recording');
    },

    measures: async (id: string, count: number) => ok(await recordings.measures(id, count)),

    async save({ id, as, direction, party }: SaveRequest): Promise<Reply<(typeof savingEnds)[number]>> {
      if (saves.has(id)) return fail('already-saving');
      const stop = new AbortController();
      saves.set(id, stop);
      let saved: SavedRecording | null = null;
      try {
        saved = await recordings.save(id, as);
        if (saved === null) return fail('no-recording');
        const about = { startedAt: startedAt.get(id) ?? '', direction, party };
        const file = await parts.choose(recordingFileName(about, saved.extension), saved.extension);
        if (file === null) return ok('stopped');
        await write(id, saved, file, stop.signal);
        return ok('saved');
      } catch (error) {
        return stop.signal.aborted ? ok('stopped') : notSaved(id, error);
      } finally {
        saves.delete(id);
        await saved?.done();
      }
    },

    stopSaving: (id: string) => saves.get(id)?.abort(),

    async close(id: string, at: number) {
      if (startedAt.has(id)) positions.set(id, at);
      await recordings.close(id);
    },

    keysOf: (list: readonly Recording[]): string[] => [
      ...new Set(list.map((one) => refOf(one, parts.owner()).key)),
    ],

    /** Nothing of these is kept: no copy, and not where somebody was in them. */
    async drop(keys: readonly string[]) {
      for (const key of keys) {
        const id = await recordings.drop(key);
        if (id === null) continue;
        saves.get(id)?.abort();
        positions.delete(id);
        startedAt.delete(id);
      }
    },

    async forget() {
      for (const stop of saves.values()) stop.abort();
      positions.clear();
      startedAt.clear();
      await recordings.forget();
    },
  };
}

/** The key holds all that the row tells of it: two recordings with one key would be played for each other. */
function refOf({ file, uniqueId, src, dst, calldate }: Recording, owner: string | null): RecordingRef {
  const or = (text: string) => (text === '' ? null : text);
  return {
    key: JSON.stringify([owner, uniqueId, file, calldate, src, dst]),
    filename: or(file),
    uniqueid: or(uniqueId),
    src: or(src),
    dst: or(dst),
    calldate: or(calldate),
  };
}
