import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../app/contract/failures.ts';
import type { Language, Settings, SettingsView } from '../../app/contract/settings.ts';
import { fetchWords } from '../../app/words/languages.ts';
import type { PageWords } from '../../app/words/page.en.ts';
import type { Bridge } from '../bridge.ts';

export type Theme = Settings['theme'];

/** Per cent, as the contract has them. One that is forgotten does not compile. */
const sizes: Readonly<Record<Settings['textSize'], true>> = {
  100: true,
  115: true,
  130: true,
  150: true,
  175: true,
  200: true,
};
/** From the smallest. */
export const textSizes = Object.keys(sizes).map(Number) as Settings['textSize'][];

export interface SettingsState {
  /** `null` until the main process has answered. */
  readonly view: ReadonlySignal<SettingsView | null>;
  readonly language: ReadonlySignal<Language>;
  /** `null` until they are loaded. */
  readonly words: ReadonlySignal<PageWords | null>;
  readonly theme: ReadonlySignal<Theme>;
  /** The PBX's time zone, by its IANA name; until the main process has answered, this computer's. */
  readonly pbxZone: ReadonlySignal<string | undefined>;
  /** Why the last change was not kept. */
  readonly failure: ReadonlySignal<Failure | null>;
  load(): Promise<void>;
  change(patch: Partial<Settings>): Promise<void>;
  /** The next larger or smaller text; `null`: the usual. */
  stepTextSize(by: 1 | -1 | null): void;
  /** No change is on its way. */
  settled(): Promise<void>;
}

/** `systemLanguage` as the page knows it, for the moment before the main process has answered. */
export function createSettings(bridge: Bridge, systemLanguage: Language): SettingsState {
  const view = signal<SettingsView | null>(null);
  const failure = signal<Failure | null>(null);
  bridge.on('settings.changed', (next) => {
    view.value = next;
  });

  const language = computed(() => view.value?.language ?? view.value?.systemLanguage ?? systemLanguage);
  const words = signal<PageWords | null>(null);
  async function speak(one: Language): Promise<void> {
    const fetched = await fetchWords(one);
    // Or another was chosen meanwhile.
    if (language.peek() === one) words.value = fetched;
  }
  effect(() => void speak(language.value));

  // A change is shown at once; two at the same time must not undo each other when the first answer arrives.
  let latest = 0;
  let last = Promise.resolve();

  return {
    view,
    language,
    words,
    theme: computed(() => view.value?.theme ?? 'system'),
    pbxZone: computed(() => view.value?.pbxTimeZone),
    failure,
    async load() {
      const reply = await bridge.request('settings.get', undefined);
      if (reply.ok) view.value = reply.value;
      else failure.value = reply.failure;
      await speak(language.peek());
    },
    change(patch) {
      last = change(patch);
      return last;
    },
    stepTextSize(by) {
      const now = view.peek();
      if (now === null || now.managed.keys.includes('textSize')) return;
      const next = by === null ? 100 : textSizes[textSizes.indexOf(now.textSize) + by];
      if (next !== undefined && next !== now.textSize) last = change({ textSize: next });
    },
    settled: () => last,
  };

  async function change(patch: Partial<Settings>): Promise<void> {
    const before = view.peek();
    if (before === null) return;
    const mine = ++latest;
    view.value = { ...before, ...patch };
    const reply = await bridge.request('settings.set', patch);
    if (mine !== latest) return;
    failure.value = reply.ok ? null : reply.failure;
    view.value = reply.ok ? reply.value : before;
  }
}
