import type { Numbers } from '../dialing/numbers.ts';
import type { Events } from '../events/events.ts';
import { createOpenIn, type OpenIn, type OpenInParts } from './open-in.ts';

export interface OpenInWires extends Omit<OpenInParts, 'forms' | 'last' | 'settings'> {
  readonly events: Events;
  readonly settings: () => ReturnType<OpenInParts['settings']> & { readonly openInAfterCall: boolean };
  readonly numbers: Pick<Numbers, 'forms'>;
  /** The call that was placed last from here. */
  readonly last: () => Parameters<OpenInParts['whoHas']>[0] | null;
}

/** Where a number leads; by itself, too, once a call was placed, where the person wants that. */
export function wireOpenIn({ events, numbers, ...parts }: OpenInWires): OpenIn {
  const { settings, whoHas } = parts;
  const openIn = createOpenIn({
    ...parts,
    forms: numbers.forms,
    last() {
      const called = parts.last();
      return called && { number: called.number, name: whoHas(called), direction: 'outgoing' };
    },
  });
  events.on('dial.changed', (state) => {
    if (state.kind === 'placed' && settings().openInAfterCall && openIn.isOn())
      void openIn.open({ of: 'last' });
  });
  return openIn;
}
