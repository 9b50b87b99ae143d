import type { RequestInput } from '../../app/contract/requests.ts';
import type { Bridge } from '../bridge.ts';
import { copyText } from '../ui/copy-text.ts';
import { calledSo, type Dialling } from './dialing.ts';
import type { OpenInState } from './open-in.ts';

/** As what a number is called. */
export type NumberWay = RequestInput<'dial.call'>['from'];

/** A number on the screen, how it is read, and as what it is called from there. */
export interface NumberHere {
  readonly number: string;
  readonly display: string;
  readonly from: NumberWay;
  /** Stands beside the number; none, or in the number, where it is left out. */
  readonly extension?: string | null | undefined;
  /** Whose it is there, of those who may share it; empty: it says nobody's. */
  readonly name: string;
}

export interface NumberMenuState {
  /** Shows the menu of a number and does what is chosen there: call it, copy it, open what it leads to. */
  ask(here: NumberHere, at: { readonly x: number; readonly y: number }): Promise<void>;
}

export function createNumberMenu(
  bridge: Bridge,
  dialling: Pick<Dialling, 'call'>,
  openIn: Pick<OpenInState, 'leads' | 'open'>,
): NumberMenuState {
  return {
    async ask({ number, display, extension = null, from, name }, at) {
      const chosen = await bridge.request('number.menu', { display, opens: openIn.leads(number), ...at });
      if (!chosen.ok) return;
      if (chosen.value === 'call')
        await dialling.call({
          number,
          ...(extension === null ? {} : { extension }),
          ...calledSo(name),
          from,
        });
      else if (chosen.value === 'copy') copyText(number);
      else if (chosen.value === 'openIn') await openIn.open({ of: 'contact', number, ...calledSo(name) });
    },
  };
}
