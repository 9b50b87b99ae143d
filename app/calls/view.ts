import * as v from 'valibot';
import type { Call } from '../cdr/call.ts';
import { CallFacts, type CallView, type StepView } from '../contract/calls.ts';
import type { Numbers } from '../dialing/numbers.ts';
import { isCallersChoice, isHidden, leadsElsewhere } from './callers-choice.ts';
import { reminderOf, type ToDoRow } from './to-do.ts';

/** A call has more. */
const Facts = v.object(CallFacts.entries);

export interface Viewing {
  /** How a number is shown, and what `dial.call` takes for it; `null` where it cannot be called. */
  readonly numberOf: (number: string) => { readonly display: string; readonly callable: string | null };
  readonly nameOf: (call: Call) => string | null;
  /** Whom the person chose, of several with the number of a call; left out: nobody. */
  readonly chosen?: (call: Call) => string | null;
  /** The name of somebody else in a call, by their number or extension. */
  readonly whoIs: (number: string) => string | null;
  /** Whether somebody of the phone book has a number; left out: nobody is to be added there. */
  readonly isContact?: (number: string) => boolean;
  readonly noteOf: (call: Call) => string;
  /** What is to be done about it. */
  readonly toDoOf: (call: Call) => Pick<ToDoRow, 'missed' | 'reminders'> | null;
  /** Somebody said that it is done, and nothing else deals with it. */
  readonly isMarked?: (call: Call) => boolean;
  /** The PBX's clock minus this computer's, in milliseconds. */
  readonly skew: number;
}

export function numbersShown(numbers: Pick<Numbers, 'shown' | 'read'>): Viewing['numberOf'] {
  return (number) => ({
    display: numbers.shown(number),
    callable: numbers.read(number) === null ? null : number,
  });
}

/** With names, and numbers as they are read. */
export function stepsShown(
  call: Pick<Call, 'steps'>,
  { numberOf, whoIs }: Pick<Viewing, 'numberOf' | 'whoIs'>,
): StepView[] {
  const shown = (number: string | null): StepView['by'] =>
    number === null ? null : { number: numberOf(number).display || number, name: whoIs(number) };
  return call.steps.map((step) => ({ ...step, by: shown(step.by), to: shown(step.to) }));
}

export function viewOf(call: Call, viewing: Viewing): CallView {
  const { numberOf, nameOf, noteOf, toDoOf, skew, isContact } = viewing;
  const { party, attempt } = call;
  const toDo = toDoOf(call);
  const number = party.number === null ? null : numberOf(party.number);
  const presented = isCallersChoice(call);
  return {
    ...v.parse(Facts, call),
    steps: stepsShown(call, viewing),
    id: call.id,
    display: number === null ? null : number.display === '' ? party.number : number.display,
    // Zeros in the place of a number that was withheld would ring somewhere.
    callable: leadsElsewhere(call) || isHidden(call) ? null : (number?.callable ?? null),
    presented,
    name: nameOf(call),
    chosen: (viewing.chosen?.(call) ?? null) !== null,
    isContact: party.number !== null && !presented && (isContact?.(party.number) ?? false),
    start: call.start - skew,
    recordings: call.recordings.length,
    maybeRecorded: call.maybeRecorded !== null,
    withoutRow: attempt !== null && !attempt.recorded,
    // What became of the reply is no news once the call's record is there.
    failure: attempt === null || attempt.recorded ? null : attempt.failure,
    message: attempt?.failure?.message ?? attempt?.message ?? '',
    note: noteOf(call),
    // A call of theirs that was answered stands in the row for its reminder.
    toDo: toDo?.missed.some(({ id }) => id === call.id) ? toDo.missed.length : 0,
    reminder: (toDo && reminderOf(toDo, call))?.at ?? null,
    markedDone: viewing.isMarked?.(call) ?? false,
  };
}
