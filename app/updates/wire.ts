import type { DialState } from '../contract/dialing.ts';
import type { PageState } from '../contract/page.ts';
import type { Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';
import { mayInstall } from './may-install.ts';
import { createUpdates, type Updates, type UpdatesParts } from './updates.ts';

export interface UpdatesWires
  extends Pick<UpdatesParts, 'open' | 'installs' | 'clear' | 'restart' | 'timer' | 'log'> {
  readonly events: Events;
  readonly settings: () => Settings;
  readonly resting: () => { readonly state: PageState | null } | null;
  readonly dial: () => DialState;
  /** When a call was last asked for; of all that sign in here. */
  readonly lastCall: () => number | null;
}

/** Newer versions of the program, and when one may take its place. */
export function wireUpdates(parts: UpdatesWires): Updates {
  const { events, settings } = parts;
  const updates = createUpdates({
    ...parts,
    mode: () => settings().updates,
    mayInstall: () =>
      mayInstall({
        resting: parts.resting(),
        dial: parts.dial().kind,
        lastCall: parts.lastCall(),
        now: Date.now(),
      }),
    found: (version) => events.emit('updates.found', version),
    changed: () => events.emit('updates.changed'),
    random: Math.random,
  });
  events.on('settings.kept', updates.follow);
  // Its process ends first, and what it gave is kept.
  events.on('page.left', () => void setImmediate(updates.tryNow));
  return updates;
}
