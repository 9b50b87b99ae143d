import type { Timer } from '../util/timer.ts';
import type { Reminder, Reminders } from './reminders.ts';

/**
 * Milliseconds. A timer stands still while the computer sleeps, and knows nothing of a clock that is set: nothing is waited for longer
 * than this before the clock is looked at again.
 */
const lookEvery = 30_000;

export interface ReminderWatchParts {
  readonly reminders: Pick<Reminders, 'all' | 'takeDue'>;
  readonly now: () => number;
  readonly timer: Timer;
  /** Their time has come, or came while nobody was there to be told. */
  readonly tell: (reminders: readonly Reminder[]) => void;
}

/** Tells of each reminder once, when its time has come. `look`: now, and after every change of them. */
export function watchReminders({ reminders, now, timer, tell }: ReminderWatchParts): {
  look(): void;
  stop(): void;
} {
  let cancel: (() => void) | null = null;

  function stop(): void {
    cancel?.();
    cancel = null;
  }

  function look(): void {
    stop();
    const due = reminders.takeDue(now());
    const all = reminders.all();
    const next = all.find(({ told }) => !told)?.at ?? Number.POSITIVE_INFINITY;
    // Where all were told, the clock may have run ahead.
    if (all.length > 0) cancel = timer(Math.min(Math.max(next - now(), 0), lookEvery), look);
    if (due.length > 0) tell(due);
  }

  return { look, stop };
}
