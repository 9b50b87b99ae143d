import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { PersonMatch } from '../../../app/contract/people.ts';
import type { Action } from './actions.ts';

export type Option =
  | { readonly kind: 'person'; readonly key: string; readonly person: PersonMatch }
  | { readonly kind: 'action'; readonly key: string; readonly action: Action };

/** What Enter is for. `typed`: nobody was chosen by the arrows, so it is for what is typed. `nothing`: for nobody, which is said. */
export type Decided = Option | 'typed' | 'nothing';

/** The list under the box, and which of it is chosen. Nothing is until a person chooses: what they typed is not who they mean. */
export interface Choosing {
  readonly options: ReadonlySignal<readonly Option[]>;
  readonly shown: ReadonlySignal<boolean>;
  /** -1: nothing. */
  readonly at: ReadonlySignal<number>;
  /** Somebody pressed Enter and has chosen nothing. */
  readonly hinted: ReadonlySignal<boolean>;
  /**
   * Somebody was to be chosen and is not: `gone` from the list since, or `nobody` was there. Enter is for nobody then, until the person
   * chooses again or takes it back.
   */
  readonly lost: ReadonlySignal<'gone' | 'nobody' | null>;
  /** What Enter is for. A promise where an arrow waits for the list: they are carried out in their order. */
  decide(): Decided | Promise<Decided>;
  /** To the next one, or the one before; before the first one is nothing. */
  move(step: Step): void;
  open(): void;
  close(): void;
  hint(): void;
  /** The person goes on in another way: nothing is chosen, and nothing waits. */
  takeBack(): void;
}

type Step = 1 | -1;

interface Parts {
  readonly text: ReadonlySignal<string>;
  /** A list of names opens by itself; beside a number it would cover the keys that it is typed with. */
  readonly isName: ReadonlySignal<boolean>;
  readonly people: ReadonlySignal<readonly PersonMatch[]>;
  /** They are those of this text, and not still of the one before. */
  readonly isAnswered: ReadonlySignal<boolean>;
  readonly actions: ReadonlySignal<readonly Action[]>;
}

/** Milliseconds. So long keys wait for the list: whoever waited longer than that may not mean it any more. */
export const patience = 1_000;

/** What Enter takes: of what is chosen, else of all that there is to choose from. */
export function kindOf(options: readonly Option[], at: number): Option['kind'] | 'both' {
  const kinds = new Set(options.map(({ kind }) => kind));
  const [only] = kinds;
  return options[at]?.kind ?? (kinds.size === 1 && only ? only : 'both');
}

/** Another row for whatever is shown otherwise: a press that began on one must not end on the other. */
export const keyOf = ({ source, number, extension, name }: PersonMatch): string =>
  JSON.stringify([source, number, extension, name]);

/** Redial is another action once it calls another number. */
const keyOfAction = ({ name, label, number }: Action): string => JSON.stringify([name, label, number]);

/**
 * Where somebody stands in a list that came anew: known from another place now, by the same name. Who was known by the calls alone may have got a
 * name; whoever else has the number of somebody who is gone is not who was chosen.
 */
function placeOf(option: Option, options: readonly Option[]): number {
  const exactly = options.findIndex(({ key }) => key === option.key);
  if (exactly >= 0 || option.kind === 'action') return exactly;
  const { reached, name } = option.person;
  const same = (one: Option) => one.kind === 'person' && one.person.reached === reached;
  const named = options.findIndex((one) => same(one) && one.kind === 'person' && one.person.name === name);
  if (named >= 0 || option.person.source !== 'recent') return named;
  const [only, another] = options.filter(same);
  return only === undefined || another !== undefined ? -1 : options.indexOf(only);
}

export function createChoosing({ text, isName, people, isAnswered, actions }: Parts): Choosing {
  const options = computed<readonly Option[]>(() => [
    ...people.value.map((person): Option => ({ kind: 'person', key: keyOf(person), person })),
    ...actions.value.map((action): Option => ({ kind: 'action', key: keyOfAction(action), action })),
  ]);
  /** What the arrows chose, whether or not it is there still. `nobody`: there was nothing to choose. `null`: they were not pressed, or it was taken back. */
  const choice = signal<Option | 'nobody' | null>(null);
  const state = signal<'by-itself' | 'opened' | 'closed'>('by-itself');
  const hinted = signal(false);
  const shown = computed(
    () =>
      options.value.length > 0 && (state.value === 'opened' || (state.value === 'by-itself' && isName.value)),
  );
  const at = computed(() => {
    const chosen = choice.value;
    return shown.value && chosen !== null && chosen !== 'nobody' ? placeOf(chosen, options.value) : -1;
  });
  const lost = computed(() => {
    if (choice.value === null || at.value >= 0) return null;
    return choice.value === 'nobody' ? 'nobody' : 'gone';
  });

  /** Keys that came before the list of what is typed did. What comes behind Enter is for what Enter does. */
  let early: { readonly steps: Step[]; enter: ((decided: Decided) => void) | null } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function drop(): void {
    clearTimeout(timer);
    early?.enter?.('nothing');
    early = null;
  }

  function takeBack(): void {
    drop();
    choice.value = null;
    hinted.value = false;
  }

  function wait(): NonNullable<typeof early> {
    if (early !== null) return early;
    timer = setTimeout(() => {
      drop();
      choice.value = 'nobody';
      hinted.value = true;
    }, patience);
    early = { steps: [], enter: null };
    return early;
  }

  function carryOut(): void {
    if (early === null) return;
    const { steps, enter } = early;
    early = null;
    clearTimeout(timer);
    steps.forEach(go);
    enter?.(decided());
  }

  function go(step: Step): void {
    hinted.value = false;
    const next = shown.peek() ? at.peek() + step : Math.min(step, 0);
    if (next < 0) {
      choice.value = null;
      return;
    }
    state.value = 'opened';
    const all = options.peek();
    choice.value = all[Math.min(next, all.length - 1)] ?? 'nobody';
  }

  function decided(): Decided {
    const option = options.peek()[at.peek()];
    if (option !== undefined) return option;
    if (choice.peek() === null) return 'typed';
    hinted.value = true;
    return 'nothing';
  }

  let before = text.peek();
  effect(() => {
    const [now, answered] = [text.value, isAnswered.value];
    untracked(() => {
      // Other text, another list.
      if (now !== before) {
        takeBack();
        state.value = 'by-itself';
      }
      before = now;
      if (answered) carryOut();
    });
  });

  return {
    options,
    shown,
    at,
    hinted,
    lost,
    decide() {
      if (early === null) return decided();
      if (early.enter !== null) return 'nothing';
      return new Promise((tell) => {
        wait().enter = tell;
      });
    },
    move(step) {
      if (isAnswered.peek()) go(step);
      else if (early?.enter == null) wait().steps.push(step);
    },
    open() {
      state.value = 'opened';
    },
    close() {
      takeBack();
      state.value = 'closed';
    },
    hint() {
      hinted.value = true;
    },
    takeBack,
  };
}
