import type { DesktopKeysState } from '../../contract/settings.ts';
import { codeOf } from '../../util/code-of.ts';
import type { Timer } from '../../util/timer.ts';
import type { GlobalShortcuts, GlobalShortcutsParts, KeysAnswer, WantedKey } from './global-shortcuts.ts';

export interface DesktopKeysParts {
  /** Looks for the desktop's portal, which is not there on every desktop: `null`. Rejects where it fails. */
  readonly open: (
    heard: Pick<GlobalShortcutsParts, 'pressed' | 'moved' | 'ended'>,
  ) => Promise<(GlobalShortcuts & { close(): Promise<void> }) | null>;
  /** What is asked for now; none: nobody is asked. */
  readonly wanted: () => readonly WantedKey[];
  /** The person asked for keys before, and the desktop gave them. */
  readonly asked: { get(): boolean; keep(asked: boolean): void };
  readonly timer: Timer;
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

/** What a key is for; also the switch of a command that does the same. */
export type DesktopKey = 'dial-selection' | 'show';

/** Keys that the desktop gives, chooses and watches over, where a program cannot take them. */
export interface DesktopKeys {
  state(): DesktopKeysState;
  /** For people; empty: the desktop gave none, or none yet. */
  trigger(id: DesktopKey): string;
  on(id: DesktopKey, pressed: () => void): void;
  /** At start: keys that were asked for before are asked for again, which a desktop answers by itself. */
  start(): Promise<void>;
  /** The person asks. The desktop may show a dialog first. */
  ask(): Promise<void>;
  end(): Promise<void>;
}

/** Milliseconds. A dialog that stands for longer was not seen. */
export const answerWithin = 5 * 60_000;

export function createDesktopKeys(parts: DesktopKeysParts): DesktopKeys {
  const { wanted, asked, timer, changed, log } = parts;
  const acts = new Map<string, () => void>();
  let state: DesktopKeysState = 'none';
  let triggers: ReadonlyMap<string, string> = new Map();
  let portal: Awaited<ReturnType<DesktopKeysParts['open']>> = null;
  let turn: Promise<unknown> = Promise.resolve();
  /** Nobody is there any more who could answer. */
  let giveUp = () => {};

  function enter(next: DesktopKeysState, given: ReadonlyMap<string, string> = new Map()): void {
    state = next;
    triggers = given;
    changed();
  }

  async function look(): Promise<void> {
    portal ??= await parts.open({
      pressed: (id) => acts.get(id)?.(),
      moved: (given) => enter('given', given),
      ended() {
        portal = null;
        giveUp();
        enter('failed');
      },
    });
  }

  /** One after the other: a dialog is enough. */
  function inTurn(act: () => Promise<void>): Promise<void> {
    const mine = turn.then(act).catch((error: unknown) => {
      log(`desktop keys: ${codeOf(error)} ${error} ${(error as Error).stack}`);
      if (state !== 'none') enter('failed');
    });
    turn = mine;
    return mine;
  }

  async function bind(): Promise<void> {
    const keys = wanted();
    await look();
    if (portal === null) return;
    if (keys.length === 0) return enter('offered');
    const answer = await answerOf(portal.bind(keys));
    log(`desktop keys: ${answer.kind}`);
    if (answer.kind !== 'failed') asked.keep(answer.kind === 'given');
    enter(answer.kind, answer.kind === 'given' ? answer.triggers : undefined);
  }

  function answerOf(answer: Promise<KeysAnswer>): Promise<KeysAnswer> {
    const none = new Promise<KeysAnswer>((resolve) => {
      giveUp = () => resolve({ kind: 'failed' });
    });
    const stop = timer(answerWithin, giveUp);
    return Promise.race([answer, none]).finally(stop);
  }

  return {
    state: () => state,
    trigger: (id) => triggers.get(id) ?? '',
    on: (id, pressed) => void acts.set(id, pressed),
    start: () =>
      inTurn(async () => {
        if (asked.get()) return await bind();
        await look();
        if (portal !== null) enter('offered');
      }),
    ask: () => inTurn(bind),
    async end() {
      await portal?.close();
    },
  };
}
