import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Recording } from '../cdr/call.ts';
import { type Failure, fail, ok, type Reply } from '../contract/failures.ts';
import { mostNamed, type NotSaved, type SavedAll, type SavingAll } from '../contract/recordings.ts';
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

/** Of what was not saved. `failure`: of the way to the PBX or the disk. */
type Why = Pick<NotSaved, 'problem' | 'failure'>;
const notAskedFor: Why = { problem: null, failure: null };

interface Rest {
  readonly wanted: readonly Wanted[];
  readonly folder: string;
}
const nothingLeft: Rest = { wanted: [], folder: '' };

/** A PBX that answers none of so many is not asked for all the others. */
const failuresInTurn = 3;

/** Saves many recordings into one folder, one after the other, beside whatever is played. No file that is there is written over. */
export function createSaveAll(parts: SaveAllParts) {
  let stop: AbortController | null = null;
  let rest: Rest = nothingLeft;
  const isForgotten = new WeakSet<AbortSignal>();

  const nameOf = ({ recording, about }: Wanted, extension: string): string =>
    recordingFileName(
      { startedAt: parts.onListClock(recording.calldate), ...about },
      extension,
      parts.pattern(),
    );

  async function saveOne(one: Wanted, folder: string, signal: AbortSignal): Promise<'saved' | Why> {
    const found = await parts.recordings.saveAside(parts.recordings.id(parts.refOf(one.recording)), signal);
    if (found.kind === 'none') return found;
    const { file } = found;
    let target: string | null = null;
    try {
      target = await freeFile(folder, nameOf(one, file.extension));
      await saveToFile(target, file.pieces, () => undefined, signal);
      return 'saved';
    } catch (error) {
      // What held its name.
      if (target !== null) await rm(target, { force: true }).catch(() => undefined);
      if (signal.aborted) return notAskedFor;
      parts.log(`recording not saved: ${codeOf(error)}`);
      const failure = found.failed() ?? fail('not-saved', { details: codeOf(error).slice(0, 40) }).failure;
      return { problem: null, failure };
    } finally {
      await file.done();
    }
  }

  async function saveEach(
    wanted: readonly Wanted[],
    folder: string,
    { signal }: AbortController,
  ): Promise<SavedAll> {
    const left: { readonly one: Wanted; readonly why: Why }[] = [];
    let [saved, inTurn] = [0, 0];
    let failure: Failure | null = null;
    const tell = () => parts.saving({ done: saved + left.length, total: wanted.length });
    tell();
    for (const one of wanted) {
      const became = await saveOne(one, folder, signal);
      // Its file is there, though somebody pressed Stop while it was finished.
      if (became === 'saved') saved++;
      if (signal.aborted) break;
      if (became !== 'saved') left.push({ one, why: became });
      const why = became === 'saved' ? null : became.failure;
      failure = became === 'saved' ? null : (why ?? failure);
      inTurn = why === null ? 0 : inTurn + 1;
      tell();
      if (inTurn === failuresInTurn || failure?.code === 'signed-out') break;
    }
    const stopped = signal.aborted && saved < wanted.length;
    // Whoever stops it does not want the others.
    const others = stopped ? [] : wanted.slice(saved + left.length);
    left.push(...others.map((one) => ({ one, why: notAskedFor })));
    if (!isForgotten.has(signal)) rest = { wanted: left.map(({ one }) => one), folder };
    return {
      ...{ saved, failed: stopped ? wanted.length - saved : left.length, stopped, failure },
      left: left.slice(0, mostNamed).map(({ one, why: { problem, failure } }) => ({
        name: nameOf(one, ''),
        ...{ problem, failure },
      })),
    };
  }

  async function begin(wantedIn: () => Promise<Rest | null>): Promise<Reply<SavedAll | null>> {
    if (stop !== null) return fail('already-saving');
    stop = new AbortController();
    try {
      const asked = await wantedIn();
      return ok(asked && (await saveEach(asked.wanted, asked.folder, stop)));
    } finally {
      stop = null;
    }
  }

  return {
    isUnderWay: () => stop !== null,

    save: (wanted: readonly Wanted[]) =>
      begin(async () => {
        const folder = await parts.chooseFolder();
        return folder === null ? null : { wanted, folder };
      }),

    /** What was not saved, once more. */
    saveRest: () => begin(async () => (rest.wanted.length === 0 ? null : rest)),

    stop: () => stop?.abort(),

    /** Somebody signed out, or had a number forgotten: what was left is nobody's to be asked for. */
    forget() {
      if (stop !== null) isForgotten.add(stop.signal);
      rest = nothingLeft;
    },
  };
}

/** Files of one name in one folder. */
const mostAlike = 1_000;

/** Makes an empty file of this name, or with a number behind it where there is one: nobody else's file is written over. */
export async function freeFile(folder: string, name: string): Promise<string> {
  // Of `…19.16.05` the seconds are no extension.
  const [ext = ''] = /\.(?=[\d-]*[a-z])[a-z\d-]{1,10}$/i.exec(name) ?? [];
  const stem = name.slice(0, name.length - ext.length);
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
