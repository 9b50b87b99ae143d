import type { DialState } from '../contract/dialing.ts';
import type { Settings } from '../contract/settings.ts';
import type { Words } from '../words/index.ts';
import { dialNotice } from './dial-notices.ts';
import type { Notices } from './notices.ts';

/** A number, what is keyed behind it, and whom of those who have it the person chose. */
export interface Wished {
  readonly number: string;
  readonly extension?: string | undefined;
  readonly name?: string | undefined;
}

export interface DialTellerParts {
  readonly notices: Notices;
  readonly words: () => Words;
  readonly settings: () => Settings;
  readonly account: () => { readonly extension: string; readonly agentId: string | null } | null;
  readonly open: () => void;
  /** Asks whether to call them again. */
  readonly again: (wished: Wished) => void;
}

/**
 * Tells by a notice what became of a call. A click on one that failed asks whether to try again;
 * `called`: who was, if anybody.
 */
export function createDialTeller(parts: DialTellerParts): (state: DialState, called?: Wished) => void {
  return (state, called) => {
    const words = parts.words();
    const account = parts.account();
    const phone = account ? words.phoneInFull(account.extension, account.agentId) : '';
    const notice = dialNotice(state, words, phone, parts.settings());
    if (notice === null) return;
    if (notice.kind === 'placed') {
      parts.notices.inform(notice);
      return;
    }
    const again = notice.kind === 'failed' ? called : undefined;
    const body = again === undefined ? notice.body : `${notice.body} ${words.notify.tryAgain}`;
    parts.notices.offer({ ...notice, body }, () => {
      // The question has a window of its own.
      if (again === undefined) parts.open();
      else parts.again(again);
    });
  };
}
