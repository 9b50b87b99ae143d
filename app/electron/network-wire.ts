import type { Reply } from '../contract/failures.ts';
import type { Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';
import type { TimeLimit } from '../settings/credentials.ts';
import type { Keychain } from '../settings/keychain.ts';
import { type NetworkTrial, onNetworkSettings } from '../settings/network.ts';
import type { Policy } from '../settings/policy.ts';
import { createProxyPasswords, type ProxyPasswords, proxyEntry } from '../settings/proxy-passwords.ts';
import { systemStore } from '../trust/system-store.ts';
import { createTrust, type Trust } from '../trust/trust.ts';
import { inTurn } from '../util/timer.ts';
import { createNetwork, type Network } from './network.ts';

export interface NetworkWires {
  readonly events: Events;
  readonly settings: () => Settings;
  readonly changeSettings: (part: Partial<Settings>) => Promise<Reply<unknown>>;
  readonly policy: Policy;
  /** Where Linux keeps whom it trusts. */
  readonly trusted: readonly string[];
  readonly keychain: Keychain;
  readonly profile: string;
  readonly limit: TimeLimit;
  /** `https://HOST[:PORT]`, of who is signed in. */
  readonly pbxOrigin: () => string | null;
  readonly hide: (...secrets: string[]) => void;
  readonly log: (line: string) => void;
}

export interface WiredNetwork extends Omit<Network, 'trial'> {
  /** As these settings say, and in all else those that are kept. */
  trial(network: NetworkTrial): ReturnType<Network['trial']>;
  readonly trust: Trust;
  readonly proxyPasswords: ProxyPasswords;
}

/** The way to the PBX: whose certificates are trusted, by which proxy, and who that one is told that asks. */
export async function wireNetwork(parts: NetworkWires): Promise<WiredNetwork> {
  const { events, settings, changeSettings, policy, keychain, profile, limit, hide, log } = parts;
  const trust = createTrust({
    system: systemStore(parts.trusted),
    pins: () => settings().trustedCertificates,
    mayChange: () => policy.fixed.trustedCertificates === undefined,
    mayAsk: () => settings().askToTrust,
    isLocked: () => policy.fixed.trustedCertificates !== undefined || policy.fixed.askToTrust === false,
    pbxHost() {
      const origin = parts.pbxOrigin();
      return origin?.startsWith('https:') ? new URL(origin).hostname : null;
    },
    keep: (trustedCertificates) => changeSettings({ trustedCertificates }),
    log,
  });
  const proxyPasswords = createProxyPasswords({
    keychain,
    entry: proxyEntry(profile),
    limit,
    asked: (question) => events.emit('proxy.asked', question),
    hide,
    log,
  });
  const logins = proxyPasswords;
  const network = await inTurn(() => createNetwork({ trust, logins, proxy: () => settings().proxy, log }));
  onNetworkSettings(events, settings, network.renew);
  return {
    ...network,
    trust,
    proxyPasswords,
    trial: ({ proxy = settings().proxy, trustedCertificates: pins, proxyLogin }) =>
      network.trial({
        proxy,
        trust: pins ? { ...trust, judgePbx: trust.judgeBy(pins) } : trust,
        ...(proxyLogin && { logins: proxyPasswords.trial(proxyLogin) }),
      }),
    renew() {
      proxyPasswords.again();
      network.renew();
    },
  };
}
