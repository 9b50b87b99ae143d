import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Attempt } from '../../../app/contract/dialling.ts';
import type { FoundNumber } from '../../../app/contract/numbers.ts';
import type { Bridge } from '../../bridge.ts';
import type { Dialling } from '../../state/dialling.ts';
import type { FavouritesState } from '../../state/favourites.ts';
import type { RecentNumbers } from '../../state/recent-numbers.ts';
import { createIndex, type Known, knownNumbers, matching, whose } from './matches.ts';
import {
  deleted,
  emptyField,
  type Field,
  filled,
  inserted,
  isPlainNumber,
  regrouped,
  typedIn,
} from './number-field.ts';

export interface DialPadState {
  readonly field: ReadonlySignal<Field>;
  /** What goes to the PBX when Call is pressed: exactly what was typed. */
  readonly typed: ReadonlySignal<string>;
  /** The last number that was called, for Redial and for Call on an empty field. */
  readonly last: ReadonlySignal<Attempt | null>;
  /** Favourites and numbers of recent calls that go on as this number begins, or whose name its keys spell. Best first. */
  readonly matches: ReadonlySignal<readonly Known[]>;
  /** Whose number is typed whole, where that is known. */
  readonly whose: ReadonlySignal<Known | null>;
  /** All of them are looked through. */
  readonly matchesShown: ReadonlySignal<boolean>;
  /** Several numbers were pasted: which one is meant? */
  readonly choices: ReadonlySignal<readonly FoundNumber[]>;
  /** Stood behind the number that was pasted (`ext. 12`): shown, and not dialled. */
  readonly extension: ReadonlySignal<string | null>;
  /** Nothing in what was pasted is a number. */
  readonly nothingFound: ReadonlySignal<boolean>;
  /** The field as the person or a key changed it. */
  edit(field: Field): void;
  /** The same, with more than one character at once: dropped, dictated, filled in. Two numbers in it are not to become one. */
  put(field: Field): void;
  press(key: string, at: Field): void;
  remove(at: Field): void;
  clear(): void;
  fill(number: string): void;
  showMatches(): void;
  closeMatches(): void;
  paste(text: string, at: Field): Promise<void>;
  choose(found: FoundNumber): void;
  closeChoices(): void;
  /** As it was in the page before this one. */
  restore(field: Field, extension: string | null): void;
  call(): Promise<void>;
  redial(): Promise<void>;
}

export function createDialPad(
  bridge: Bridge,
  dialling: Dialling,
  last: ReadonlySignal<Attempt | null>,
  favourites: Pick<FavouritesState, 'list'>,
  recent: RecentNumbers,
): DialPadState {
  const field = signal<Field>(emptyField);
  const choices = signal<readonly FoundNumber[]>([]);
  const extension = signal<string | null>(null);
  const nothingFound = signal(false);
  const typed = computed(() => typedIn(field.value.shown));

  const indexOf = createIndex();
  const index = computed(() => indexOf(knownNumbers(favourites.list.value, recent.list.value)));
  // Not before something is typed: all names are made ready then, and not while the program starts.
  const matches = computed(() => (typed.value === '' ? [] : matching(index.value, typed.value)));
  const matchesShown = signal(false);
  effect(() => {
    if (typed.value !== '') recent.freshen();
  });

  /** What Call was pressed for, until the PBX has taken it or the person goes on. */
  let called: string | null = null;
  // Taken: the next digit begins another number. After a failure the number stays, to be mended or tried again. Here
  // and not behind `call`, because a question may stand between the press and the call.
  effect(() => {
    if (dialling.outcome.value?.kind !== 'placed' || called === null) return;
    if (typed.peek() === called) {
      field.value = emptyField;
      extension.value = null;
    }
    called = null;
  });

  async function group(): Promise<void> {
    const asked = typed.peek();
    if (asked === '') return;
    const reply = await bridge.request('number.describe', { typed: asked });
    // Another key was quicker than the answer: its own answer is on the way.
    if (reply.ok && typed.peek() === asked) field.value = regrouped(field.peek(), reply.value.display);
  }

  function show(next: Field): void {
    field.value = next;
    void group();
  }

  function edit(next: Field): void {
    dialling.dismiss();
    called = null;
    nothingFound.value = false;
    choices.value = [];
    extension.value = null;
    matchesShown.value = false;
    show(next);
  }

  /** Whether what was put in holds several numbers is being asked. */
  let parting: Promise<void> | null = null;
  async function part(text: string): Promise<void> {
    const asked = typed.peek();
    const reply = await bridge.request('number.find', { text });
    if (!reply.ok || typed.peek() !== asked) return;
    const [first, second] = reply.value;
    if (first === undefined || second === undefined) return;
    choices.value = reply.value;
    extension.value = first.extension;
    show(filled(first.number));
  }

  return {
    field,
    typed,
    last,
    matches,
    whose: computed(() => (typed.value === '' ? null : whose(index.value, typed.value))),
    matchesShown,
    choices,
    extension,
    nothingFound,
    edit,
    put(next) {
      edit(next);
      const mine = part(next.shown).finally(() => {
        if (parting === mine) parting = null;
      });
      parting = mine;
    },
    press: (key, at) => edit(inserted(at, key)),
    remove: (at) => edit(deleted(at)),
    clear: () => edit(emptyField),
    fill: (number) => edit(filled(number)),
    showMatches() {
      if (matches.peek().length > 0) matchesShown.value = true;
    },
    closeMatches() {
      matchesShown.value = false;
    },
    async paste(text, at) {
      const whole = at.start === 0 && at.end === at.shown.length;
      if (!whole && isPlainNumber(text)) {
        edit(inserted(at, typedIn(text)));
        return;
      }
      const reply = await bridge.request('number.find', { text: text.slice(0, 20_000) });
      const found = reply.ok ? reply.value : [];
      const first = found[0]?.number ?? (isPlainNumber(text) ? typedIn(text) : undefined);
      dialling.dismiss();
      nothingFound.value = first === undefined;
      choices.value = found.length > 1 ? found : [];
      extension.value = found[0]?.extension ?? null;
      if (first !== undefined) show(filled(first));
    },
    choose(found) {
      choices.value = [];
      extension.value = found.extension;
      show(filled(found.number));
    },
    closeChoices() {
      choices.value = [];
    },
    restore(before, itsExtension) {
      field.value = before;
      extension.value = itsExtension;
    },
    async call() {
      if (dialling.busy.peek()) return;
      if (parting !== null) {
        await parting;
        if (choices.peek().length > 0) return;
      }
      choices.value = [];
      const number = typed.peek();
      if (number !== '') {
        called = number;
        await dialling.call({ number, from: 'pad' });
        return;
      }
      // As desk phones do: the first press brings the last number back, the second calls it.
      const before = last.peek();
      if (before !== null) edit(filled(before.number));
    },
    async redial() {
      const before = last.peek();
      if (before !== null) await dialling.call({ number: before.number, from: 'redial' });
    },
  };
}
