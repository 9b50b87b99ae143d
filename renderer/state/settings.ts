import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../app/contract/failures.ts';
import type { Language, Settings, SettingsView } from '../../app/contract/settings.ts';
import { type Words, wordsFor } from '../../app/words/index.ts';
import type { Bridge } from '../bridge.ts';

export type Theme = Settings['theme'];

export interface SettingsState {
  /** `null` until the main process has answered. */
  readonly view: ReadonlySignal<SettingsView | null>;
  readonly language: ReadonlySignal<Language>;
  readonly words: ReadonlySignal<Words>;
  readonly theme: ReadonlySignal<Theme>;
  /** Why the last change was not kept. */
  readonly failure: ReadonlySignal<Failure | null>;
  load(): Promise<void>;
  change(patch: Partial<Settings>): Promise<void>;
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
  // A change is shown at once; two at the same time must not undo each other when the first answer arrives.
  let latest = 0;
  let last = Promise.resolve();

  return {
    view,
    language,
    words: computed(() => wordsFor(language.value)),
    theme: computed(() => view.value?.theme ?? 'system'),
    failure,
    async load() {
      const reply = await bridge.request('settings.get', undefined);
      if (reply.ok) view.value = reply.value;
      else failure.value = reply.failure;
    },
    change(patch) {
      last = change(patch);
      return last;
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
