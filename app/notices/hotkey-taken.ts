import { failureLine, type Words } from '../words/index.ts';
import type { Notice } from './notices.ts';

/** Another program owns the hotkey; nobody would know before they press it. `label`: the key as people read it. */
export function hotkeyTaken(words: Words, label: string): Notice {
  return {
    title: words.settings.hotkey.takenTitle(label),
    body: failureLine(words, { code: 'hotkey-taken' }, { at: 'settings' }),
  };
}
