import type { StepView } from '../contract/calls.ts';
import type { PageWords } from './page.en.ts';

/** What became of a call, in the person's language: `Answered by Malee (102)`. */
export function stepText(words: PageWords, { kind, by, to, seconds }: StepView): string {
  const { steps } = words.calls;
  const name = (who: NonNullable<StepView['by']>): string =>
    who.name === null ? who.number : steps.person(who.name, who.number);
  switch (kind) {
    case 'taken':
      return by === null ? words.calls.results['answered-elsewhere'] : steps.taken(name(by));
    case 'picked-up':
      if (by !== null) return steps.pickedUpBy(name(by));
      return to === null ? steps.pickedUp : steps.pickedUpFor(name(to));
    case 'transferred':
      if (by === null) return to === null ? steps.transferred : steps.transferredTo(name(to));
      return to === null ? steps.transferredBy(name(by)) : steps.transferredByTo(name(by), name(to));
    case 'sent-on':
      return to === null ? steps.transferred : steps.sentOn(name(to));
    case 'came-back':
      return steps.cameBack;
    case 'parked':
      if (to !== null) return steps.parkedTo(name(to));
      return by === null ? steps.parked : steps.parkedBy(name(by));
    case 'forwarded':
      return to === null ? words.calls.ways.forwarded : steps.forwarded(name(to));
    case 'voicemail':
      return seconds === null ? steps.voicemail : steps.voicemailFor(seconds);
    case 'queue':
      if (to === null) return words.calls.ways.queue;
      return seconds === null ? steps.queue(name(to)) : steps.queueWaited(name(to), seconds);
    case 'ring-group':
      return to === null ? words.calls.ways['ring-group'] : steps.ringGroup(name(to));
    case 'menu':
      return steps.menu;
  }
}
