import type { Settings } from '../../../app/contract/settings.ts';

const sha256 = 'ab'.repeat(32);
const [longest, tooLong] = ['a'.repeat(63), 'a'.repeat(64)];

const hosts = {
  good: [
    'proxy.example.com',
    'proxy',
    'my_proxy.test',
    'xn--fiqs8s.test',
    'พร็อกซี.test',
    '10.0.0.1',
    '[::1]',
    '[fe80::1]',
    `${longest}.test`,
  ],
  bad: [
    '',
    'a,b',
    'pbx.test,',
    'a;b',
    'http=proxy.test',
    'https=127.0.0.1',
    'a b',
    'a\tb',
    'a..b',
    '-a.test',
    'a-.test',
    '101',
    '300.1.1.1',
    '192.168.001.010',
    '[::g]',
    '[1:2]',
    '::1]',
    'a%2e.test',
    '<local>',
    'a"b',
    "a'b",
    'a|b',
    'a\\b',
    'a(b)',
    'me@a.test',
    'me:secret@a.test',
    `${tooLong}.test`,
  ],
} as const;

const ports = {
  good: [1, 80, 443, 3128, 9_999, 59_999, 64_999, 65_499, 65_529, 65_535],
  bad: ['0', '65536', '65540', '65600', '66000', '70000', '99999', '100000', '', '-1', '3128 ', '0x50'],
} as const;

const places = (make: (host: string, port: string | number) => string) => ({
  good: [
    ...hosts.good.map((host) => make(host, 3_128)),
    ...ports.good.map((port) => make('proxy.example.com', port)),
  ],
  bad: [
    ...hosts.bad.map((host) => make(host, 3_128)),
    ...ports.bad.map((port) => make('proxy.example.com', port)),
  ],
});

interface Kind {
  readonly setting: keyof Settings;
  readonly as: (address: string) => unknown;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const server = places((host, port) => `${host}:${port}`);
const script = places((host, port) => `http://${host}:${port}/proxy.pac`);
const web = places((host, port) => `https://${host}:${port}/people.csv`);
const ldap = places((host, port) => `ldap://${host}:${port}`);
const bare = (of: readonly string[]) => of.filter((host) => host !== '');

/** Settings in which somebody's address stands, with what can be one and what cannot. */
export const addressKinds: Readonly<Record<'proxy' | 'script' | 'web' | 'ldap' | 'pin' | 'country', Kind>> = {
  proxy: {
    setting: 'proxy',
    as: (address) => ({ use: 'server', address }),
    good: [...server.good, 'socks5://proxy.test:1080', 'https://proxy.test:443', 'socks4://10.0.0.1:1080'],
    bad: [
      ...server.bad,
      'http=proxy.test:3128',
      'http=proxy.test:3128;https=127.0.0.1:1',
      'proxy.test:3128,direct://',
      'proxy.test',
      'direct://',
      'quic://proxy.test:443',
      'proxy.test:3128/path',
      'http://proxy.test:3128/',
    ],
  },
  script: {
    setting: 'proxy',
    as: (address) => ({ use: 'script', address }),
    good: [...script.good, 'http://wpad/wpad.dat', 'https://it.test/proxy.pac?desk=1', 'http://it.test'],
    bad: [
      ...script.bad,
      'file:///etc/proxy.pac',
      'file://server/proxy.pac',
      'data:text/plain,x',
      'ftp://it.test/proxy.pac',
      'it.test/proxy.pac',
      'http:///proxy.pac',
      'http://it.test/a b',
    ],
  },
  web: {
    setting: 'directory',
    as: (address) => ({ from: 'web', address }),
    good: [...web.good, 'https://it.test', 'https://it.test/a?b=c@d'],
    bad: [...web.bad, 'ftp://it.test/x', 'it.test/x', 'https:///x', 'https://it.test/#x', 'file:///x'],
  },
  ldap: {
    setting: 'directory',
    as: (address) => ({ from: 'ldap', address, base: 'dc=test' }),
    good: [...ldap.good, 'ldaps://ad.test', 'ldaps://ad.test/', 'ldap://ad.test:389/'],
    bad: [...ldap.bad, 'ad.test', 'https://ad.test', 'ldaps://ad.test/dc=test', 'ldaps:///'],
  },
  pin: {
    setting: 'trustedCertificates',
    as: (host) => [{ host, sha256 }],
    good: [...hosts.good, ...server.good, '::1', 'fe80::1', 'PBX.Test', 'pbx.test.'],
    bad: [
      ...bare(hosts.bad),
      ...server.bad,
      'https:pbx.test',
      'https://pbx.test',
      'pbx.test/',
      'pbx.test:443:1',
      '*.test',
      'pbx.test.:x',
      '1:2',
    ],
  },
  country: {
    setting: 'country',
    as: (country) => country,
    good: ['TH', 'LA', 'US', 'GB', 'ZW'],
    bad: ['ZZ', 'AQ', 'XX', 'th', 'THA', 'T', '', 'TH|LA', 'T.'],
  },
};

/** Kind, address, the setting that holds it, and its value. */
export const addressRows = (which: 'good' | 'bad') =>
  Object.entries(addressKinds).flatMap(([kind, of]) =>
    [...new Set(of[which])].map((address) => [kind, address, of.setting, of.as(address)] as const),
  );
