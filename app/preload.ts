import * as electron from 'electron';

const { contextBridge, ipcRenderer } = electron;

/**
 * Of `contract/`, what the page of this window may send and hears of (`policies/windows.ts`), written in by the build: its schemas are for
 * the gate, and would be made anew at each start of the page.
 */
declare const requestNames: readonly string[];
declare const eventNames: readonly string[];

/** What the preload asks by itself. */
const dropped = 'setUp.dropped';

/**
 * All that the page can reach: the names of the contract. Neither `ipcRenderer` nor the event object crosses (the
 * event holds `sender`, which would hand the page every channel there is).
 */
contextBridge.exposeInMainWorld('companion', {
  request(name: unknown, input: unknown): Promise<unknown> {
    if (typeof name !== 'string' || !requestNames.includes(name) || name === dropped)
      return Promise.reject(new Error('no such request'));
    return ipcRenderer.invoke('request', name, input);
  },
  on(name: unknown, listener: unknown): () => void {
    if (typeof name !== 'string' || !eventNames.includes(name)) throw new Error('no such event');
    if (typeof listener !== 'function') throw new Error('a listener is a function');
    const relay = (_event: unknown, arrived: unknown, payload: unknown) => {
      if (arrived === name) listener(payload);
    };
    ipcRenderer.on('event', relay);
    return () => ipcRenderer.removeListener('event', relay);
  },
});

/** Newer Electrons and older ones tell in different ways where a file lies. Of what a page made itself neither tells anything. */
function pathOf(file: File): string {
  const { webUtils } = electron as { webUtils?: { getPathForFile(file: File): string } };
  return webUtils?.getPathForFile(file) ?? (file as File & { readonly path?: string }).path ?? '';
}

/** Left alone, Chromium would leave the page for the file. What it is, the main process looks at: here it is a name and no more. */
for (const name of ['dragover', 'drop'] as const) {
  window.addEventListener(name, (event) => {
    // What the page takes itself is no set-up file, nor is a file of contacts that missed its screen.
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    const [file, another] = event.dataTransfer.files;
    if (
      name !== 'drop' ||
      !requestNames.includes(dropped) ||
      !event.isTrusted ||
      file === undefined ||
      another !== undefined
    )
      return;
    if (/\.(vcf|csv)$/i.test(file.name)) return;
    const at = pathOf(file);
    // Too often, say: the log has it.
    if (at !== '') void ipcRenderer.invoke('request', dropped, { file: at }).catch(() => undefined);
  });
}
