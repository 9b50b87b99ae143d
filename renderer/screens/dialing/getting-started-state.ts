import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { StartingLine } from '../../../app/contract/getting-started.ts';
import type { Bridge } from '../../bridge.ts';
import type { SettingsState } from '../../state/settings.ts';

export interface GettingStarted {
  /** What is still to be shown; none: no card. */
  readonly lines: ReadonlySignal<readonly StartingLine[]>;
  /** For people: `Ctrl+Alt+D`. */
  readonly hotkey: ReadonlySignal<string>;
  /** `waits`: for the hotkey, which calls nobody meanwhile. */
  readonly trial: ReadonlySignal<'none' | 'waits' | 'worked'>;
  begin(line: StartingLine): void;
  /** The card is not looked at any more. */
  leave(): void;
  dismiss(): void;
}

export function createGettingStarted(
  bridge: Bridge,
  settings: SettingsState,
  /** Where in the settings: `setting` is to have the focus, if one is named. */
  toSettings: (setting?: 'deskName' | 'boxKey') => void,
): GettingStarted {
  const trial = signal<'none' | 'waits' | 'worked'>('none');
  const lines = computed(() => settings.view.value?.gettingStarted ?? []);
  const done = (which: readonly StartingLine[]) =>
    void bridge.request('gettingStarted.done', { lines: [...which] });
  const now = () => settings.view.peek()?.hotkeyNow;
  const rest = () => void bridge.request('hotkey.try', { on: false });
  /** Goes up with each trial and each look elsewhere: the answer to an earlier one comes too late. */
  let turn = 0;
  const begins: Readonly<Record<StartingLine, () => unknown>> = {
    async hotkey() {
      turn += 1;
      const mine = turn;
      if (now()?.desktop === 'offered') {
        await bridge.request('hotkey.ask', undefined);
        if (mine !== turn) return;
        // What the desktop said stands there.
        if (now()?.state !== 'works') return toSettings();
      }
      // Said once it is true: until then a press calls.
      const reply = await bridge.request('hotkey.try', { on: true });
      if (reply.ok && mine === turn) trial.value = 'waits';
      else if (reply.ok) rest();
    },
    startAtLogin: () => turnOn('startAtLogin'),
    deskName: () => choose('deskName'),
    telLinks: () => turnOn('telLinks'),
    boxKey: () => choose('boxKey'),
  };

  function choose(line: 'deskName' | 'boxKey'): void {
    done([line]);
    toSettings(line);
  }

  async function turnOn(line: 'startAtLogin' | 'telLinks'): Promise<void> {
    await settings.change({ [line]: true });
    // Why the system did not take it is said there.
    if (settings.failure.peek() === null) done([line]);
    else toSettings();
  }

  function leave(): void {
    turn += 1;
    if (trial.peek() !== 'none') rest();
    trial.value = 'none';
  }
  bridge.on('hotkey.tried', () => {
    if (trial.peek() !== 'waits') return;
    // Whoever reads that it works may press it once more to see: it is tried until they look elsewhere.
    trial.value = 'worked';
    done(['hotkey']);
  });

  return {
    lines,
    hotkey: computed(() => settings.view.value?.hotkeyNow.label ?? ''),
    trial,
    begin: (line) => void begins[line](),
    leave,
    dismiss() {
      const said = trial.peek() === 'worked';
      leave();
      // Who reads that it works has the other lines before them.
      if (!said) done(Object.keys(begins) as StartingLine[]);
    },
  };
}
