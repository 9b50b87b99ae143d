import { type ReadonlySignal, signal } from '@preact/signals';
import type { NotesTaken } from '../../../../app/contract/calls.ts';
import type { Failure } from '../../../../app/contract/failures.ts';
import type { Bridge } from '../../../bridge.ts';

/** What came of the last of the two. */
export type NotesSaid =
  | { readonly kind: 'exported'; readonly count: number }
  | { readonly kind: 'taken'; readonly taken: NotesTaken }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Notes to a file and from one. */
export interface NotesFileState {
  /** Which file is being asked, or it is being read or written. */
  readonly busy: ReadonlySignal<'export' | 'import' | null>;
  readonly said: ReadonlySignal<NotesSaid | null>;
  export(): Promise<void>;
  import(): Promise<void>;
  /** One of them goes on, or nobody has read what came of it. */
  isBusy(): boolean;
  read(): void;
  /** Nobody is to see what was said to another. */
  clear(): void;
}

export function createNotesFile(bridge: Bridge): NotesFileState {
  const busy = signal<'export' | 'import' | null>(null);
  const said = signal<NotesSaid | null>(null);
  /** What was asked by who has signed out since is said to nobody. */
  let turn = 0;

  async function ask(what: 'export' | 'import', act: () => Promise<NotesSaid | null>): Promise<void> {
    if (busy.peek() !== null) return;
    const mine = ++turn;
    busy.value = what;
    said.value = null;
    const next = await act();
    if (mine !== turn) return;
    busy.value = null;
    said.value = next;
  }

  return {
    busy,
    said,
    export: () =>
      ask('export', async () => {
        const reply = await bridge.request('notes.export', undefined);
        if (!reply.ok) return { kind: 'failed', failure: reply.failure };
        return reply.value === null ? null : { kind: 'exported', count: reply.value };
      }),
    import: () =>
      ask('import', async () => {
        const reply = await bridge.request('notes.import', undefined);
        if (!reply.ok) return { kind: 'failed', failure: reply.failure };
        return reply.value === null ? null : { kind: 'taken', taken: reply.value };
      }),
    isBusy: () => busy.peek() !== null || said.peek() !== null,
    read() {
      said.value = null;
    },
    clear() {
      turn += 1;
      busy.value = null;
      said.value = null;
    },
  };
}
