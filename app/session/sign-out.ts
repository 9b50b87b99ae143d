import { fail, ok, type Reply } from '../contract/failures.ts';
import type { SessionView } from '../contract/session.ts';
import type { Session } from './session.ts';

export interface SignOutParts {
  readonly session: Pick<Session, 'signOut' | 'left'>;
  readonly owner: () => string | null;
  /** Has what was typed a moment ago kept. */
  readonly takeNotes: () => Promise<void>;
  readonly recent: {
    /** Tries that have a note and no row yet. */
    noted(): ReadonlySet<string>;
    /** `false`: calls are left on the disk. */
    settled(): Promise<boolean>;
  };
  readonly journal: { clear(of: string | null, needed: ReadonlySet<string>): boolean };
  readonly dialler: { reset(): void };
  readonly player: { forget(): Promise<void> };
}

/** Signs out, with all that the next person at this desk is not to see. */
export function createSignOut(parts: SignOutParts): () => Promise<Reply<SessionView>> {
  const { session, owner, recent, journal, dialler, player } = parts;
  return async () => {
    await parts.takeNotes();
    const [whose, noted] = [owner(), recent.noted()];
    const reply = await session.signOut();
    const areGone = journal.clear(whose, noted);
    dialler.reset();
    await player.forget();
    const gone = (await recent.settled()) && areGone;
    return gone || !reply.ok ? reply : ok(session.left(fail('calls-kept').failure));
  };
}
