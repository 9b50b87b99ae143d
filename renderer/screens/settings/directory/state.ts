import { type ReadonlySignal, signal } from '@preact/signals';
import type { DirectoryView } from '../../../../app/contract/directory.ts';
import type { Bridge } from '../../../bridge.ts';

/** What became of the company's directory. */
export interface DirectoryState {
  /** `null` until the main process has answered. */
  readonly view: ReadonlySignal<DirectoryView | null>;
  /** The password that was given last is known until the program ends, and no longer. */
  readonly passwordThisRun: ReadonlySignal<boolean>;
  load(): Promise<void>;
  refresh(): void;
  chooseFile(): void;
  savePassword(password: string): Promise<boolean>;
}

export function createDirectory(bridge: Bridge): DirectoryState {
  const view = signal<DirectoryView | null>(null);
  const passwordThisRun = signal(false);
  bridge.on('directory.changed', (next) => {
    view.value = next;
  });
  return {
    view,
    passwordThisRun,
    async load() {
      const reply = await bridge.request('directory.get', undefined);
      if (reply.ok) view.value = reply.value;
    },
    refresh: () => void bridge.request('directory.refresh', undefined),
    chooseFile: () => void bridge.request('directory.chooseFile', undefined),
    async savePassword(password) {
      const reply = await bridge.request('directory.password', { password });
      passwordThisRun.value = reply.ok && !reply.value;
      return reply.ok;
    },
  };
}
