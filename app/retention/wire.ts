import path from 'node:path';
import type { RecentCalls } from '../calls/recent-calls.ts';
import type { Going, KeepWish } from '../contract/retention.ts';
import type { Settings } from '../contract/settings.ts';
import type { Journal } from '../dialing/journal.ts';
import type { Events } from '../events/events.ts';
import { removeOlder } from '../files/remove-older.ts';
import type { Timer } from '../util/timer.ts';
import { type KeptFor, keptFor, wished } from './kept-for.ts';

export interface RetentionWires {
  readonly events: Events;
  /** Of this profile. */
  readonly folder: string;
  readonly settings: () => Settings;
  readonly recent: Pick<RecentCalls, 'tidy' | 'older'>;
  readonly journal: Pick<Journal, 'expire' | 'olderThan'>;
  readonly copies: { tidy(): Promise<void>; olderThan(age: number): Promise<number> };
  readonly now: () => number;
  readonly timer: Timer;
  readonly log: (line: string) => void;
}

export interface Retention {
  /** What goes with a wish, before it is one. */
  going(wish: KeepWish): Promise<Going>;
  /** What is too old goes now; and from now on each day, and when somebody wants less to be kept. */
  start(): Promise<void>;
}

const hour = 3_600_000;

/** How long things stay on this computer. */
export function wireRetention(parts: RetentionWires): Retention {
  const { events, folder, settings, recent, journal, copies, now, timer, log } = parts;
  let last = { day: -1, by: '' };

  async function count(kept: KeptFor): Promise<Going> {
    return {
      ...recent.older(kept.calls, now() - kept.notes),
      attempts: journal.olderThan(now() - kept.attempts),
      recordings: await copies.olderThan(kept.recordings),
    };
  }

  async function tidy(kept: KeptFor): Promise<void> {
    const going = await count(kept);
    const said = Object.entries(going).filter(([, many]) => many > 0);
    if (said.length > 0) log(`no longer kept: ${said.map(([what, many]) => `${many} ${what}`).join(', ')}`);
    recent.tidy(now() - kept.notes, now() - kept.calls);
    journal.expire(now() - kept.attempts);
    // What is read by nobody now: of an account that is not there, of a keychain that is locked, of a file that was damaged.
    removeOlder(folder, /^(?:calls|reminders)\.json(?:\.unreadable.*)?$/, now() - kept.calls, log);
    removeOlder(folder, /^notes-[0-9a-f]+\.json\.unreadable/, now() - kept.notes, log);
    removeOlder(folder, /^attempts\.jsonl\.unreadable/, now() - kept.attempts, log);
    // Of a directory that has not answered for as long.
    removeOlder(folder, /^directory\.json(?:\.unreadable.*)?$/, now() - kept.calls, log);
    await copies.tidy();
    const copiesBefore = now() - kept.recordings;
    removeOlder(path.join(folder, 'recordings'), /^[0-9a-f]{32}\.rec$/, copiesBefore, log);
  }

  async function look(): Promise<void> {
    const kept = keptFor(settings());
    const next = { day: Math.floor(now() / (24 * hour)), by: JSON.stringify(kept) };
    if (next.day === last.day && next.by === last.by) return;
    last = next;
    await tidy(kept).catch((error: unknown) => log(`what is old not removed: ${String(error)}`));
  }

  /** Timers stand still while a computer sleeps: each hour it is looked whether there is a new day. */
  function daily(): void {
    timer(hour, () => {
      daily();
      void look();
    });
  }

  events.on('settings.kept', () => void look());
  return {
    going: (wish) => count(wished(settings(), wish)),
    async start() {
      await look();
      daily();
    },
  };
}
