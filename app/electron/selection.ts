import { setTimeout as after } from 'node:timers/promises';
import { pressCopyKey } from '../desktop/clipboard/copy-key.ts';
import { copyMarked } from '../desktop/clipboard/copy-marked.ts';
import { localDisplay } from '../desktop/x11/connection.ts';
import { createSelectionReader } from '../desktop/x11/selections.ts';
import type { Texts } from '../dialing/selection/selection.ts';
import { copiedText, lendingClipboard, markedText } from './clipboard.ts';

export interface SystemTexts {
  /** What is marked, and what was copied. */
  texts(): Promise<Texts>;
  /** The same without pressing any key: what is marked is known only where the system tells it. */
  atRest(): Promise<Texts>;
  clipboard(): Promise<string | null>;
}

/** True where what is marked has to be copied to be known. */
export const copiesMarked = process.platform === 'win32' || process.platform === 'darwin';

/** @param mayCopy the person wants marked text to be copied where it cannot be known otherwise */
export function systemTexts(mayCopy: () => boolean): SystemTexts {
  if (copiesMarked) {
    const atRest = async () => ({ marked: null, clipboard: await copiedText() });
    return {
      async texts() {
        if (!mayCopy()) return await atRest();
        const marked = await copyMarked({
          clipboard: lendingClipboard(),
          pressCopy: () => pressCopyKey(process.platform),
          wait: after,
        });
        return { marked, clipboard: await copiedText() };
      },
      atRest,
      clipboard: copiedText,
    };
  }
  const display = localDisplay(process.env.DISPLAY);
  const reader = display && createSelectionReader(display, process.env.XAUTHORITY);
  const places = reader
    ? { marked: () => reader.text('PRIMARY'), clipboard: () => reader.text('CLIPBOARD') }
    : { marked: markedText, clipboard: copiedText };
  const texts = async () => {
    const [marked, clipboard] = await Promise.all([places.marked(), places.clipboard()]);
    return { marked, clipboard };
  };
  return { texts, atRest: texts, clipboard: places.clipboard };
}
