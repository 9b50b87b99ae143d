import type { CallView } from '../../../app/contract/calls.ts';
import type { Failure } from '../../../app/contract/failures.ts';
import type { Bridge } from '../../bridge.ts';

/** Notes on calls as they are typed, and until the disk has taken them: whatever closes meanwhile, none is lost. */
export interface Notes {
  /** As it is by now, though the list does not say so yet. */
  of(call: Pick<CallView, 'id' | 'note'>): string;
  type(id: string, text: string): void;
  /** What was typed is kept now, and not only after a pause. */
  keep(): Promise<void>;
  /** All that was typed is on the disk. */
  areKept(): boolean;
  clear(): void;
}

/** After the first key that was not kept yet: whatever ends the program, no more is lost than that. */
const pause = 250;
/** Before a disk is asked again that did not take one. */
const again = 10_000;

/** `failed`: why there is one that is not kept; `null`: there is none. */
export function createNotes(bridge: Bridge, failed: (failure: Failure | null) => void): Notes {
  const drafts = new Map<string, string>();
  /** Those among them that the main process was not given yet, or that the disk did not take. */
  const typed = new Set<string>();
  const refused = new Map<string, Failure>();
  /** As the list said them last, of those that were looked at. */
  const listed = new Map<string, string>();
  /** What the disk took, for as long as the list says what it said before. */
  const taken = new Map<string, { readonly before: string; readonly text: string }>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function keepOne(id: string): Promise<void> {
    const text = drafts.get(id);
    typed.delete(id);
    if (text === undefined) return;
    const reply = await bridge.request('calls.note', { id, text });
    // Nobody's any more.
    if (!drafts.has(id)) return;
    if (reply.ok) {
      refused.delete(id);
      // More may have been typed since.
      if (drafts.get(id) === text) drafts.delete(id);
      const before = listed.get(id);
      if (before !== undefined) taken.set(id, { before, text });
    } else {
      refused.set(id, reply.failure);
      typed.add(id);
    }
  }

  async function keep(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (typed.size === 0) return;
    await Promise.all([...typed].map(keepOne));
    failed([...refused.values()].at(-1) ?? null);
    if (typed.size > 0) keepIn(refused.size > 0 ? again : pause);
  }

  function keepIn(milliseconds: number): void {
    timer ??= setTimeout(() => void keep(), milliseconds);
  }

  return {
    of({ id, note }) {
      listed.set(id, note);
      const kept = taken.get(id);
      if (kept?.before !== note) taken.delete(id);
      return drafts.get(id) ?? taken.get(id)?.text ?? note;
    },
    type(id, text) {
      drafts.set(id, text);
      typed.add(id);
      // One that waits for a disk that is full is tried along with it.
      if (refused.size > 0) {
        clearTimeout(timer);
        timer = undefined;
      }
      keepIn(pause);
    },
    keep,
    areKept: () => drafts.size === 0,
    clear() {
      clearTimeout(timer);
      timer = undefined;
      drafts.clear();
      typed.clear();
      refused.clear();
      listed.clear();
      taken.clear();
    },
  };
}
