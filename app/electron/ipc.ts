import { type BrowserWindow, ipcMain } from 'electron';
import type { EventName, EventPayload } from '../contract.ts';
import type { Sender } from '../serve.ts';

/** Listens for the contract's calls, on the one channel that there is. */
export function listen(
  window: () => BrowserWindow | null,
  gate: (sender: Sender, name: unknown, input: unknown) => Promise<unknown>,
): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const own = window();
    return gate(
      {
        url: frame?.url ?? '',
        isMainFrame: frame !== null && frame === event.sender.mainFrame,
        isOwnWindow: own !== null && event.sender === own.webContents,
      },
      name,
      input,
    );
  });
}

/** Tells the page something that the contract declares; nothing where there is no page. */
export function tell<N extends EventName>(
  window: BrowserWindow | null,
  name: N,
  payload: EventPayload<N>,
): void {
  if (window && !window.isDestroyed()) window.webContents.send('event', name, payload);
}
