import { existsSync } from 'node:fs';
import {
  hasDisplay,
  hasLibrary,
  hasPkgConfigModule,
  hasPythonModule,
  hasSessionBus,
  hasTool,
  keytarIsBuilt,
  keytarLoads,
  missingLibraries,
} from './look.ts';

/** What is about to be done with the machine. Tests need more, and always their own display, bus and keyring. */
export type Use = 'start' | 'test' | 'test-newer';

/** `must`: without it there is no going on. `useful`: the app copes, less well. */
type Weight = 'must' | 'useful' | 'no';

export interface Need {
  readonly what: string;
  readonly why: string;
  /** Debian packages; of several names of one package the first that the release knows (`libgtk-3-0t64` since 2024). */
  readonly packages: readonly (string | readonly string[])[];
  readonly weight: Readonly<Record<Use, Weight>>;
  readonly missing: (machine: Machine) => boolean | Promise<boolean>;
}

export interface Machine {
  readonly use: Use;
  readonly electron: string;
}

export const buildsKeytar = 'to build keytar';

const inTests = { test: 'must', 'test-newer': 'must' } as const;
const always = { start: 'must', ...inTests } as const;
const onlyTests = { start: 'no', ...inTests } as const;
const softAtStart = { start: 'useful', ...inTests } as const;

const tool = (name: string) => () => !hasTool(name);
const ownDisplay = ({ use }: Machine) => use !== 'start' || !hasDisplay();
const ownBus = ({ use }: Machine) => use !== 'start' || !hasSessionBus();
const keytarMustBeBuilt = async () => {
  if (!keytarIsBuilt()) return true;
  // A module that is there and does not load: rebuilding helps unless it only lacks the library it is linked against.
  return (await hasLibrary('libsecret-1.so.0')) && !(await keytarLoads());
};

/** What a Linux machine needs: what it is for, how one sees that it is missing, and where Debian has it. */
export const needs: readonly Need[] = [
  {
    what: "Electron's shared libraries",
    why: 'Electron does not start without them',
    packages: [['libgtk-3-0t64', 'libgtk-3-0'], 'libnss3', ['libasound2t64', 'libasound2'], 'libgbm1'],
    weight: always,
    missing: async ({ electron }) => (await missingLibraries(electron)).length > 0,
  },
  {
    what: 'libsecret',
    why: 'the way to the keyring',
    packages: ['libsecret-1-0'],
    weight: softAtStart,
    missing: async () => !(await hasLibrary('libsecret-1.so.0')),
  },
  {
    what: 'libsecret headers',
    why: buildsKeytar,
    packages: ['libsecret-1-dev'],
    weight: softAtStart,
    missing: async () => (await keytarMustBeBuilt()) && !(await hasPkgConfigModule('libsecret-1')),
  },
  {
    what: 'pkg-config',
    why: buildsKeytar,
    packages: ['pkg-config'],
    weight: softAtStart,
    missing: async () => (await keytarMustBeBuilt()) && !hasTool('pkg-config'),
  },
  {
    what: 'make',
    why: buildsKeytar,
    packages: ['make'],
    weight: softAtStart,
    missing: async () => (await keytarMustBeBuilt()) && !hasTool('make'),
  },
  {
    what: 'g++',
    why: buildsKeytar,
    packages: ['g++'],
    weight: softAtStart,
    missing: async () => (await keytarMustBeBuilt()) && !hasTool('g++'),
  },
  {
    what: 'python3',
    why: buildsKeytar,
    packages: ['python3'],
    weight: softAtStart,
    missing: async () => (await keytarMustBeBuilt()) && !hasTool('python3'),
  },
  {
    what: 'openssl',
    why: 'certificates of the tests',
    packages: ['openssl'],
    weight: onlyTests,
    missing: tool('openssl'),
  },
  {
    what: 'Xvfb',
    why: 'a display',
    packages: ['xvfb'],
    weight: always,
    missing: (machine) => ownDisplay(machine) && !hasTool('Xvfb'),
  },
  {
    what: 'xauth',
    why: 'a display that only this user can open',
    packages: ['xauth'],
    weight: always,
    missing: (machine) => ownDisplay(machine) && !hasTool('xauth'),
  },
  {
    what: 'dbus-daemon',
    why: 'a session bus',
    // dbus-x11 is the light one of the packages that gnome-keyring accepts; the other brings systemd along.
    packages: ['dbus-x11'],
    weight: always,
    missing: (machine) => ownBus(machine) && !hasTool('dbus-daemon'),
  },
  {
    what: 'gnome-keyring-daemon',
    why: 'a keyring',
    packages: ['gnome-keyring'],
    weight: softAtStart,
    missing: (machine) => ownBus(machine) && !hasTool('gnome-keyring-daemon'),
  },
  {
    what: 'notify-send',
    why: 'notifications',
    packages: ['libnotify-bin'],
    weight: softAtStart,
    missing: tool('notify-send'),
  },
  {
    what: 'xdotool',
    why: 'tests press keys with it',
    packages: ['xdotool'],
    weight: onlyTests,
    missing: tool('xdotool'),
  },
  {
    what: 'xclip',
    why: 'tests select and copy with it',
    packages: ['xclip'],
    weight: onlyTests,
    missing: tool('xclip'),
  },
  {
    what: 'trayer',
    why: 'tests click the tray icon in it',
    packages: ['trayer'],
    weight: onlyTests,
    missing: tool('trayer'),
  },
  {
    what: 'xdg-open',
    why: 'tests open links with it',
    packages: ['xdg-utils'],
    weight: onlyTests,
    missing: tool('xdg-open'),
  },
  {
    what: 'python3-gi',
    why: 'tests stand in for the desktop on the session bus with it',
    packages: ['python3-gi'],
    weight: onlyTests,
    missing: async () => !(await hasPythonModule('gi')),
  },
  {
    what: 'xdg-desktop-portal',
    why: 'tests ask it for keys, as on a Wayland desktop',
    packages: ['xdg-desktop-portal'],
    weight: onlyTests,
    missing: () => !existsSync('/usr/libexec/xdg-desktop-portal'),
  },
  {
    what: 'sway',
    why: 'tests have Wayland windows in it',
    packages: ['sway'],
    weight: onlyTests,
    missing: tool('sway'),
  },
  {
    what: 'wl-clipboard',
    why: 'tests mark and copy with it on Wayland',
    packages: ['wl-clipboard'],
    weight: onlyTests,
    missing: tool('wl-copy'),
  },
  {
    what: 'grim',
    why: 'tests take pictures with it on Wayland',
    packages: ['grim'],
    weight: onlyTests,
    missing: tool('grim'),
  },
  {
    what: 'rpmbuild',
    why: 'packages for Fedora are made with it',
    packages: ['rpm'],
    weight: onlyTests,
    missing: tool('rpmbuild'),
  },
  {
    what: 'sox',
    why: 'tests compare decoded recordings with it',
    packages: ['sox'],
    weight: onlyTests,
    missing: tool('sox'),
  },
  {
    what: 'ffmpeg',
    why: 'tests compare decoded G.722 recordings with it',
    packages: ['ffmpeg'],
    weight: onlyTests,
    missing: tool('ffmpeg'),
  },
  {
    what: 'nginx',
    why: 'tests put it before a PBX',
    packages: ['nginx-light'],
    weight: onlyTests,
    missing: tool('nginx'),
  },
  {
    what: 'LibreOffice Calc',
    why: 'tests open the tables that are saved in it',
    packages: ['libreoffice-calc-nogui'],
    weight: onlyTests,
    missing: tool('soffice'),
  },
  {
    what: 'slapd',
    why: 'tests have a company directory in it',
    packages: ['slapd'],
    weight: onlyTests,
    missing: tool('slapd'),
  },
  {
    what: 'chromium',
    why: 'the page is tested in it, as in a newer Electron',
    packages: ['chromium'],
    weight: { start: 'no', test: 'no', 'test-newer': 'must' },
    missing: tool('chromium'),
  },
];
