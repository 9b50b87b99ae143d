import type { FoundNumber, NumberView } from '../contract/numbers.ts';
import type { DiallingRule, RuleTrial } from '../contract/rules.ts';
import type { Settings } from '../contract/settings.ts';
import { parted } from '../numbers/extension.ts';
import { numbersAsWritten } from '../numbers/from-text.ts';
import { type Interpretation, interpretNumber } from '../numbers/interpret.ts';
import { isPremium } from '../numbers/plan.ts';
import { behindCarrier, prefixesOf } from '../numbers/prefixes.ts';
import { remembered } from '../numbers/remembered.ts';
import { isEmergency } from '../numbers/short-numbers.ts';
import type { Dialable } from './dialler.ts';
import {
  applyRules,
  beforeRules,
  outsidePrefixes,
  type ReadyRule,
  type Ruled,
  readyRules,
  type Unruled,
} from './rules.ts';

type Ways = Pick<Unruled, 'spellings' | 'home' | 'inner'>;
const noWays: Ways = { spellings: [], home: null, inner: [] };

/** More candidates than this are a document, not a selection. */
const mostFound = 20;

export type Numbers = ReturnType<typeof createNumbers>;

/**
 * Numbers as this desk's settings read them, and as its dialling rules send them. `managed`: rules of IT, which come before those of
 * the settings.
 */
export function createNumbers(
  settings: () => Settings,
  managed: readonly DiallingRule[] = [],
  shownExtension: (extension: string) => string = (extension) => `ext. ${extension}`,
) {
  const before = readyRules(managed);
  let last: { readonly own: readonly DiallingRule[]; readonly ready: readonly ReadyRule[] } | null = null;
  /** Read once per list: each number of the journal is held against them. */
  function rulesWith(own: readonly DiallingRule[]): readonly ReadyRule[] {
    if (last?.own !== own) last = { own, ready: [...before, ...readyRules(own)] };
    return last.ready;
  }

  const interpret = remembered(settings, (typed) => {
    const { country, numberForm, internalLength } = settings();
    return interpretNumber(parted(typed).number, { country, form: numberForm, internalLength });
  });

  function ruled(number: Interpretation, own: readonly DiallingRule[]): Ruled | null {
    const { send } = number;
    if (send === null) return null;
    const rules = rulesWith(own);
    const emergency = isForHelp(number, rules);
    // Numbers are read by the thousand, and most desks forbid none.
    const ways = rules.some(({ rule }) => rule.action === 'block') ? waysOf(number, rules) : noWays;
    return applyRules({ send, emergency, ...ways }, rules);
  }

  /** An emergency number, or one behind the key of an outside line: `9 191`. */
  function isForHelp({ kind, send }: Interpretation, rules: readonly ReadyRule[]): boolean {
    if (kind === 'emergency') return true;
    const behind = outsidePrefixes(rules).filter((prefix) => send?.startsWith(prefix));
    return behind.some((prefix) => isEmergency(send?.slice(prefix.length) ?? '', settings().country));
  }

  /** Every way to dial a number, for rules that forbid. */
  function waysOf(number: Interpretation, rules: readonly ReadyRule[]): Ways {
    const { key, kind, spellings } = number;
    const code = `+${prefixesOf(settings().country).countryCode}`;
    const inner = innerOf(number, rules).flatMap((one) => {
      const { send, spellings, abroad: leaves } = interpret(one);
      return send === null || (!leaves && send.startsWith('+')) ? spellings : [send, ...everyWay(spellings)];
    });
    const home = kind === 'phone' && key.startsWith(code) ? { e164: key, code } : null;
    return { spellings: everyWay(spellings), home, inner };
  }

  /** A number abroad in the spelling of each prefix that leads there. */
  function everyWay(spellings: readonly string[]): string[] {
    const { countryCode, abroad } = prefixesOf(settings().country);
    return spellings.flatMap((one) =>
      one.startsWith('+') && !one.startsWith(`+${countryCode}`)
        ? [one, ...abroad.map((prefix) => prefix + one.slice(1))]
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

  /**
   * The number that a rule makes this one of: who types the digit of an outside line themselves calls the same one, and the PBX writes it
   * down with the digit. What some plan knows is that number, and nothing behind a digit.
   */
  function behindRule({ kind, send }: Interpretation, rules: readonly ReadyRule[]): Interpretation | null {
    if (kind !== 'other' || send === null) return null;
    for (const before of beforeRules(send, rules)) {
      const number = interpret(before);
      const made = number.kind === 'phone' ? ruled(number, settings().rules) : null;
      if (made?.kind === 'allowed' && made.send === send) return number;
    }
    return null;
  }

  /**
   * Whom a number that was dialled leads to, where a code before it shows or hides the caller's own number: `*67` and `*82` in North
   * America and where its PBXs are, `#31#` and `*31#` in GSM (3GPP TS 22.030). All others as they are.
   */
  function called(dialled: string): string {
    const rest = /^(?:\*67|\*82|[*#]31#)(\d{6,})$/.exec(dialled)?.[1];
    if (rest === undefined) return dialled;
    const number = interpret(rest);
    const isPhone = number.kind === 'phone' || behindRule(number, rulesWith(settings().rules)) !== null;
    return isPhone ? rest : dialled;
  }

  function besideOf(written: string): string {
    const { extension } = parted(written);
    return extension === null ? '' : ` ${shownExtension(extension)}`;
  }

  return {
    called,
    /** What a typed number is shown as, and whether it can be dialled. */
    describe(typed: string): NumberView {
      const { display, send } = interpret(typed);
      return { display: display + besideOf(typed), dialable: send !== null };
    },
    /** A number that somebody wrote down, or the PBX did: the same for all its spellings. */
    shown: (written: string): string => interpret(written).shown + besideOf(written),
    /** As it goes into the number field for somebody who was chosen. What is sent as typed keeps its own spelling, but for the zero of `+66 (0)81`. */
    forField(written: string): string {
      const { kind, send, shown } = interpret(written);
      if (kind !== 'phone' || send === null) return written;
      return settings().numberForm === 'as-typed' ? send : shown;
    },
    /**
     * As it is looked up elsewhere: as it is dialled in its own country, and in E.164 with its `+`, which is empty for an extension and what
     * else no plan knows. `null` for a code, and for what is no number.
     */
    forms(typed: string): { readonly national: string; readonly e164: string } | null {
      const { country, internalLength } = settings();
      const { kind, send, key } = interpretNumber(parted(typed).number, {
        country,
        form: 'national',
        internalLength,
      });
      if (send === null || kind === 'feature-code') return null;
      if (kind !== 'phone') return { national: send, e164: send.startsWith('+') ? send : '' };
      const home = `+${prefixesOf(country).countryCode}`;
      return { national: key.startsWith(home) ? send : key, e164: key };
    },
    /** `null`: nothing that can be dialled. */
    read(typed: string): Dialable | null {
      const number = interpret(typed);
      const { shown, send, key } = number;
      const rules = rulesWith(settings().rules);
      const made = ruled(number, settings().rules);
      if (send === null || made === null) return null;
      const behind = behindRule(number, rules);
      // `9 001 44 20…` is as dear behind the key of an outside line.
      const called = [number, ...innerOf(number, rules).map(interpret)];
      return {
        display: shown,
        send: made.kind === 'allowed' ? made.send : send,
        key: behind?.key ?? key,
        abroad: called.some(({ abroad }) => abroad),
        emergency: isForHelp(number, rules),
        premium: called.some((one) => isPremium(one.key)),
        blocked: made.kind === 'blocked' ? made.rule : null,
        broken: made.kind === 'broken' ? made.rule : null,
      };
    },
    /** The numbers in a text, to be chosen from: as they stand there, those that are not sure last. As they go into the number field. */
    find: (text: string): FoundNumber[] =>
      numbersAsWritten(text, settings())
        .slice(0, mostFound)
        .map(({ dial, display, extension, doubt }) => ({ number: dial, display, extension, doubt })),
    /** What would become of a number; `own` in place of the person's own rules. */
    tryRules(typed: string, own: readonly DiallingRule[] = settings().rules): RuleTrial {
      const number = interpret(typed);
      const made = ruled(number, own);
      return {
        display: number.display,
        send: made?.kind === 'allowed' ? made.send : null,
        rule: made?.rule ?? null,
        blocked: made?.kind === 'blocked',
        emergency: isForHelp(number, rulesWith(own)),
      };
    },
  };
}
