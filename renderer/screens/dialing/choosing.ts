import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PersonMatch } from '../../../app/contract/people.ts';
import type { Action } from './actions.ts';

export type Option =
  | { readonly kind: 'person'; readonly key: string; readonly person: PersonMatch }
  | { readonly kind: 'action'; readonly key: string; readonly action: Action };

/** The list under the box, and which of it is chosen. Nothing is until a person chooses: what they typed is not who they mean. */
export interface Choosing {
  readonly options: ReadonlySignal<readonly Option[]>;
  readonly shown: ReadonlySignal<boolean>;
  /** -1: nothing. */
  readonly at: ReadonlySignal<number>;
  /** Somebody pressed Enter and has chosen nothing. */
  readonly hinted: ReadonlySignal<boolean>;
  /** What is chosen and can be seen. */
  chosen(): Option | null;
  /** To the next one, or the one before; before the first one is nothing. */
  move(step: 1 | -1): void;
  open(): void;
  close(): void;
  hint(): void;
}

interface Parts {
  readonly text: ReadonlySignal<string>;
  /** A list of names opens by itself; beside a number it would cover the keys that it is typed with. */
  readonly isName: ReadonlySignal<boolean>;
  readonly people: ReadonlySignal<readonly PersonMatch[]>;
  readonly actions: ReadonlySignal<readonly Action[]>;
}

/** What Enter takes: of what is chosen, else of all that there is to choose from. */
export function kindOf(options: readonly Option[], at: number): Option['kind'] | 'both' {
  const kinds = new Set(options.map(({ kind }) => kind));
  const [only] = kinds;
  return options[at]?.kind ?? (kinds.size === 1 && only ? only : 'both');
}

export function createChoosing({ text, isName, people, actions }: Parts): Choosing {
  const options = computed<readonly Option[]>(() => [
    ...people.value.map(
      (person): Option => ({
        kind: 'person',
        key: `${person.source} ${person.number} ${person.name}`,
        person,
      }),
    ),
    ...actions.value.map((action): Option => ({ kind: 'action', key: action.name, action })),
  ]);
  /** By whom it is, not by its place: a list that comes anew has others there. */
  const key = signal<string | null>(null);
  const state = signal<'by-itself' | 'opened' | 'closed'>('by-itself');
  const hinted = signal(false);
  const shown = computed(
    () =>
      options.value.length > 0 && (state.value === 'opened' || (state.value === 'by-itself' && isName.value)),
  );
  const at = computed(() =>
    shown.value ? options.value.findIndex((option) => option.key === key.value) : -1,
  );

  /** The arrow was pressed before the list was there. */
  let early = false;

  // Other text, another list.
  effect(() => {
    text.value;
    early = false;
    key.value = null;
    state.value = 'by-itself';
    hinted.value = false;
  });
  effect(() => {
    const [first] = options.value;
    if (!early || first === undefined) return;
    early = false;
    key.value = first.key;
  });

  return {
    options,
    shown,
    at,
    hinted,
    chosen: () => options.peek()[at.peek()] ?? null,
    move(step) {
      const wasShown = shown.peek();
      if (!wasShown) state.value = 'opened';
      const next = wasShown ? Math.min(at.peek() + step, options.peek().length - 1) : 0;
      key.value = options.peek()[Math.max(next, -1)]?.key ?? null;
      early = step === 1 && options.peek().length === 0;
      hinted.value = false;
    },
    open() {
      state.value = 'opened';
    },
    close() {
      early = false;
      state.value = 'closed';
      key.value = null;
      hinted.value = false;
    },
    hint() {
      hinted.value = true;
    },
  };
}
