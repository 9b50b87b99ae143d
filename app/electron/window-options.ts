import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';

/**
 * Makes each window of this program, hidden: a page in a sandbox, apart from its preload, without Node. In one piece, so that tools that look
 * for what is left open see it (build/check/electronegativity.ts).
 */
export const makeWindow = (
  preload: string,
  options: Omit<BrowserWindowConstructorOptions, 'webPreferences' | 'show' | 'backgroundColor'>,
): BrowserWindow =>
  new BrowserWindow({
    ...options,
    show: false,
    backgroundColor: ground(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      // Nothing that is typed is sent to a spelling service or kept in a dictionary.
      spellcheck: false,
    },
  });

/** Painted before the page is: without it a dark desktop sees a white flash. */
const ground = (): string => (nativeTheme.shouldUseDarkColors ? '#17191c' : '#f7f8fa');
