import { type BrowserWindow, ipcMain, type WebContents } from 'electron';
import { type EventName, events as names } from '../contract/events.ts';
import { tellPage } from '../desktop/page-news.ts';
import type { Events } from '../events/events.ts';
import type { Sender } from '../gate/serve.ts';
import type { WindowName } from '../policies/windows.ts';
import { deferred } from '../util/deferred.ts';

export type Gate = (sender: Sender, name: unknown, input: unknown) => Promise<unknown>;

export interface PageLink {
  /** A window of the program, as long as it lives. The main one is told of events from now on. */
  attach(name: WindowName, window: BrowserWindow): void;
  answerBy(gate: Gate): void;
}

/**
 * Listens for the contract's requests, on the one channel that there is, and tells the page of the contract's events. A page that asks
 * before it is made what answers (`answerBy`) is answered then.
 */
export function connectPage(events: Events): PageLink {
  let main: BrowserWindow | null = null;
  const windows = new Map<WebContents, WindowName>();
  const made = deferred<Gate>();
  ipcMain.handle('request', async (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const sender = {
      url: frame?.url ?? '',
      isMainFrame: frame !== null && frame === event.sender.mainFrame,
      window: windows.get(event.sender) ?? null,
    };
    return (await made.promise)(sender, name, input);
  });
  const tell = tellPage(events, (name, payload) => {
    if (main && !main.isDestroyed()) main.webContents.send('event', name, payload);
  });
  for (const name of Object.keys(names) as EventName[])
    events.on(name, (payload: unknown) => tell(name, payload));
  return {
    attach(name, window) {
      const { webContents } = window;
      windows.set(webContents, name);
      window.once('closed', () => windows.delete(webContents));
      if (name === 'main') main = window;
    },
    answerBy: made.resolve,
  };
}
