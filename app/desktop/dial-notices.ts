import { failureText, type Words } from '../../renderer/words/index.ts';
import type { DialState, Settings } from '../contract.ts';
import type { Notice } from './notices.ts';

/** The notice for what became of a call; `null` where there is nothing to say or the person turned it off. */
export function dialNotice(state: DialState, words: Words, phone: string, settings: Settings): Notice | null {
  if (state.kind === 'placed') {
    return settings.notifyPlaced ? words.notify.placed(state.display, phone) : null;
  }
  if (state.kind !== 'failed' || !settings.notifyFailed) return null;
  const { what, todo } = failureText(words, state.failure);
  const said =
    state.failure.message === undefined ? '' : ` ${words.failureBox.pbxSays(state.failure.message)}`;
  const sentence = `${what}${said} ${todo}`;
  return state.failure.code === 'unknown-outcome'
    ? words.notify.unknown(state.display, sentence)
    : words.notify.failed(state.display, sentence);
}
