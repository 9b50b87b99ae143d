import { type BrowserWindow, ipcMain } from 'electron';
import type { EventName, EventPayload } from '../contract/events.ts';
import type { Sender } from '../gate/serve.ts';
import { deferred } from '../util/deferred.ts';

export type Gate = (sender: Sender, name: unknown, input: unknown) => Promise<unknown>;

/**
 * Listens for the contract's requests, on the one channel that there is. A page that asks before it is made what answers
 * (`answerBy`) is answered then.
 */
export function listen(window: () => BrowserWindow | null): { answerBy(gate: Gate): void } {
  const made = deferred<Gate>();
  ipcMain.handle('request', async (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const own = window();
    const sender = {
      url: frame?.url ?? '',
      isMainFrame: frame !== null && frame === event.sender.mainFrame,
      isOwnWindow: own !== null && event.sender === own.webContents,
    };
    return (await made.promise)(sender, name, input);
  });
  return { answerBy: made.resolve };
}

/** Tells the page something that the contract declares; nothing where there is no page. */
export function tell<N extends EventName>(
  window: BrowserWindow | null,
  name: N,
  payload: EventPayload<N>,
): void {
  if (window && !window.isDestroyed()) window.webContents.send('event', name, payload);
}
