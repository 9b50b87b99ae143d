import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Recording } from '../cdr/call.ts';
import { type Failure, fail, ok, type Reply } from '../contract/failures.ts';
import type { SavedAll, SavingAll } from '../contract/recordings.ts';
import { codeOf } from '../util/code-of.ts';
import type { RecordingRef } from './find.ts';
import type { Recordings } from './recordings.ts';
import { recordingFileName, type SavedCall } from './save.ts';
import { saveToFile } from './save-file.ts';

/** A recording that is to be saved, and what its name is made of. */
export interface Wanted {
  readonly recording: Recording;
  readonly about: Omit<SavedCall, 'startedAt'>;
}

export interface SaveAllParts {
  readonly recordings: Pick<Recordings, 'id' | 'saveAside'>;
  readonly refOf: (recording: Recording) => RecordingRef;
  /** Asks for a folder; `null`: the person thought better of it. */
  readonly chooseFolder: () => Promise<string | null>;
  /** What the PBX wrote of its clock, by the clock that the list shows. */
  readonly onListClock: (calldate: string) => string;
  readonly pattern: () => string;
  readonly saving: (progress: SavingAll) => void;
  readonly log: (line: string) => void;
}

/** A PBX that answers none of so many is not asked for all the others. */
const failuresInTurn = 3;

/** Saves many recordings into one folder, one after the other, beside whatever is played. No file that is there is written over. */
export function createSaveAll(parts: SaveAllParts) {
  let stop: AbortController | null = null;

  /** `failure`: of the way to the PBX or the disk; `null` where only this one recording is not to be had. */
  async function saveOne(
    { recording, about }: Wanted,
    folder: string,
    signal: AbortSignal,
  ): Promise<Failure | null | 'saved'> {
    const found = await parts.recordings.saveAside(parts.recordings.id(parts.refOf(recording)), signal);
    if (found.kind === 'none') return found.failure;
    const { file } = found;
    const name = recordingFileName(
      { startedAt: parts.onListClock(recording.calldate), ...about },
      file.extension,
      parts.pattern(),
    );
    let target: string | null = null;
    try {
      target = await freeFile(folder, name);
      await saveToFile(target, file.pieces, () => undefined, signal);
      return 'saved';
    } catch (error) {
      // What held its name.
      if (target !== null) await rm(target, { force: true }).catch(() => undefined);
      if (signal.aborted) return null;
      parts.log(`recording not saved: ${codeOf(error)}`);
      const now = found.failed();
      return now ?? fail('not-saved', { details: codeOf(error).slice(0, 40) }).failure;
    } finally {
      await file.done();
    }
  }

  return {
    isUnderWay: () => stop !== null,

    async save(wanted: readonly Wanted[]): Promise<Reply<SavedAll | null>> {
      if (stop !== null) return fail('already-saving');
      stop = new AbortController();
      const { signal } = stop;
      try {
        const folder = await parts.chooseFolder();
        if (folder === null) return ok(null);
        let [saved, failed, inTurn] = [0, 0, 0];
        let failure: Failure | null = null;
        const tell = () => parts.saving({ done: saved + failed, total: wanted.length });
        tell();
        for (const one of wanted) {
          const became = await saveOne(one, folder, signal);
          if (signal.aborted) break;
          if (became === 'saved') saved++;
          else failed++;
          failure = became === 'saved' ? null : (became ?? failure);
          inTurn = became === 'saved' || became === null ? 0 : inTurn + 1;
          tell();
          if (inTurn === failuresInTurn || failure?.code === 'signed-out') break;
        }
        return ok({ saved, failed: wanted.length - saved, stopped: signal.aborted, failure });
      } finally {
        stop = null;
      }
    },

    stop: () => stop?.abort(),
  };
}

/** Files of one name in one folder. */
const mostAlike = 1_000;

/** Makes an empty file of this name, or with a number behind it where there is one: nobody else's file is written over. */
export async function freeFile(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let number = 1; ; number++) {
    const file = path.join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    try {
      await (await open(file, 'wx', 0o600)).close();
      return file;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || number === mostAlike) throw error;
    }
  }
}
