import { isDeepStrictEqual } from 'node:util';
import type { NamedProxyLogin } from '../contract/proxy.ts';
import type { Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';

/** What decides whether and how the PBX is reached. */
export type NetworkSettings = Pick<Settings, 'proxy' | 'trustedCertificates'>;

/** By which way the PBX is tried, where that is not the kept one; nothing of it is kept. */
export type NetworkTrial = Partial<NetworkSettings> & { readonly proxyLogin?: NamedProxyLogin };

/** Of some settings, and of the others. */
export function networkPartOf(settings: Partial<Settings>): {
  readonly network: Partial<NetworkSettings>;
  readonly others: Partial<Settings>;
} {
  const { proxy, trustedCertificates, ...others } = settings;
  return {
    network: { ...(proxy && { proxy }), ...(trustedCertificates && { trustedCertificates }) },
    others,
  };
}

/** After a change nothing of before counts. */
export function onNetworkSettings(events: Events, settings: () => Settings, changed: () => void): void {
  let last = networkPartOf(settings()).network;
  events.on('settings.kept', () => {
    const now = networkPartOf(settings()).network;
    if (isDeepStrictEqual(now, last)) return;
    last = now;
    changed();
  });
}
