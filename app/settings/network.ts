import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';

/** What decides whether and how the PBX is reached: after a change nothing of before counts. */
const decisive = ({ trustedCertificates, proxy }: Settings) => [trustedCertificates, proxy];

export function onNetworkSettings(events: Events, settings: () => Settings, changed: () => void): void {
  let last = decisive(settings());
  events.on('settings.kept', () => {
    const now = decisive(settings());
    if (isDeepStrictEqual(now, last)) return;
    last = now;
    changed();
  });
}
