import { nativeTheme, type WebPreferences } from 'electron';

/** Of every window of this program: a page in a sandbox, apart from its preload, without Node. */
export const webPreferences = (preload: string): WebPreferences => ({
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
});

/** Painted before the page is: without it a dark desktop sees a white flash. */
export const ground = (): string => (nativeTheme.shouldUseDarkColors ? '#17191c' : '#f7f8fa');
