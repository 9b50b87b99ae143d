import type { Recording } from '../cdr/call.ts';
import type { CallFacts } from '../contract/calls.ts';

import { fail, ok, type Reply } from '../contract/failures.ts';
import type {
  Heard,
  Levels,
  OpenRecording,
  SaveAs,
  Saving,
  SavingAll,
  savingEnds,
} from '../contract/recordings.ts';
import { codeOf } from '../util/code-of.ts';
import type { createDragged } from './dragged.ts';
import type { RecordingRef } from './find.ts';
import { heardIn } from './page-decoded.ts';
import type { Recordings, SavedRecording } from './recordings.ts';
import { recordingFileName } from './save.ts';
import { createSaveAll } from './save-all.ts';
import { saveToFile } from './save-file.ts';

/** A recording that is saved with others, and whom it is with. */
interface Savable {
  readonly recording: Recording;
  readonly direction: CallFacts['direction'];
  readonly number: string;
  readonly name: string;
}

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
  readonly number: string;
  readonly name: string;
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
  /** Asks for a folder; as above. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly dragged: Pick<ReturnType<typeof createDragged>, 'write' | 'has' | 'clear'>;
  /** A button of the mouse is pressed: the file goes where it is let go. */
  readonly startDrag: (file: string) => void;
  readonly savingAll: (progress: SavingAll) => void;
  /** What the PBX wrote of its clock, by the clock that the list shows (`save.ts`). */
  readonly onListClock: (calldate: string) => string;
  /** What a file's name is made of (`save.ts`). */
  readonly fileNames: () => string;
  /** In the person's language. */
  readonly directions: () => Readonly<Record<CallFacts['direction'], string>>;
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
  /** By the recording's id. */
  const callOf = new Map<string, string>();
  /** What can be dragged now. */
  let made: { readonly what: string; readonly file: string } | null = null;
  let making: string | null = null;
  const saves = new Map<string, AbortController>();

  const together = createSaveAll({
    ...{ recordings, chooseFolder: parts.chooseFolder, pattern: parts.fileNames },
    ...{ saving: parts.savingAll, log: parts.log, onListClock: parts.onListClock },
    refOf: (recording) => refOf(recording, parts.owner()),
  });

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
      startedAt.set(id, parts.onListClock(recording.calldate));
      callOf.set(id, call);
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

    encoded: async (id: string, seconds: number) => ok(await recordings.encoded(id, seconds)),

    /** What the page found in one that it decoded: how long it is, too. */
    async heard(id: string, levels: Levels): Promise<Reply<Heard | null>> {
      const call = callOf.get(id);
      if (call === undefined || recordings.view(id)?.state !== 'ready') return ok(null);
      parts.measured(call, levels.seconds);
      return ok(heardIn(levels));
    },

    sketch: async (id: string, count: number) => ok(await recordings.sketch(id, count)),

    measures: async (id: string, count: number) => ok(await recordings.measures(id, count)),

    async save({ id, as, ...about }: SaveRequest): Promise<Reply<(typeof savingEnds)[number]>> {
      if (saves.has(id)) return fail('already-saving');
      const stop = new AbortController();
      saves.set(id, stop);
      let saved: SavedRecording | null = null;
      try {
        saved = await recordings.save(id, as);
        if (saved === null) return fail('no-recording');
        const call = { startedAt: startedAt.get(id) ?? '', ...about };
        const name = recordingFileName(call, saved.extension, parts.fileNames());
        const file = await parts.choose(name, saved.extension);
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

    /** The file is made for one recording at a time, as soon as it is pressed: no file can follow the pointer before it is whole. */
    async drag(step: 'make' | 'go', { id, as, ...about }: SaveRequest): Promise<Reply<undefined>> {
      const what = `${id} ${as}`;
      const ready = made?.what === what && parts.dragged.has(made.file) ? made.file : null;
      if (step === 'go') {
        if (ready === null) return fail('not-draggable');
        parts.startDrag(ready);
        return ok(undefined);
      }
      const { received, total } = recordings.progress(id) ?? { received: 0, total: null };
      if (ready !== null || making === what || received !== total) return ok(undefined);
      making = what;
      let saved: SavedRecording | null = null;
      try {
        saved = await recordings.save(id, as);
        if (saved === null) return fail('no-recording');
        const call = { startedAt: startedAt.get(id) ?? '', ...about };
        const name = recordingFileName(call, saved.extension, parts.fileNames());
        made = { what, file: await parts.dragged.write(name, saved.pieces, new AbortController().signal) };
        return ok(undefined);
      } catch (error) {
        return notSaved(id, error);
      } finally {
        making = null;
        await saved?.done();
      }
    },

    stopSaving: (id: string) => saves.get(id)?.abort(),

    saveAll: (wanted: readonly Savable[]) =>
      together.save(
        wanted.map(({ recording, direction, ...about }) => ({
          recording,
          about: { direction: parts.directions()[direction], ...about },
        })),
      ),
    saveRest: together.saveRest,
    stopSavingAll: together.stop,

    async close(id: string, at: number) {
      made = null;
      if (startedAt.has(id)) positions.set(id, at);
      await recordings.close(id);
    },

    keysOf: (list: readonly Recording[]): string[] => [
      ...new Set(list.map((one) => refOf(one, parts.owner()).key)),
    ],

    /** Nothing of these is kept: no copy, and not where somebody was in them. */
    async drop(keys: readonly string[]) {
      together.forget();
      for (const key of keys) {
        const id = await recordings.drop(key);
        if (id === null) continue;
        saves.get(id)?.abort();
        positions.delete(id);
        startedAt.delete(id);
        callOf.delete(id);
      }
    },

    async forget() {
      for (const stop of saves.values()) stop.abort();
      together.stop();
      together.forget();
      made = null;
      await parts.dragged.clear();
      positions.clear();
      startedAt.clear();
      callOf.clear();
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
