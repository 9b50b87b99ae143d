import type { CallView, StepKind, Way } from '../../../app/contract/calls.ts';
import type { PageWords } from '../../../app/words/page.en.ts';
import { stepText } from '../../../app/words/step-text.ts';
import { isWithheld } from '../../../app/words/withheld.ts';

export interface CallText {
  /** The large line: a name, or the number where there is none. */
  readonly title: string;
  /** The number, where the title is something else. */
  readonly number: string;
  /** Who took it instead, and what else became of it. */
  readonly steps: readonly string[];
  /** The group or the menu that it came through. */
  readonly through: readonly string[];
  /** How long they talked, or how long it rang; empty where nobody knows. */
  readonly length: string;
}

/** Somebody is known by a number: who withholds it is nobody in particular. */
export const isKnown = (call: Pick<CallView, 'display' | 'direction'>): boolean =>
  call.display !== null && !isHidden(call);

/** What was dialled is a number, whatever it looks like. */
const isHidden = ({ display, direction }: Pick<CallView, 'display' | 'direction'>): boolean =>
  direction === 'incoming' && display !== null && isWithheld(display);

export function textOf(words: PageWords, call: CallView): CallText {
  const { name, display, presented } = call;
  const hidden = isHidden(call);
  const named = name === null || (hidden && isWithheld(name)) ? null : name;
  const number = presented && display !== null ? words.calls.fromOutside(display) : display;
  const shown = hidden ? words.calls.withheld : number;
  const title = named ?? shown ?? words.calls.unknownNumber;
  const isWay = ({ kind }: CallView['steps'][number]) => kind === 'ring-group' || kind === 'menu';
  const said = (steps: CallView['steps']) => steps.map((step) => stepText(words, step));
  return {
    title,
    number: shown === null || shown === title ? '' : shown,
    steps: said(call.steps.filter((step) => !isWay(step))),
    through: said(call.steps.filter(isWay)),
    length: lengthOf(words, call),
  };
}

function lengthOf(words: PageWords, { talkSeconds, lineSeconds, ringSeconds, result }: CallView): string {
  if (talkSeconds !== null) return words.calls.length(talkSeconds);
  // No more than the line was open; the details say why.
  if (lineSeconds !== null) return words.calls.length(lineSeconds);
  // How long it rang here before a colleague took it is of no use, and the longest words stand beside it.
  return ringSeconds === null || result === 'answered-elsewhere' ? '' : words.calls.rang(ringSeconds);
}

/** Unknown to whom: until its record is there, nobody but the PBX can know more. */
export function resultOf(words: PageWords, { result, withoutRow }: CallView): string {
  return withoutRow && result === 'unknown' ? words.calls.noRecord : words.calls.results[result];
}

/** Who took it has said by now that it was answered elsewhere. */
export const isTold = ({ result, steps }: CallView): boolean =>
  result === 'answered-elsewhere' &&
  steps.some(({ kind, by }) => (kind === 'taken' || kind === 'picked-up') && by !== null);

/** All that is known of a call beyond its row, in a few words each. */
export function factsOf(words: PageWords, call: CallView): string[] {
  const { details } = words.calls;
  const facts: string[] = [];
  if (call.ringSeconds !== null) facts.push(details.rang(call.ringSeconds));
  if (call.talkSeconds !== null) facts.push(details.talked(call.talkSeconds));
  facts.push(...call.steps.map((step) => stepText(words, step)));
  const untold = call.via.filter((way) => !call.steps.some(({ kind }) => told[way]?.includes(kind)));
  if (untold.length > 0) facts.push(untold.map((way) => words.calls.ways[way]).join(', '));
  return facts;
}

/** The same of what takes a sentence: why no more is known. */
export function reasonsOf(words: PageWords, call: CallView): string[] {
  const { withoutRow, atMost, presented } = words.calls.details;
  const reasons: string[] = [];
  if (call.withoutRow && call.failure === null) reasons.push(withoutRow);
  if (call.presented && call.callable === null && !isHidden(call)) reasons.push(presented);
  if (call.talkSeconds === null && call.lineSeconds !== null)
    reasons.push(atMost[call.clickToCall ? 'clickToCall' : call.direction](call.lineSeconds));
  return reasons;
}

/** By which steps a way is told as well, and with more. */
const told: Readonly<Partial<Record<Way, readonly StepKind[]>>> = {
  transfer: ['transferred', 'sent-on'],
  'ring-group': ['ring-group'],
  queue: ['queue'],
  ivr: ['menu'],
  voicemail: ['voicemail'],
  forwarded: ['forwarded'],
  pickup: ['picked-up'],
  parking: ['parked'],
};
