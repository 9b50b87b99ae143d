import type { Call } from '../cdr/call.ts';
import type { CallsWords } from '../words/calls.en.ts';
import { isWithheld } from '../words/withheld.ts';
import { isCallersChoice, isHidden } from './callers-choice.ts';
import type { KnownPerson } from './known-person.ts';

type Named = Pick<Call, 'party' | 'direction'> & Partial<Pick<Call, 'attempt'>>;

/** What the other party of a call is called. */
export interface Names {
  /**
   * As the phone book has it, or else the directory, however the number is written; else what the PBX says, of this call or of another one.
   * `null`: nobody knows one.
   */
  of(call: Named): string | null;
  /** Who was called, of several with that number, where the person chose; `null`: they did not, or whoever it was has the number no more. */
  chosen(call: Named): string | null;
  /** Of somebody else in a call, by their number or extension: as the phone book has it. */
  who(number: string): string | null;
}

/**
 * `inPhoneBook`: who has a number there, or in the directory. `elsewhere`: what the PBX called it the last time. `holderNamed`: who of a
 * name has a number.
 */
export function createNames(
  inPhoneBook: (number: string) => string | null,
  elsewhere: (number: string) => string | null = () => null,
  holderNamed: (number: string, name: string) => { readonly name: string } | null = () => null,
): Names {
  function chosen({ party: { number }, attempt }: Named): string | null {
    const name = attempt?.name;
    return number === null || name === undefined ? null : (holderNamed(number, name)?.name ?? null);
  }

  return {
    chosen,
    of(call) {
      const { number, name } = call.party;
      // Whoever withholds theirs may be anybody, and some PBXs write the same words for a name.
      if (isHidden(call)) return name !== null && isWithheld(name) ? null : name;
      // A caller may have a code or a colleague's extension as their number, and is not whom the user calls by it.
      if (number === null || isCallersChoice(call)) return name;
      return chosen(call) ?? inPhoneBook(number) ?? name ?? elsewhere(number);
    },
    who: inPhoneBook,
  };
}

/** What is shown in the place of a number that is withheld or not known; empty for all others. */
export function insteadOf(
  call: Pick<Call, 'party' | 'direction'>,
  words: Pick<CallsWords, 'withheld' | 'unknownNumber'>,
): string {
  if (call.party.number === null) return words.unknownNumber;
  return isHidden(call) ? words.withheld : '';
}

/** What a call is found by besides its number, its name and its note: what stands in its row of others. */
export function alsoFoundBy(
  call: Pick<Call, 'party' | 'direction' | 'steps'>,
  { who }: Pick<Names, 'who'>,
  words: Pick<CallsWords, 'withheld' | 'unknownNumber' | 'fromOutside'>,
): string {
  const instead = isCallersChoice(call) ? words.fromOutside('') : insteadOf(call, words);
  if (call.steps.length === 0) return instead;
  const others = call.steps.flatMap(({ by, to }) => [by, to]).filter((number) => number !== null);
  return [instead, ...others, ...others.flatMap((number) => who(number) ?? [])].join(' ');
}

/** What else those are called who have the other party's number: a nickname, a name in another script. */
export function otherNamesOf(
  call: Named,
  holdersOf: (number: string, name?: string) => readonly Pick<KnownPerson, 'nickname' | 'also'>[],
): string {
  const { number } = call.party;
  if (number === null || isHidden(call) || isCallersChoice(call)) return '';
  return holdersOf(number, call.attempt?.name)
    .flatMap(({ nickname, also }) => [nickname, also])
    .filter((name) => name !== undefined && name !== '')
    .join(' ');
}
