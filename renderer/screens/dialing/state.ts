import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { LastAttempt, WayIn } from '../../../app/contract/dialing.ts';
import type { FoundNumber } from '../../../app/contract/numbers.ts';
import type { PeopleSource, PersonMatch } from '../../../app/contract/people.ts';
import type { Bridge } from '../../bridge.ts';
import { calledSo, type Dialling } from '../../state/dialing.ts';
import { type Action, asksForActions } from './actions.ts';
import { type Choosing, createChoosing, type Option } from './choosing.ts';
import { createFinder } from './finder.ts';
import {
  deleted,
  emptyField,
  type Field,
  filled,
  inserted,
  isName,
  isPlainNumber,
  longest,
  regrouped,
  typedIn,
} from './number-field.ts';
import { leftOf, pressedAs, type Written } from './written.ts';

export interface DialPadState {
  readonly field: ReadonlySignal<Field>;
  /** What goes to the PBX when Call is pressed: exactly what was typed. Never where there is a letter in it. */
  readonly typed: ReadonlySignal<string>;
  /** There is a letter in it: it is a name, or says what to do. */
  readonly isName: ReadonlySignal<boolean>;
  /** The last number that was called, for Redial and for Call on an empty field. */
  readonly last: ReadonlySignal<LastAttempt | null>;
  /** Who may be meant, best first. */
  readonly matches: ReadonlySignal<readonly PersonMatch[]>;
  /** Whose number is typed whole, where that is known. */
  readonly whose: ReadonlySignal<readonly PersonMatch[]>;
  /** There is nobody of this name, and nothing to do. */
  readonly nobody: ReadonlySignal<boolean>;
  /** The company's directory could not be asked: whether there is nobody is not known. */
  readonly isPartial: ReadonlySignal<boolean>;
  readonly choosing: Choosing;
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
  /** `letter`: what the key writes, where it is taken for a digit by its place on the board. */
  press(key: string, at: Field, letter?: string): void;
  remove(at: Field): void;
  clear(): void;
  fill(number: string): void;
  /** By the mouse: the number goes into the box and is called from there, the action is done. */
  pick(option: Option): void;
  paste(text: string, at: Field): Promise<void>;
  choose(found: FoundNumber): void;
  closeChoices(): void;
  /** As it was in the page before this one. */
  restore(field: Field, extension: string | null): void;
  /** Signed out. */
  forget(): void;
  call(): Promise<void>;
  redial(): Promise<void>;
}

export function createDialPad(
  bridge: Bridge,
  dialling: Dialling,
  last: ReadonlySignal<LastAttempt | null>,
  /** What can be done by the name that is typed. */
  actionsFor: (typed: string) => readonly Action[],
): DialPadState {
  const field = signal<Field>(emptyField);
  const choices = signal<readonly FoundNumber[]>([]);
  const extension = signal<string | null>(null);
  const nothingFound = signal(false);
  const typed = computed(() => typedIn(field.value.shown));

  const isWritten = computed(() => isName(field.value.shown));
  const text = computed(() => (isWritten.value ? field.value.shown.trim() : typed.value));
  const people = computed(() => (asksForActions(text.value) ? '' : text.value));
  const finder = createFinder(bridge, people);
  const choosing = createChoosing({
    text,
    isName: isWritten,
    people: finder.matches,
    isAnswered: finder.isAnswered,
    actions: computed(() => (isWritten.value ? actionsFor(text.value) : [])),
  });
  const nobody = computed(
    () => isWritten.value && finder.isAnswered.value && choosing.options.value.length === 0,
  );
  let written: Written | null = null;

  /** What Call was pressed for, until the PBX has taken it or the person goes on. */
  let called: string | null = null;
  /** Whom the mouse took out of a list, as long as nothing else is typed: nobody typed their number digit by digit. */
  let picked: PersonMatch | null = null;
  /** What the first press of Call brought back, likewise: the second redials it, for the sake of whoever was called then. */
  let back: LastAttempt | null = null;
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
    if (asked === '' || isWritten.peek()) return;
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
    choosing.takeBack();
    called = null;
    picked = null;
    back = null;
    nothingFound.value = false;
    choices.value = [];
    extension.value = null;
    const meant = asMeant(next);
    written = leftOf(written, typedIn(meant.shown));
    show(meant);
  }

  /** With the first letter, the keys before it were letters too. */
  function asMeant(next: Field): Field {
    const { shown } = field.peek();
    if (written?.digits !== typedIn(shown) || !isName(next.shown) || !next.shown.startsWith(shown))
      return next;
    return filled(written.letters + next.shown.slice(shown.length));
  }

  /** Somebody who was chosen is called, an action done. */
  async function take(option: Option): Promise<void> {
    if (option.kind === 'action') {
      edit(emptyField);
      option.action.run();
      return;
    }
    const { number, extension: its } = option.person;
    called = typed.peek();
    await dialling.call({ number, ...besides(its), ...chosenOne(option.person) });
  }

  /** What was put in or pasted is being read: Enter may be quicker than the answer. */
  let reading: Promise<unknown> | null = null;
  async function reads<T>(answer: Promise<T>): Promise<T> {
    reading = answer;
    try {
      return await answer;
    } finally {
      if (reading === answer) reading = null;
    }
  }

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

  /**
   * What is typed is nobody's name: a number that stands among words (`Tel. 081-234-5678 (office)`) is put in their place, as it is where it was
   * pasted. It is seen before another press calls it. A short one is part of a name.
   */
  async function numberAmongWords(): Promise<boolean> {
    const asked = field.peek().shown;
    const reply = await bridge.request('number.find', { text: asked });
    if (field.peek().shown !== asked) return true;
    const found = reply.ok ? reply.value.filter(({ number }) => number.replace(/\D/g, '').length >= 7) : [];
    const [first] = found;
    if (first === undefined) return false;
    edit(filled(first.number));
    choices.value = found.length > 1 ? found : [];
    extension.value = first.extension;
    return true;
  }

  async function takeIn(text: string, at: Field): Promise<void> {
    const reply = await bridge.request('number.find', { text: text.slice(0, 20_000) });
    const found = reply.ok ? reply.value : [];
    const first = found[0]?.number ?? (isPlainNumber(text) ? typedIn(text) : undefined);
    if (first === undefined && mayBeName(text, at)) {
      edit(inserted(at, text.trim()));
      return;
    }
    dialling.dismiss();
    choosing.takeBack();
    nothingFound.value = first === undefined;
    choices.value = found.length > 1 ? found : [];
    extension.value = found[0]?.extension ?? null;
    if (first !== undefined) show(filled(first));
  }

  return {
    field,
    typed,
    isName: isWritten,
    last,
    matches: finder.matches,
    whose: finder.whose,
    nobody,
    isPartial: finder.isPartial,
    choosing,
    choices,
    extension,
    nothingFound,
    edit,
    put(next) {
      edit(next);
      void reads(part(next.shown));
    },
    press(key, at, letter = key) {
      const isAtEnd = at.start === at.shown.length;
      const pressed = isAtEnd ? pressedAs(written, typedIn(at.shown), key, letter) : null;
      edit(inserted(at, key));
      written = pressed;
    },
    remove: (at) => edit(deleted(at)),
    clear: () => edit(emptyField),
    fill: (number) => edit(filled(number)),
    pick(option) {
      if (option.kind === 'action') return void take(option);
      edit(filled(option.person.number));
      picked = option.person;
      extension.value = option.person.extension;
    },
    async paste(text, at) {
      const whole = at.start === 0 && at.end === at.shown.length;
      if (!whole && isPlainNumber(text)) edit(inserted(at, typedIn(text)));
      else await reads(takeIn(text, at));
    },
    choose(found) {
      choosing.takeBack();
      choices.value = [];
      extension.value = found.extension;
      show(filled(found.number));
    },
    closeChoices() {
      choices.value = [];
    },
    forget() {
      edit(emptyField);
      finder.clear();
    },
    restore(before, itsExtension) {
      field.value = before;
      extension.value = itsExtension;
    },
    async call() {
      if (dialling.busy.peek()) return;
      if (reading !== null) {
        await reading;
        // What stands in the box now was not what Enter was pressed for.
        if (choices.peek().length > 0 || nothingFound.peek()) return;
      }
      choices.value = [];
      const decided = choosing.decide();
      const option = decided instanceof Promise ? await decided : decided;
      if (option === 'nothing') return;
      if (option !== 'typed') return await take(option);
      // Letters are not dialled, and nobody is called who was not chosen: the first of a list is a guess.
      if (isWritten.peek()) {
        const isThere = nobody.peek() && (await reads(numberAmongWords()));
        return isThere ? undefined : choosing.hint();
      }
      const number = typed.peek();
      if (number !== '') {
        called = number;
        const known = picked !== null && typedIn(picked.number) === number ? picked : null;
        const its = besides(extension.peek());
        if (back !== null && typedIn(back.number) === number)
          await dialling.call({ number: back.number, ...its, from: 'redial' });
        else await dialling.call({ number, ...its, ...(known ? chosenOne(known) : { from: 'pad' }) });
        return;
      }
      // As desk phones do: the first press brings the last number back, the second calls it.
      const before = last.peek();
      if (before === null) return;
      edit(filled(before.number));
      back = before;
      extension.value = before.extension ?? null;
    },
    async redial() {
      const before = last.peek();
      if (before === null) return;
      await dialling.call({ number: before.number, ...besides(before.extension ?? null), from: 'redial' });
    },
  };
}

const besides = (extension: string | null) => (extension === null ? {} : { extension });

/** Who was found is as much to be trusted as the place that they were found in. */
export const wayIn = {
  favourite: 'favourite',
  contact: 'contact',
  colleague: 'colleague',
  recent: 'call-back',
} as const satisfies Record<PeopleSource, WayIn>;

/** Who was found among the calls is known by the number alone. */
export const chosenOne = ({ source, name }: PersonMatch) => ({
  ...calledSo(source === 'recent' ? '' : name),
  from: wayIn[source],
});

/** A line of letters, and nothing that would stand beside a number. */
function mayBeName(text: string, at: Field): boolean {
  const line = text.trim();
  const beside = typedIn(at.shown.slice(0, at.start) + at.shown.slice(at.end));
  return isName(line) && line.length <= longest && !line.includes('\n') && (beside === '' || isName(beside));
}
