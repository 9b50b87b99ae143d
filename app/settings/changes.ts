import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Settings } from '../contract/settings.ts';
import type { LinkWishes } from '../desktop/link-entry.ts';
import { codeOf } from '../util/code-of.ts';
import type { SettingsChange, SettingsStore } from './store.ts';

export interface SettingsChangesParts {
  readonly store: SettingsStore;
  /** What IT fixed: it may not be changed here. */
  readonly managed: readonly (keyof Settings)[];
  /** Takes the key if it can be had, and then keeps it by `keep`. */
  readonly hotkey: {
    change(key: string, keep: (key: string) => void): Promise<Reply<unknown>>;
  };
  /** Rejects where the system does not take it. */
  readonly setLinks: (wishes: LinkWishes) => Promise<void>;
  /** Throws where the system does not take it. */
  readonly setStartAtLogin: (on: boolean) => void;
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

export type SettingsChanges = ReturnType<typeof createSettingsChanges>;

/** Changes settings where more than the file must agree: IT, the system's links and login, a key that may be taken. */
export function createSettingsChanges(parts: SettingsChangesParts) {
  const { store, log } = parts;

  async function takeLinks({
    telLinks,
    sipLinks,
  }: Pick<Settings, 'telLinks' | 'sipLinks'>): Promise<Reply<unknown>> {
    try {
      await parts.setLinks({ tel: telLinks, sip: sipLinks });
      return ok(undefined);
    } catch (error) {
      log(`links not taken: ${codeOf(error)}`);
      return fail('links');
    }
  }

  return {
    takeLinks,
    /** All of them or none. Rejects where the disk does not take them. */
    async change(part: SettingsChange): Promise<Reply<unknown>> {
      if (parts.managed.some((key) => part[key] !== undefined)) return fail('managed');
      const before = store.settings();
      const { telLinks = before.telLinks, sipLinks = before.sipLinks, startAtLogin } = part;
      if (telLinks !== before.telLinks || sipLinks !== before.sipLinks) {
        const linked = await takeLinks({ telLinks, sipLinks });
        if (!linked.ok) return linked;
      }
      const keep = (change: SettingsChange) => {
        if (startAtLogin !== undefined && startAtLogin !== before.startAtLogin) {
          parts.setStartAtLogin(startAtLogin);
        }
        store.change(change);
      };
      const changed =
        part.hotkey === undefined
          ? ok(keep(part))
          : await parts.hotkey.change(part.hotkey, (key) => keep({ ...part, hotkey: key }));
      parts.changed();
      return changed;
    },
  };
}
