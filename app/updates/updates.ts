import type { UpdateFailure, UpdateMode, UpdatesView } from '../contract/updates.ts';
import type { Timer } from '../util/timer.ts';
import { UpdateError, updateCode } from './update-error.ts';
import type { Updater } from './updater.ts';

/** Milliseconds. */
const minute = 60_000;
export const pace = {
  /** After the start, up to as long again later: hundreds of desks start at eight. */
  first: 10 * minute,
  usual: 6 * 60 * minute,
  afterFailure: 60 * minute,
  /** Whether nobody is at work. */
  idle: minute,
} as const;

export interface UpdatesParts {
  readonly mode: () => UpdateMode;
  readonly installs: boolean;
  /** `null`: IT named no feed. Reads electron-updater, so nobody calls it where updates are off. */
  readonly open: (() => Promise<Updater>) | null;
  /** Removes what was fetched, in this run or an earlier one. */
  readonly clear: () => Promise<void>;
  readonly mayInstall: () => boolean;
  /** A newer version that somebody else installs. */
  readonly found: (version: string) => void;
  readonly changed: () => void;
  readonly restart: () => void;
  readonly timer: Timer;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: (line: string) => void;
}

export interface Updates {
  view(): UpdatesView;
  start(): void;
  /** The setting may have changed. */
  follow(): void;
  /** Somebody asks whether there is a newer version: looks at once, whatever the setting says of looking by itself. */
  check(): void;
  /** Nobody may be at work any more. */
  tryNow(): void;
  /** The program ends: nobody is kept waiting by what is put in its place now. */
  end(): Promise<void>;
}

export function createUpdates(parts: UpdatesParts): Updates {
  const { open, timer, log } = parts;
  let now: UpdatesView['now'] = { state: 'unknown' };
  let mode: UpdateMode = 'off';
  let updater: Promise<Updater> | null = null;
  /** What was begun before is of no interest. */
  let turn = 0;
  let cancelLook = () => {};
  let cancelWatch = () => {};
  /** What was under way, or fetched, is being left. */
  let leaving: Promise<void> = Promise.resolve();
  /** Has fetched what is to be put in place. */
  let ready: Updater | null = null;

  function enter(next: UpdatesView['now']): void {
    now = next;
    parts.changed();
  }

  function later(wait: number): void {
    cancelLook();
    if (mode === 'off') return;
    cancelLook = timer(wait * (1 + parts.random()), () => void look());
  }

  async function look(): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      await leaving;
      updater ??= open?.() ?? null;
      const its = await updater;
      const found = await its?.look();
      if (mine !== turn || !its) return;
      // What was fetched before is not IT's wish any more where the feed has nothing newer.
      if (!found) {
        unwatch();
        enter({ state: 'newest' });
      } else if (fetches()) await fetch(its, found.version, mine);
      else {
        enter({ state: 'found', version: found.version });
        parts.found(found.version);
      }
      if (mine === turn) later(pace.usual);
    } catch (error) {
      if (mine === turn) failed(error);
    }
  }

  async function fetch(its: Updater, version: string, mine: number): Promise<void> {
    if (now.state !== 'ready' || now.version !== version) enter({ state: 'found', version });
    await its.fetch();
    if (mine !== turn) return;
    enter({ state: 'ready', version });
    log(`updates: ${version} is ready`);
    watch(its);
  }

  function failed(error: unknown): void {
    const why = whyOf(error);
    log(`updates: ${why}, ${error instanceof Error ? error.message : 'unknown'}`);
    // What is here stays good while the feed cannot be reached.
    if (now.state !== 'ready' || why !== 'unreachable') {
      unwatch();
      enter({ state: 'failed', why });
    }
    later(pace.afterFailure);
  }

  function watch(its: Updater): void {
    ready = its;
    cancelWatch();
    cancelWatch = timer(pace.idle, tryNow);
  }

  function tryNow(): void {
    if (ready === null) return;
    const its = ready;
    if (!parts.mayInstall()) {
      watch(its);
      return;
    }
    unwatch();
    try {
      its.install(true);
      log('updates: installed, the program starts again');
      parts.restart();
    } catch (error) {
      failed(error);
    }
  }

  function unwatch(): void {
    ready = null;
    cancelWatch();
  }

  function follow(): void {
    const wanted = open === null ? 'off' : parts.mode();
    if (wanted === mode) return;
    mode = wanted;
    stop();
    unwatch();
    if (!fetches()) leaving = leave();
    if (mode !== 'off') void look();
    else if (now.state !== 'unknown') enter({ state: 'unknown' });
  }

  function check(): void {
    const isUnderWay =
      now.state === 'looking' || (fetches() && (now.state === 'found' || now.state === 'ready'));
    if (open === null || isUnderWay) return;
    enter({ state: 'looking' });
    void look();
  }

  const fetches = () => mode === 'install' && parts.installs;

  /** Nothing more comes, and what came is of no use. */
  async function leave(): Promise<void> {
    try {
      await (await updater)?.stop();
      if (!fetches()) await parts.clear();
    } catch (error) {
      log(`updates: what was fetched is still there, ${updateCode(error)}`);
    }
  }

  function stop(): void {
    turn += 1;
    cancelLook();
  }

  return {
    view: () => ({ offered: open !== null, installs: parts.installs, now }),
    start() {
      mode = open === null ? 'off' : parts.mode();
      if (!fetches()) leaving = leave();
      if (mode !== 'off') later(pace.first);
    },
    follow,
    check,
    tryNow,
    async end() {
      stop();
      if (ready === null) return;
      const its = ready;
      unwatch();
      try {
        its.install(false);
        log('updates: installed');
      } catch (error) {
        log(`updates: ${whyOf(error)}`);
      }
    },
  };
}

const whyOf = (error: unknown): UpdateFailure => (error instanceof UpdateError ? error.why : 'unreachable');
