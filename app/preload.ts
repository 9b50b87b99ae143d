import { contextBridge, ipcRenderer } from 'electron';

/** Of `contract/`, written in by the build: its schemas are for the gate, and would be made anew at each start of the page. */
declare const requestNames: readonly string[];
declare const eventNames: readonly string[];

/**
 * All that the page can reach: the names of the contract. Neither `ipcRenderer` nor the event object crosses (the
 * event holds `sender`, which would hand the page every channel there is).
 */
contextBridge.exposeInMainWorld('companion', {
  request(name: unknown, input: unknown): Promise<unknown> {
    if (typeof name !== 'string' || !requestNames.includes(name))
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
