import type { DiallingRule, FoundNumber, NumberView, RuleTrial, Settings } from '../contract.ts';
import type { Dialable } from './dialler.ts';
import { numbersInText } from './numbers/from-text.ts';
import { type Interpretation, interpretNumber } from './numbers/interpret.ts';
import { behindCarrier, prefixesAbroad, prefixesOf } from './numbers/prefixes.ts';
import { remembered } from './numbers/remembered.ts';
import { applyRules, outsidePrefixes, type ReadyRule, type Ruled, readyRules } from './rules.ts';

/** Numbers as this desk's settings read them, and as its dialling rules send them. */
export interface Numbers {
  /** What a typed number is shown as, and whether it can be dialled. */
  describe(typed: string): NumberView;
  /** `null`: nothing that can be dialled. */
  read(typed: string): Dialable | null;
  /** The numbers in a text, best first, as they go into the number field. */
  find(text: string): FoundNumber[];
  /** What would become of a number; `own` in place of the person's own rules. */
  tryRules(typed: string, own?: readonly DiallingRule[]): RuleTrial;
}

/** More candidates than this are a document, not a selection. */
const mostFound = 20;

/** `managed`: rules of IT, which come before those of the settings. */
export function createNumbers(settings: () => Settings, managed: readonly DiallingRule[] = []): Numbers {
  const before = readyRules(managed);
  let last: { readonly own: readonly DiallingRule[]; readonly ready: readonly ReadyRule[] } | null = null;
  /** Read once per list: each number of the journal is held against them. */
  function rulesWith(own: readonly DiallingRule[]): readonly ReadyRule[] {
    if (last?.own !== own) last = { own, ready: [...before, ...readyRules(own)] };
    return last.ready;
  }

  const interpret = remembered(settings, (typed) => {
    const { country, numberForm, internalLength } = settings();
    return interpretNumber(typed, { country, form: numberForm, internalLength });
  });

  function ruled(number: Interpretation, own: readonly DiallingRule[]): Ruled | null {
    const { send, key, abroad, kind } = number;
    if (send === null) return null;
    const { country } = settings();
    const code = `+${prefixesOf(country).countryCode}`;
    const rules = rulesWith(own);
    const home = kind === 'phone' && !abroad ? { e164: key, code } : null;
    const inner = innerOf(number, rules).flatMap((one) => {
      const { send: sent, spellings, abroad: leaves } = interpret(one);
      return sent === null || (!leaves && sent.startsWith('+')) ? spellings : [sent, ...everyWay(spellings)];
    });
    const unruled = { send, spellings: everyWay(number.spellings), home, inner };
    return applyRules({ ...unruled, emergency: kind === 'emergency' }, rules);
  }

  /** A number abroad in the spelling of each prefix that leads there. */
  function everyWay(spellings: readonly string[]): string[] {
    const { country } = settings();
    const code = `+${prefixesOf(country).countryCode}`;
    return spellings.flatMap((one) =>
      one.startsWith('+') && !one.startsWith(code)
        ? [one, ...prefixesAbroad(country).map((prefix) => prefix + one.slice(1))]
        : [one],
    );
  }

  /** A number in full may begin with the same digits, and has nothing before it. */
  function innerOf({ send, spellings, kind }: Interpretation, rules: readonly ReadyRule[]): string[] {
    const { country } = settings();
    const dialled = [send ?? '', ...spellings].filter((one) => /^\d{7,}$/.test(one));
    const carried = dialled.map((one) => behindCarrier(one, country)).filter((one) => one !== null);
    const outside = outsidePrefixes(rules)
      .flatMap((prefix) =>
        dialled.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length)),
      )
      .filter((rest) => kind === 'other' || interpret(rest).abroad);
    return [...carried, ...outside];
  }

  return {
    describe(typed) {
      const { display, send } = interpret(typed);
      return { display, dialable: send !== null };
    },
    read(typed) {
      const number = interpret(typed);
      const { display, send, key, abroad, kind } = number;
      const made = ruled(number, settings().rules);
      if (send === null || made === null) return null;
      return {
        display,
        send: made.kind === 'allowed' ? made.send : send,
        key,
        abroad,
        emergency: kind === 'emergency',
        blocked: made.kind === 'blocked' ? made.rule : null,
        broken: made.kind === 'broken' ? made.rule : null,
      };
    },
    find(text) {
      const { country, internalLength, internalShortest } = settings();
      return numbersInText(text, { country, internalLength, internalShortest })
        .slice(0, mostFound)
        .map(({ dial, display, extension, doubt }) => ({ number: dial, display, extension, doubt }));
    },
    tryRules(typed, own = settings().rules) {
      const number = interpret(typed);
      const made = ruled(number, own);
      return {
        display: number.display,
        send: made?.kind === 'allowed' ? made.send : null,
        rule: made?.rule ?? null,
        blocked: made?.kind === 'blocked',
        emergency: number.kind === 'emergency',
      };
    },
  };
}
