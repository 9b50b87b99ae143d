import type { BrowserWindow } from 'electron';
import { createPageWatch, type PageWatch } from '../desktop/page-watch.ts';
import { timer } from '../util/timer.ts';
import { endProcess } from './end-process.ts';

/** Milliseconds. */
const longestDying = 1_000;

export interface LivingPage {
  readonly watch: Pick<PageWatch, 'seen' | 'look' | 'stop'>;
  /** Ends its process, with nothing loaded in its place until somebody does. */
  letGo(): void;
  load(): void;
}

/** Loads a page of the program into its window, and makes it anew whenever it hangs or has ended. `gone`: what it asked for is over. */
export function keepPage(
  { webContents: contents }: BrowserWindow,
  page: string,
  gone: () => void,
  log: (line: string) => void,
): LivingPage {
  const load = () => void contents.loadURL(page).catch(() => undefined);

  function end(): void {
    const process = contents.getOSProcessId();
    contents.forcefullyCrashRenderer();
    // On Linux that is a request to the process itself, which one that stands still does not hear.
    timer(longestDying, () => {
      if (!contents.isDestroyed() && process !== 0 && contents.getOSProcessId() === process)
        endProcess(process);
    });
  }

  const watch = createPageWatch({
    ask: () => (contents.isDestroyed() ? Promise.reject(new Error('gone')) : contents.executeJavaScript('0')),
    end,
    load,
    timer,
    now: () => performance.now(),
    log,
  });

  contents.on('did-start-navigation', (_event, _url, isSamePage, isMainFrame) => {
    if (!isMainFrame || isSamePage) return;
    gone();
    watch.loading();
  });
  contents.on('did-finish-load', () => watch.loaded());
  contents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    // A load that another one took the place of.
    if (isMainFrame && code !== -3) watch.ended(`not loaded, ${code}`);
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    gone();
    watch.ended(reason);
  });

  load();
  return {
    watch,
    load,
    letGo() {
      watch.rest();
      const process = contents.getOSProcessId();
      // Not crashed, which some desktops tell people about.
      if (process !== 0) endProcess(process);
    },
  };
}
