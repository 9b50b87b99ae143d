import type { DialState } from '../contract/dialling.ts';
import type { Settings } from '../contract/settings.ts';
import type { Words } from '../words/index.ts';
import { dialNotice } from './dial-notices.ts';
import type { Notices } from './notices.ts';

export interface DialTellerParts {
  readonly notices: Notices;
  readonly words: () => Words;
  readonly settings: () => Settings;
  readonly account: () => { readonly extension: string; readonly agentId: string | null } | null;
  readonly open: () => void;
  /** Asks whether to call this number again. */
  readonly again: (number: string) => void;
}

/**
 * Tells by a notice what became of a call. A click on one that failed asks whether to try again;
 * `number` is the one that was called, if one was.
 */
export function createDialTeller(parts: DialTellerParts): (state: DialState, number?: string) => void {
  return (state, number) => {
    const words = parts.words();
    const account = parts.account();
    const phone = account ? words.phoneInFull(account.extension, account.agentId) : '';
    const notice = dialNotice(state, words, phone, parts.settings());
    if (notice === null) return;
    if (notice.kind === 'placed') {
      parts.notices.inform(notice);
      return;
    }
    const again = notice.kind === 'failed' ? number : undefined;
    const body = again === undefined ? notice.body : `${notice.body} ${words.notify.tryAgain}`;
    parts.notices.offer({ ...notice, body }, () => {
      // The question has a window of its own.
      if (again === undefined) parts.open();
      else parts.again(again);
    });
  };
}
