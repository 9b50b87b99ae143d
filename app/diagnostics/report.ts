import type { ProxyChoice } from '../contract/proxy.ts';
import type { Managed, Settings } from '../contract/settings.ts';
import type { Step } from './probe.ts';

export interface ReportParts {
  readonly at: Date;
  readonly versions: Readonly<Record<string, string>>;
  /** What this start, and its desktop, are like. */
  readonly session: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly presets: readonly string[];
  readonly managed: Managed;
  /** All that IT locked: settings, and fields of the sign-in form. */
  readonly locks: readonly string[];
  readonly account: Readonly<Record<string, string>>;
  readonly directory: Readonly<Record<string, string>>;
  readonly proxy: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** The last lines of the log. */
  readonly log: readonly string[];
}

/** Settings whose text says nothing of people: of all other texts it is only said whether there is one. */
const plain: ReadonlySet<keyof Settings> = new Set([
  'language',
  'theme',
  'country',
  'numberForm',
  'pbxTimeZone',
  'hotkey',
  'beforeHotkeyCall',
  'updates',
]);

/** For the help desk: to be read by a person, and to be attached to a ticket. */
export function report(parts: ReportParts): string {
  const { managed, settings, steps } = parts;
  const by = (key: string): string =>
    managed.keys.some((one) => one === key)
      ? '  (locked by IT)'
      : parts.presets.includes(key)
        ? '  (IT has another default)'
        : '';
  const section = (title: string, lines: readonly string[]) => [`== ${title}`, ...lines, ''];
  const named = (facts: Readonly<Record<string, string>>) =>
    Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return [
    `promptCall Companion, diagnostics of ${parts.at.toISOString()}`,
    'No key, no secret, no telephone number and no name of a person is meant to be in here.',
    '',
    ...section('Versions', named(parts.versions)),
    ...section('Desktop', named(parts.session)),
    ...section('Account', named(parts.account)),
    ...section('Directory', named(parts.directory)),
    ...section('Proxy', named(parts.proxy)),
    ...section('Way to the PBX', [
      ...(steps.length === 0 ? ['not looked at: no address of a PBX is known yet'] : []),
      ...steps.flatMap(({ what, milliseconds, found }) => [
        `${what}: ${milliseconds} ms`,
        ...found.map((line) => `  ${line}`),
      ]),
    ]),
    ...section('Policy of IT', [
      `problem: ${managed.problem ?? 'none'}`,
      `rules: ${managed.rules.length}`,
      `locks: ${parts.locks.join(', ') || 'nothing'}`,
      `presets: ${parts.presets.join(', ') || 'nothing'}`,
    ]),
    ...section(
      'Settings',
      Object.entries(settings).map(
        ([key, value]) => `${key}: ${shown(key as keyof Settings, value)}${by(key)}`,
      ),
    ),
    ...section('Last lines of the log', parts.log),
  ].join('\n');
}

function shown(key: keyof Settings, value: Settings[keyof Settings]): string {
  if (Array.isArray(value)) return String(value.length);
  if (key === 'proxy') return proxyShown(value as Settings['proxy']);
  if (key === 'directory') return directoryShown(value as Settings['directory']);
  if (typeof value === 'string' && !plain.has(key)) return value === '' ? 'empty' : 'set';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Of an address the place alone, as below; of a path and of the names in an LDAP server nothing. */
function directoryShown(directory: Settings['directory']): string {
  if (!('address' in directory)) return directory.from;
  const place = /^\w+:\/\/[^/?#]*/.exec(directory.address)?.[0] ?? '';
  const more =
    directory.from === 'ldap' ? [directory.people ?? 'all', directory.bindDn ? 'signs in' : 'as nobody'] : [];
  return [
    directory.from,
    place,
    ...more,
    ...(directory.allowPlain === true ? ['may be unencrypted'] : []),
  ].join(', ');
}

/** Of a PAC file the place alone: its path may name a person, and its query hold what lets them in. */
function proxyShown(proxy: ProxyChoice): string {
  if (!('address' in proxy)) return proxy.use;
  const place = /^(?:https?:\/\/[^/?#]*|file:)/.exec(proxy.address)?.[0] ?? '';
  return `${proxy.use}, ${proxy.use === 'script' ? place : proxy.address}`;
}
