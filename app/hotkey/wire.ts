import type { Events } from '../events/events.ts';
import { timer } from '../util/timer.ts';
import { heldKey } from './held-key.ts';
import { createHotkey, type GlobalKeys, type Hotkey } from './hotkey.ts';

/** `keysFor`: the system's keys; `pressed` and `remapped` are called by them. `act`: what the key is for. */
export function wireHotkey(
  events: Events,
  keysFor: (pressed: () => void, remapped: () => void) => GlobalKeys,
  act: () => void,
): Hotkey {
  const held = heldKey(() => performance.now());
  const hotkey = createHotkey({
    keys: keysFor(
      () => {
        if (held.isPress()) act();
      },
      () => void hotkey.renew(),
    ),
    platform: process.platform,
    timer,
    changed: () => events.emit('hotkey.changed'),
  });
  events.on('hotkey.rested', (resting) => void hotkey.rest(resting));
  return hotkey;
}
