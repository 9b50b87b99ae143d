import { type BrowserWindow, ipcMain } from 'electron';
import { type EventName, events as names } from '../contract/events.ts';
import { tellPage } from '../desktop/page-news.ts';
import type { Events } from '../events/events.ts';
import type { Sender } from '../gate/serve.ts';
import { deferred } from '../util/deferred.ts';

export type Gate = (sender: Sender, name: unknown, input: unknown) => Promise<unknown>;

export interface PageLink {
  /** The window whose page it is; before that, nobody is told anything. */
  attach(window: BrowserWindow): void;
  answerBy(gate: Gate): void;
}

/**
 * Listens for the contract's requests, on the one channel that there is, and tells the page of the contract's events. A page that asks
 * before it is made what answers (`answerBy`) is answered then.
 */
export function connectPage(events: Events): PageLink {
  let own: BrowserWindow | null = null;
  const made = deferred<Gate>();
  ipcMain.handle('request', async (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const sender = {
      url: frame?.url ?? '',
      isMainFrame: frame !== null && frame === event.sender.mainFrame,
      isOwnWindow: own !== null && event.sender === own.webContents,
    };
    return (await made.promise)(sender, name, input);
  });
  const tell = tellPage(events, (name, payload) => {
    if (own && !own.isDestroyed()) own.webContents.send('event', name, payload);
  });
  for (const name of Object.keys(names) as EventName[])
    events.on(name, (payload: unknown) => tell(name, payload));
  return {
    attach(window) {
      own = window;
    },
    answerBy: made.resolve,
  };
}
