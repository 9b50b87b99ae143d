import type { CallView } from '../../../app/contract/calls.ts';
import type { Words } from '../../../app/words/en.ts';

/** Numbers that PBXs write where a caller keeps theirs to themselves. */
const withheld = /^(?:anonymous|private|unavailable|unknown|restricted|withheld)$/i;

export interface CallText {
  /** The large line: a name, or the number where there is none. */
  readonly title: string;
  /** The number, where the title is something else. */
  readonly number: string;
  /** How long they talked, or how long it rang; empty where nobody knows. */
  readonly length: string;
}

export function textOf(words: Words, call: CallView): CallText {
  const { name, display } = call;
  const hidden = display !== null && withheld.test(display);
  const named = name === null || (hidden && withheld.test(name)) ? null : name;
  const title =
    named ?? (display === null ? words.calls.unknownNumber : hidden ? words.calls.withheld : display);
  return {
    title,
    number: display === null || display === title ? '' : display,
    length: lengthOf(words, call),
  };
}

function lengthOf(words: Words, { talkSeconds, lineSeconds, ringSeconds, result }: CallView): string {
  if (talkSeconds !== null) return words.calls.length(talkSeconds);
  if (lineSeconds !== null) return words.calls.lengthAtMost(lineSeconds);
  // How long it rang here before a colleague took it is of no use, and the longest words stand beside it.
  return ringSeconds === null || result === 'answered-elsewhere' ? '' : words.calls.rang(ringSeconds);
}

/** Unknown to whom: until its record is there, nobody but the PBX can know more. */
export function resultOf(words: Words, { result, withoutRow }: CallView): string {
  return withoutRow && result === 'unknown' ? words.calls.noRecord : words.calls.results[result];
}

/** All that is known of a call beyond its row, in sentences. */
export function factsOf(words: Words, call: CallView): string[] {
  const { details } = words.calls;
  const facts: string[] = [];
  if (call.withoutRow && call.failure === null) facts.push(details.withoutRow);
  if (call.ringSeconds !== null) facts.push(details.rang(call.ringSeconds));
  if (call.talkSeconds !== null) facts.push(details.talked(call.talkSeconds));
  else if (call.lineSeconds !== null) facts.push(details.atMost(call.lineSeconds));
  if (call.via.length > 0) facts.push(call.via.map((way) => words.calls.ways[way]).join(', '));
  return facts;
}
