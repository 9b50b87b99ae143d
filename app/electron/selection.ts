import { setTimeout as after } from 'node:timers/promises';
import { pressCopyKey } from '../desktop/clipboard/copy-key.ts';
import { copyMarked } from '../desktop/clipboard/copy-marked.ts';
import { localDisplay } from '../desktop/x11/connection.ts';
import { createSelectionReader } from '../desktop/x11/selections.ts';
import type { Reading, Readings } from '../selection/reading.ts';
import { copiedText, lendingClipboard, markedText } from './clipboard.ts';

export interface SystemTexts {
  /** What is marked, and what was copied. */
  texts(): Promise<Readings>;
  /** The same without pressing any key: what is marked is known only where the system tells it. */
  atRest(): Promise<Readings>;
  clipboard(): Promise<Reading>;
}

/** True where what is marked has to be copied to be known. */
export const copiesMarked = process.platform === 'win32' || process.platform === 'darwin';

/** @param mayCopy the person wants marked text to be copied where it cannot be known otherwise */
export function systemTexts(mayCopy: () => boolean): SystemTexts {
  const clipboard = async () => reading(await copiedText(), 'nothing');
  if (copiesMarked) {
    const atRest = async () =>
      ({ marked: { kind: 'nothing' }, clipboard: await clipboard(), order: null }) as const;
    return {
      async texts() {
        if (!mayCopy()) return await atRest();
        const marked = await copyMarked({
          clipboard: lendingClipboard(),
          pressCopy: () => pressCopyKey(process.platform),
          wait: after,
        });
        // Nothing is marked, or the program in front was slow, or has a picture: that looks the same.
        return { marked: reading(marked, 'unreadable'), clipboard: await clipboard(), order: null };
      },
      atRest,
      clipboard,
    };
  }
  const display = localDisplay(process.env.DISPLAY);
  const reader = display && createSelectionReader(display, process.env.XAUTHORITY);
  if (!reader) {
    const texts = async () => ({
      marked: reading(await markedText(), 'unreadable'),
      clipboard: await clipboard(),
      order: null,
    });
    return { texts, atRest: texts, clipboard };
  }
  const texts = async () => {
    const [marked, copied] = await Promise.all([reader.read('PRIMARY'), reader.read('CLIPBOARD')]);
    const order = reader.order();
    return {
      marked,
      clipboard: copied,
      order: order && { marked: order.PRIMARY, clipboard: order.CLIPBOARD },
    };
  };
  return { texts, atRest: texts, clipboard: () => reader.read('CLIPBOARD') };
}

const reading = (text: string | null, without: 'nothing' | 'unreadable'): Reading =>
  text === null ? { kind: without } : { kind: 'text', text };
