import type { Settings } from '../../contract/settings.ts';
import type { Events } from '../../events/events.ts';
import { triggerOf } from '../../hotkey/trigger.ts';
import { timer } from '../../util/timer.ts';
import {
  createDesktopKeys,
  type DesktopKey,
  type DesktopKeys,
  type DesktopKeysParts,
} from './desktop-keys.ts';

export interface DesktopKeysWires extends Pick<DesktopKeysParts, 'open' | 'asked' | 'log'> {
  readonly events: Events;
  readonly settings: () => Settings;
  /** By IT. */
  readonly locked: readonly (keyof Settings)[];
  /** What each key does, for the desktop to show. */
  readonly says: (key: DesktopKey) => string;
}

/** On a desktop that lets no program take a key: it is asked for one that calls, and one that opens the box. */
export function wireDesktopKeys({ events, settings, locked, says, ...parts }: DesktopKeysWires): DesktopKeys {
  const wanted = (setting: 'hotkey' | 'boxKey', id: DesktopKey) => {
    const key = settings()[setting];
    // The box has none until it is given one, and only the desktop can.
    const isOff = key === '' && (setting === 'hotkey' || locked.includes(setting));
    return isOff ? [] : [{ id, description: says(id), preferred: triggerOf(key) }];
  };
  return createDesktopKeys({
    ...parts,
    wanted: () => [...wanted('hotkey', 'dial-selection'), ...wanted('boxKey', 'show')],
    timer,
    changed: () => void events.emit('hotkey.changed'),
  });
}
