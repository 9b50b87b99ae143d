import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PeopleFound, PersonMatch } from '../../../app/contract/people.ts';
import type { Bridge } from '../../bridge.ts';

/** Who may be meant by what is typed, as the main process says. */
export interface Finder {
  readonly matches: ReadonlySignal<readonly PersonMatch[]>;
  /** Whose number it is that is typed whole. */
  readonly whose: ReadonlySignal<readonly PersonMatch[]>;
  /** The answer is that of what is typed now. */
  readonly isAnswered: ReadonlySignal<boolean>;
  /** The company's directory is asked and gives no answer, or never came: who was not found may stand there. */
  readonly isPartial: ReadonlySignal<boolean>;
  /** Signed out. */
  clear(): void;
}

const nobody: PeopleFound = { matches: [], whose: [] };

/** One question at a time: while it is on its way, only the newest of those that came since is kept. */
export function createFinder(bridge: Bridge, text: ReadonlySignal<string>): Finder {
  const found = signal<PeopleFound & { readonly text: string }>({ ...nobody, text: '' });
  const isPartial = signal(false);
  let asking = false;
  let times = 0;
  /** Somebody was added since, or has called. */
  let isStale = false;

  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      for (let asked: string | null = null; isStale || asked !== text.peek(); ) {
        asked = text.peek();
        isStale = false;
        if (asked === '') break;
        const mine = times;
        const reply = await bridge.request('people.find', { typed: asked });
        // Another key was quicker than the answer, which is to nothing on the screen any more.
        if (asked === text.peek() && mine === times)
          found.value = { ...(reply.ok ? reply.value : nobody), text: asked };
      }
    } finally {
      asking = false;
    }
  }

  bridge.on('directory.changed', ({ failure, at }) => {
    isPartial.value = failure !== null && at === null;
  });
  for (const event of [
    'favourites.changed',
    'contacts.changed',
    'directory.changed',
    'calls.changed',
    'people.changed',
  ] as const)
    bridge.on(event, () => {
      isStale = true;
      if (text.peek() !== '') void ask();
    });

  effect(() => {
    if (text.value !== '') void ask();
    else found.value = { ...nobody, text: '' };
  });

  return {
    matches: computed(() => (text.value === '' ? nobody.matches : found.value.matches)),
    whose: computed(() => (text.value === found.value.text ? found.value.whose : nobody.whose)),
    isAnswered: computed(() => text.value === found.value.text),
    isPartial,
    clear() {
      times += 1;
      found.value = { ...nobody, text: '' };
    },
  };
}
