import type { DialState } from '../contract/dialing.ts';
import { failurePlaces } from '../contract/failures.ts';
import type { Settings } from '../contract/settings.ts';
import { called } from '../words/called.ts';
import { failureLine, failureText, type Words } from '../words/index.ts';
import type { Notice } from './notices.ts';

/** What to tell on the desktop, and which kind of notice it is; each kind can be turned off. */
export interface DialNotice extends Notice {
  /** `placed` informs. `failed` can be acted on: tried again. `nothing`: there was no call to speak of. */
  readonly kind: 'placed' | 'failed' | 'nothing';
}

/** The notice for what became of a call; `null` where there is nothing to say or the person turned it off. */
export function dialNotice(
  state: DialState,
  words: Words,
  phone: string,
  settings: Settings,
): DialNotice | null {
  if (state.kind === 'placed') {
    return settings.notifyPlaced
      ? { kind: 'placed', ...words.notify.placed(called(state, words), phone) }
      : null;
  }
  if (state.kind !== 'failed') return null;
  const { failure, display } = state;
  const who = called(state, words);
  if (display === '') {
    const text = failureText(words, failure, { at: 'dial' });
    return settings.notifyNothing ? { kind: 'nothing', ...words.notify.nothing(text) } : null;
  }
  // The number was turned down here; the PBX was never asked.
  const neverTried = ['number', 'rule'].includes(failurePlaces[failure.code]);
  if (neverTried ? !settings.notifyNothing : !settings.notifyFailed) return null;
  // The title names the number.
  const sentence = failureLine(words, failure, { at: 'dial' });
  const notice =
    failure.code === 'unknown-outcome'
      ? words.notify.unknown(who, sentence)
      : words.notify.failed(who, sentence);
  return { kind: neverTried ? 'nothing' : 'failed', ...notice };
}
