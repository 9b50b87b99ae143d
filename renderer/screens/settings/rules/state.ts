import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DiallingRule, DraftProblems, DraftRule, RuleTrial } from '../../../../app/contract/rules.ts';
import type { Bridge } from '../../../bridge.ts';
import type { SettingsState } from '../../../state/settings.ts';

/** A rule that is being written; `place`: which rule of the list it changes, `null`: a new one. */
export interface Draft extends DraftRule {
  readonly place: number | null;
}

interface Removed {
  readonly rule: DiallingRule;
  readonly place: number;
}

export interface RulesState {
  readonly draft: ReadonlySignal<Draft | null>;
  /**
   * What is wrong, told while it is written: told when a field is left, the button that takes the focus would move away
   * under the mouse. What is only not finished yet is told once the person tries to save.
   */
  readonly problems: ReadonlySignal<DraftProblems>;
  readonly typed: ReadonlySignal<string>;
  /** What becomes of the typed number, by the rules as they stand on the screen; `null`: nothing was typed. */
  readonly trial: ReadonlySignal<RuleTrial | null>;
  /** Taken away last, for the wish to have it back. */
  readonly removed: ReadonlySignal<Removed | null>;
  add(): void;
  edit(place: number): void;
  write(part: Partial<DraftRule>): void;
  /** Whether the rule is kept now. */
  save(): Promise<boolean>;
  cancel(): void;
  remove(place: number): Promise<void>;
  undo(): Promise<void>;
  /** `by`: -1 up, 1 down. */
  move(place: number, by: -1 | 1): void;
  tryNumber(typed: string): void;
  /** Nothing is being written and nothing tried. */
  clear(): void;
}

/** The contract's bound. */
export const mostRules = 50;

const none: DraftProblems = { name: null, match: null, value: null };
const fields = ['name', 'match', 'value'] as const satisfies (keyof DraftProblems)[];

export function createRules(bridge: Bridge, settings: SettingsState): RulesState {
  const draft = signal<Draft | null>(null);
  const found = signal<DraftProblems>(none);
  const triedToSave = signal(false);
  const typed = signal('');
  const trial = signal<RuleTrial | null>(null);
  const removed = signal<Removed | null>(null);
  let latestCheck = 0;
  let latestTrial = 0;

  const own = () => settings.view.value?.rules ?? [];

  function open(next: Draft | null): void {
    latestCheck += 1;
    removed.value = null;
    draft.value = next;
    found.value = none;
    triedToSave.value = false;
    if (next !== null) void check();
  }

  /** `null`: something else was written in the meantime. */
  async function check(): Promise<DraftProblems | null> {
    const asked = draft.peek();
    if (asked === null) return null;
    const mine = ++latestCheck;
    const reply = await bridge.request('rules.check', bare(asked));
    if (mine !== latestCheck || !reply.ok) return null;
    found.value = reply.value;
    return reply.value;
  }

  /** The person's rules with the one that is being written, once it can be kept. */
  const asShown = computed((): readonly DiallingRule[] => {
    const written = draft.value;
    if (written === null || fields.some((field) => found.value[field] !== null)) return own();
    const rule = kept(written);
    return rule.name === '' || rule.match === '' ? own() : withRule(own(), written.place, rule);
  });

  effect(() => {
    const number = typed.value;
    const rules = asShown.value;
    const mine = ++latestTrial;
    if (number.trim() === '') trial.value = null;
    else void ask(number, rules, mine);
  });

  async function ask(number: string, rules: readonly DiallingRule[], mine: number): Promise<void> {
    const reply = await bridge.request('rules.test', { number, rules: [...rules] });
    if (mine === latestTrial && reply.ok) trial.value = reply.value;
  }

  function keep(rules: readonly DiallingRule[]): Promise<void> {
    return settings.change({ rules: [...rules] });
  }

  return {
    draft,
    typed,
    trial,
    removed,
    problems: computed(() => (triedToSave.value ? found.value : withoutUnfinished(found.value))),
    add: () => open({ place: null, name: '', match: '', action: 'prefix', value: '' }),
    edit(place) {
      const rule = own()[place];
      if (rule !== undefined) open({ place, ...rule });
    },
    write(part) {
      const before = draft.peek();
      if (before === null) return;
      const next = { ...before, ...part };
      draft.value = { ...next, value: latinDigits(next.value) };
      void check();
    },
    async save() {
      const written = draft.peek();
      triedToSave.value = true;
      const problems = await check();
      if (written === null || problems === null || fields.some((field) => problems[field] !== null))
        return false;
      await keep(withRule(own(), written.place, kept(written)));
      if (settings.failure.peek() !== null) return false;
      open(null);
      return true;
    },
    cancel: () => open(null),
    async remove(place) {
      const rule = own()[place];
      open(null);
      if (rule === undefined) return;
      await keep(own().filter((_, index) => index !== place));
      if (settings.failure.peek() === null) removed.value = { rule, place };
    },
    async undo() {
      const gone = removed.peek();
      open(null);
      if (gone !== null) await keep(own().toSpliced(gone.place, 0, gone.rule));
    },
    move(place, by) {
      const rules = [...own()];
      const [moved] = rules.splice(place, 1);
      if (moved === undefined) return;
      rules.splice(place + by, 0, moved);
      open(null);
      void keep(rules);
    },
    tryNumber(number) {
      typed.value = number;
    },
    clear() {
      open(null);
      typed.value = '';
    },
  };
}

/** A Thai keyboard writes ๙ where an exchange wants 9. */
function latinDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

function withoutUnfinished({ name, match, value }: DraftProblems): DraftProblems {
  return {
    name: name === 'empty' ? null : name,
    match: match === 'empty' || match === 'open-set' || match === 'empty-set' ? null : match,
    value,
  };
}

function bare({ name, match, action, value }: DraftRule): DraftRule {
  return { name, match, action, value };
}

function kept({ name, match, action, value }: DraftRule): DiallingRule {
  return { name: name.trim(), match: match.trim(), action, value: action === 'block' ? '' : value.trim() };
}

function withRule(
  rules: readonly DiallingRule[],
  place: number | null,
  rule: DiallingRule,
): readonly DiallingRule[] {
  return place === null ? [...rules, rule] : rules.map((one, index) => (index === place ? rule : one));
}
