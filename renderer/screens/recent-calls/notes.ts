import type { CallView } from '../../../app/contract.ts';
import type { Failure } from '../../../app/failures.ts';
import type { Bridge } from '../../bridge.ts';

/** Notes on calls as they are typed, and until the disk has taken them: whatever closes meanwhile, none is lost. */
export interface Notes {
  of(call: CallView): string;
  type(id: string, text: string): void;
  /** What was typed is kept now, and not only after a pause. */
  keep(): Promise<void>;
  clear(): void;
}

/** After the last key. */
const pause = 800;

/** `failed`: why the last one was not kept; `null`: it was. */
export function createNotes(bridge: Bridge, failed: (failure: Failure | null) => void): Notes {
  const drafts = new Map<string, string>();
  /** Those among them that the main process was not given yet. */
  const typed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function keepOne(id: string): Promise<void> {
    const text = drafts.get(id) ?? '';
    typed.delete(id);
    const reply = await bridge.call('calls.note', { id, text });
    failed(reply.ok ? null : reply.failure);
    // More may have been typed since.
    if (reply.ok && drafts.get(id) === text) drafts.delete(id);
  }

  async function keep(): Promise<void> {
    clearTimeout(timer);
    await Promise.all([...typed].map(keepOne));
  }

  return {
    of: ({ id, note }) => drafts.get(id) ?? note,
    type(id, text) {
      drafts.set(id, text);
      typed.add(id);
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), pause);
    },
    keep,
    clear() {
      clearTimeout(timer);
      drafts.clear();
      typed.clear();
    },
  };
}
