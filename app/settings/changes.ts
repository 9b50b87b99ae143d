import { fail, ok, type Reply } from '../contract/failures.ts';
import { type Settings, settingKeys } from '../contract/settings.ts';
import type { LinkWishes } from '../desktop/link-entry.ts';
import { isSameKey } from '../hotkey/accelerator.ts';
import { codeOf } from '../util/code-of.ts';
import type { Policy } from './policy.ts';
import type { Told } from './schema.ts';
import type { SettingsChange, SettingsStore } from './store.ts';

export interface TakesKey {
  /** Takes the key if it can be had, and then keeps it by `keep`. */
  change(key: string, keep: (key: string) => void): Promise<Reply<unknown>>;
}

export interface SettingsChangesParts {
  readonly store: SettingsStore;
  /** What IT locked, which may not be changed here, and what IT presets. */
  readonly policy: Pick<Policy, 'fixed' | 'presets'>;
  readonly hotkey: TakesKey;
  readonly boxKey: TakesKey;
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
  const { store, policy, log } = parts;

  async function takeLinks(told: Pick<Settings, 'telLinks' | 'sipLinks'>): Promise<Reply<unknown>> {
    try {
      await parts.setLinks({ tel: told.telLinks, sip: told.sipLinks });
    } catch (error) {
      log(`links not taken: ${codeOf(error)}`);
      return fail('links');
    }
    remember(told);
    return ok(undefined);
  }

  function startAtLoginIs(on: boolean): void {
    parts.setStartAtLogin(on);
    remember({ startAtLogin: on });
  }

  /** Where the disk does not take it, the system is told once more at the next start. */
  function remember(told: Told): void {
    try {
      store.keepTold({ ...store.told(), ...told });
    } catch (error) {
      log(`not kept what the system was told: ${codeOf(error)}`);
    }
  }

  /** What the system has to be told at start: what IT locked, and what changed by a policy that came, went or is another. */
  function isDue(key: keyof Told): boolean {
    if (policy.fixed[key] !== undefined) return true;
    const told = store.told()[key];
    return told === undefined ? policy.presets[key] !== undefined : told !== store.settings()[key];
  }

  /** A key is kept with all else once the system gives it. Two at once are one after the other: the system may give the first alone. */
  async function withKeys(
    part: SettingsChange,
    keep: (change: SettingsChange) => void,
  ): Promise<Reply<unknown>> {
    const { boxKey, ...rest } = part;
    const { hotkey: ours, boxKey: box } = store.settings();
    const isOne = isSameKey(part.hotkey ?? ours, boxKey ?? box, process.platform);
    // While one is recorded, neither is held: the system would give it twice.
    if (isOne && (part.hotkey !== undefined || boxKey !== undefined)) return fail('hotkey-twice');
    if (part.hotkey !== undefined) {
      const changed = await parts.hotkey.change(part.hotkey, (key) => keep({ ...rest, hotkey: key }));
      if (!changed.ok || boxKey === undefined) return changed;
      return await parts.boxKey.change(boxKey, (key) => keep({ boxKey: key }));
    }
    if (boxKey === undefined) return ok(keep(part));
    return await parts.boxKey.change(boxKey, (key) => keep({ ...rest, boxKey: key }));
  }

  return {
    /** At start. */
    async agree(): Promise<void> {
      const { startAtLogin, telLinks, sipLinks } = store.settings();
      try {
        if (isDue('startAtLogin')) startAtLoginIs(startAtLogin);
      } catch (error) {
        log(`start at login not set: ${codeOf(error)}`);
      }
      if (isDue('telLinks') || isDue('sipLinks')) await takeLinks({ telLinks, sipLinks });
    },
    /** All of them or none. Rejects where the disk does not take them. */
    async change(part: SettingsChange): Promise<Reply<unknown>> {
      if (settingKeys.some((key) => part[key] !== undefined && policy.fixed[key] !== undefined))
        return fail('managed');
      const before = store.settings();
      const { telLinks = before.telLinks, sipLinks = before.sipLinks, startAtLogin } = part;
      if (telLinks !== before.telLinks || sipLinks !== before.sipLinks) {
        const linked = await takeLinks({ telLinks, sipLinks });
        if (!linked.ok) return linked;
      }
      const keep = (change: SettingsChange) => {
        if (startAtLogin !== undefined && startAtLogin !== before.startAtLogin) {
          startAtLoginIs(startAtLogin);
        }
        store.change(change);
      };
      const changed = await withKeys(part, keep);
      parts.changed();
      return changed;
    },
  };
}
