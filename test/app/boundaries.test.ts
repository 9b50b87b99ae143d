import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** One import of a source file. `to`: the project's file, as in `app/contract/requests.ts`, or the package's name. */
interface Import {
  readonly from: string;
  readonly to: string;
  /** Gone once it is compiled. */
  readonly isType?: boolean;
}

interface Rule {
  readonly says: string;
  readonly why: string;
  readonly breaks: (one: Import) => boolean;
  /** Imports that break it: a rule that could not fail would keep nobody from anything. */
  readonly wrong: readonly Import[];
}

const below = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
const inApp = below('app');
const inRenderer = below('renderer');
const inContract = below('app/contract');
const inWords = below('app/words');
const inDirectory = below('app/directory');
const inElectronFolder = below('app/electron');
const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);
const drawsOnly = (file: string) => below('renderer/ui')(file) || /^renderer\/screens\/.*\.tsx$/.test(file);

const rules: readonly Rule[] = [
  {
    says: "only app/electron/ and the preload import 'electron'",
    why: 'everything else runs, and is tested, in plain Node, where importing it starts a download',
    breaks: ({ from, to }) =>
      to === 'electron' &&
      (inApp(from) || inRenderer(from)) &&
      !inElectronFolder(from) &&
      from !== 'app/preload.ts',
    wrong: [{ from: 'app/pbx/client.ts', to: 'electron' }],
  },
  {
    says: 'only app/electron/ imports electron-store',
    why: "it imports 'electron'",
    breaks: ({ from, to }) =>
      to === 'electron-store' && (inApp(from) || inRenderer(from)) && !inElectronFolder(from),
    wrong: [{ from: 'app/settings/store.ts', to: 'electron-store' }],
  },
  {
    says: 'electron-updater is imported by app/updates/updater.ts and the feed, and those by none that starts',
    why: 'a program whose updates are off reads nothing of it',
    breaks: ({ from, to, isType }) =>
      !isType &&
      ((to === 'electron-updater' && !/^app\/updates\/(updater|signed-feed)\.ts$/.test(from)) ||
        (to === 'app/updates/signed-feed.ts' && from !== 'app/updates/updater.ts')),
    wrong: [
      { from: 'app/desk.ts', to: 'electron-updater' },
      { from: 'app/updates/updates.ts', to: 'app/updates/signed-feed.ts' },
    ],
  },
  {
    says: 'only app/directory/ imports ldapts, and nothing of it but the thread leads there',
    why: 'what speaks with a directory server stands apart from the program, and is not read at a start',
    breaks: ({ from, to, isType }) =>
      !isType &&
      ((to === 'ldapts' && inApp(from) && !inDirectory(from)) ||
        (/^app\/directory\/(?:ldap-|filter|problem|worker)/.test(to) &&
          !/^app\/directory\/(?:ldap-|filter|problem|worker)/.test(from))),
    wrong: [
      { from: 'app/desk.ts', to: 'ldapts' },
      { from: 'app/directory/wire.ts', to: 'app/directory/ldap-people.ts' },
    ],
  },
  {
    says: 'dbus-native is imported by app/desktop/portal/session-bus.ts, and that way by none that starts',
    why: 'a desktop that lets programs take keys has no use for it',
    breaks: ({ from, to, isType }) =>
      !isType &&
      ((to === 'dbus-native' && from !== 'app/desktop/portal/session-bus.ts') ||
        (to === 'app/desktop/portal/session-bus.ts' && !below('app/desktop/portal')(from))),
    wrong: [
      { from: 'app/desktop/screen-lock.ts', to: 'dbus-native' },
      { from: 'app/electron/hotkey.ts', to: 'app/desktop/portal/session-bus.ts' },
    ],
  },
  {
    says: 'only app/settings/keychain.ts loads keytar',
    why: 'one place reads and writes secrets, and copes where the native module does not load',
    breaks: ({ from, to }) =>
      to === 'keytar' && (inApp(from) || inRenderer(from)) && from !== 'app/settings/keychain.ts',
    wrong: [{ from: 'app/session/session.ts', to: 'keytar' }],
  },
  {
    says: 'the renderer knows the contract and the words of app/ and nothing else',
    why: 'what the page can import, the page can hold: a client, a token, a file path',
    breaks: ({ from, to }) => inRenderer(from) && inApp(to) && !inContract(to) && !inWords(to),
    wrong: [{ from: 'renderer/screens/session/state.ts', to: 'app/pbx/endpoint.ts' }],
  },
  {
    says: 'the renderer takes nothing but types from the contract, and how an address is written',
    why: 'one list out of the contract brings all its schemas into the page, and the library that reads them',
    breaks: ({ from, to, isType }) =>
      (inRenderer(from) || inWords(from)) && inContract(to) && to !== 'app/contract/hosts.ts' && !isType,
    wrong: [{ from: 'renderer/screens/settings/view.tsx', to: 'app/contract/requests.ts' }],
  },
  {
    says: 'how an address is written imports nothing',
    why: 'it is the one part of the contract that the page loads',
    breaks: ({ from }) => from === 'app/contract/hosts.ts',
    wrong: [{ from: 'app/contract/hosts.ts', to: 'app/contract/bounds.ts' }],
  },
  {
    says: 'the renderer takes its words from none but app/words/languages.ts',
    why: 'a page speaks one language, and would load all of them',
    breaks: ({ from, to, isType }) =>
      inRenderer(from) && !isType && /^app\/words\/(index|(\w+\.)?(en|th))\.ts$/.test(to),
    wrong: [
      { from: 'renderer/ui/context.ts', to: 'app/words/index.ts' },
      { from: 'renderer/ui/context.ts', to: 'app/words/calls.th.ts' },
    ],
  },
  {
    says: 'a language takes nothing but types from another',
    why: 'a page that speaks the one would load both',
    breaks: ({ from, to, isType }) => {
      const [one, other] = [from, to].map(
        (file) => /^app\/words\/(?:[\w-]+\.)?([a-z]{2})\.ts$/.exec(file)?.[1],
      );
      return !isType && one !== undefined && other !== undefined && one !== other;
    },
    wrong: [{ from: 'app/words/calls.th.ts', to: 'app/words/calls.en.ts' }],
  },
  {
    says: 'the renderer imports nothing of Node',
    why: 'its sandbox has no Node; a bundler would put an empty shell in its place without a word',
    breaks: ({ from, to }) => inRenderer(from) && isBuiltin(to),
    wrong: [{ from: 'renderer/main.tsx', to: 'node:fs' }],
  },
  {
    says: 'app/ imports nothing of the renderer',
    why: 'the main process draws nothing, and what both say is in app/words/',
    breaks: ({ from, to }) => inApp(from) && inRenderer(to),
    wrong: [{ from: 'app/tray/tray-menu.ts', to: 'renderer/ui/icon.tsx' }],
  },
  {
    says: 'the words import no package',
    why: 'they are bundled into both processes and would take along what they import',
    breaks: ({ from, to }) => inWords(from) && !inApp(to),
    wrong: [{ from: 'app/words/en.ts', to: 'preact' }],
  },
  {
    says: 'what is shipped imports nothing of test/ and build/',
    why: 'a stand-in PBX or a build tool has no place in the package',
    breaks: ({ from, to }) => (inApp(from) || inRenderer(from)) && (below('test')(to) || below('build')(to)),
    wrong: [
      { from: 'app/main.ts', to: 'test/pbx/stand-in.ts' },
      { from: 'renderer/main.tsx', to: 'build/project.ts' },
    ],
  },
  {
    says: 'components never call the bridge',
    why: 'what a part of the screen does is decided by its state, where it can be tested without a screen',
    breaks: ({ from, to }) => drawsOnly(from) && to === 'renderer/bridge.ts',
    wrong: [
      { from: 'renderer/ui/button.tsx', to: 'renderer/bridge.ts' },
      { from: 'renderer/screens/session/view.tsx', to: 'renderer/bridge.ts' },
    ],
  },
];

const root = path.resolve(import.meta.dirname, '../..');

function sourceFiles(): string[] {
  return ['app', 'renderer'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mts|cts|js|cjs|mjs)$/.test(name))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
  );
}

/** A package's own name: `@scope/name` of `@scope/name/part`, `node:fs` as it is. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** `app/pbx` of `app/pbx/once/gate.ts`. */
const folderOf = (file: string): string => path.posix.dirname(file).split('/').slice(0, 2).join('/');

/** Files that lead to themselves. What no circle goes through falls away: first what nothing leads to, then what only that led to. */
function circlesIn(arrows: readonly (readonly [string, string])[]): string[][] {
  let left = arrows;
  for (;;) {
    const from = new Set(left.map(([a]) => a));
    const to = new Set(left.map(([, b]) => b));
    const next = left.filter(([a, b]) => to.has(a) && from.has(b));
    if (next.length === left.length) break;
    left = next;
  }
  return left.length === 0 ? [] : [[...new Set(left.flat())].sort()];
}

function target(from: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, ''))
    : packageOf(specifier);
}

/** Everything that a file imports, whichever way: statically, as a type, by re-export, `import()`, `require()`. */
function importsOf(from: string, source: string): Import[] {
  const { module, errors } = parseSync(from, source);
  expect(errors, from).toEqual([]);
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
  );
  const specifiers = [
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map((entry) => entry.moduleRequest?.value ?? ''),
    ),
    ...dynamic,
    ...[...source.matchAll(/\brequire(?:\.resolve)?\(\s*['"`]([^'"`]+)/g)].map((match) => match[1] ?? ''),
  ];
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      from,
      to: target(from, moduleRequest.value),
      isType: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...specifiers
      .filter((name) => name !== '')
      .map((name) => ({ from, to: target(from, name), isType: false })),
  ];
}

/**
 * Which folder may import which, from the ground up: a folder imports nothing that stands below it in this list. An arrow that is not
 * here is drawn here first, and somebody sees it.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'app/util': [],
  'app/contract': ['util'],
  'app/events': ['contract'],
  'app/words': ['contract'],
  'app/files': ['contract', 'util'],
  'app/log': ['files', 'util'],
  'app/policies': ['contract'],
  'app/numbers': ['contract', 'util'],
  'app/trust': ['contract', 'util'],
  'app/cdr': ['contract', 'util'],
  'app/pbx': ['cdr', 'contract', 'util'],
  'app/people': ['contract', 'events', 'numbers', 'util', 'words'],
  'app/sync': ['cdr', 'contract', 'pbx', 'util'],
  'app/dialing': ['contract', 'events', 'files', 'numbers', 'util'],
  'app/selection': ['contract', 'dialing', 'events'],
  'app/contacts': ['contract', 'events', 'files', 'numbers', 'people', 'util', 'words'],
  'app/hotkey': ['contract', 'events', 'util'],
  'app/desktop': ['contract', 'events', 'hotkey', 'selection', 'util'],
  'app/settings': ['contract', 'desktop', 'events', 'files', 'hotkey', 'pbx', 'util', 'words'],
  'app/updates': ['contract', 'events', 'settings', 'util'],
  'app/directory': [
    ...['contacts', 'contract', 'events', 'files', 'numbers', 'pbx', 'people', 'settings', 'trust', 'util'],
  ],
  'app/session': ['contract', 'events', 'pbx', 'settings', 'util'],
  'app/setup': ['contract', 'files', 'pbx', 'session', 'settings', 'util', 'words'],
  'app/calls': [
    ...[
      'cdr',
      'contract',
      'dialing',
      'events',
      'files',
      'numbers',
      'pbx',
      'people',
      'session',
      'sync',
      'util',
    ],
    'words',
  ],
  'app/recordings': ['cdr', 'contract', 'files', 'pbx', 'settings', 'util'],
  'app/retention': [
    ...['calls', 'contract', 'dialing', 'contacts', 'events', 'files', 'recordings', 'settings', 'util'],
  ],
  'app/diagnostics': ['contract', 'files', 'pbx', 'session', 'settings', 'trust', 'util'],
  'app/open-in': ['contract', 'dialing', 'events', 'util'],
  'app/question': ['contract', 'dialing', 'events', 'words'],
  'app/notices': ['calls', 'cdr', 'contract', 'events', 'open-in', 'words'],
  'app/tray': ['contract', 'desktop', 'dialing', 'events', 'util', 'words'],
  'app/command-line': ['contract', 'dialing', 'files', 'selection', 'settings', 'setup', 'util', 'words'],
  'app/gate': [
    ...['calls', 'contacts', 'contract', 'desktop', 'dialing', 'directory', 'files', 'open-in', 'people'],
    ...['policies', 'question', 'recordings', 'retention'],
    ...['session', 'settings', 'setup', 'trust', 'util'],
  ],
};

/** Above all others: what is wired there may come from anywhere. */
const onTop = ['app/electron', 'app'];

/** Folders that a folder leads to by others. */
function beyond(folder: string): Set<string> {
  const next = (mayImport[folder] ?? []).map((name) => `app/${name}`);
  return new Set(
    next.flatMap((one) => [...(mayImport[one] ?? []).map((name) => `app/${name}`), ...beyond(one)]),
  );
}

/** For Mermaid. Without the arrows to what a folder reaches by another anyway, for they would hide the rest. */
function drawing(): string {
  const arrows = Object.entries(mayImport).flatMap(([folder, names]) => {
    const further = beyond(folder);
    return names
      .filter((name) => !further.has(`app/${name}`))
      .map((name) => `  ${path.posix.basename(folder)} --> ${name}`);
  });
  return `# Which folder of app/ imports which

What a folder reaches by another has no arrow of its own. Made of the table in \`test/app/boundaries.test.ts\`, and held to it: \`npx vitest run --config
build/vitest.config.ts test/app/boundaries --update\` draws it anew.

\`\`\`mermaid
flowchart TD
${arrows.reverse().join('\n')}
\`\`\`
`;
}

describe('the boundaries between the parts', () => {
  const imports = sourceFiles().flatMap((file) =>
    importsOf(file, readFileSync(path.join(root, file), 'utf8')),
  );

  it('are looked for in every way of importing there is', () => {
    const source = [
      "import type { A } from '../contract/requests.ts';",
      "import b from 'electron';",
      "import './look.css';",
      "export { c } from './other.ts';",
      "const d = () => import('keytar');",
      "const e = require('@scope/name/part');",
    ].join('\n');
    const found = importsOf('app/pbx/x.ts', source);
    expect(found.map(({ isType }) => isType)).toEqual([true, false, false, false, false, false]);
    expect(found.map(({ to }) => to)).toEqual([
      'app/contract/requests.ts',
      'electron',
      'app/pbx/look.css',
      'app/pbx/other.ts',
      'keytar',
      '@scope/name',
    ]);
    expect(imports.length).toBeGreaterThan(0);
  });

  it('between the features of app/ are as the table says', () => {
    const folders = Object.keys(mayImport);
    const found = new Map(folders.map((folder) => [folder, new Set<string>()]));
    for (const { from, to } of imports) {
      const [a, b] = [folderOf(from), folderOf(to)];
      if (inApp(from) && inApp(to) && a !== b && !onTop.includes(a)) found.get(a)?.add(b);
      if (inApp(from)) expect([...folders, ...onTop], from).toContain(a);
    }
    // Both ways: a line that nobody needs any more is an invitation.
    expect(Object.fromEntries([...found].map(([folder, to]) => [folder, [...to].sort()]))).toEqual(
      Object.fromEntries(
        Object.entries(mayImport).map(([folder, to]) => [folder, to.map((name) => `app/${name}`).sort()]),
      ),
    );
    for (const [at, folder] of folders.entries())
      for (const name of mayImport[folder] ?? [])
        expect(folders.indexOf(`app/${name}`), `${folder} imports what stands below it`).toBeLessThan(at);
  });

  it('are drawn as they are: arrows lead down only', async () => {
    await expect(drawing()).toMatchFileSnapshot(path.join(root, 'docs', 'imports.md'));
  });

  it('are no circles, not even of types: what goes round can be understood only as a whole', () => {
    const circles = (all: readonly Import[]) => circlesIn(all.map(({ from, to }) => [from, to] as const));
    expect(
      circles([
        { from: 'app/a.ts', to: 'app/b.ts' },
        { from: 'app/b.ts', to: 'app/c.ts' },
        { from: 'app/c.ts', to: 'app/a.ts' },
      ]),
    ).toEqual([['app/a.ts', 'app/b.ts', 'app/c.ts']]);
    expect(circles(imports)).toEqual([]);
  });

  for (const { says, why, breaks, wrong } of rules) {
    it(`${says}: ${why}`, () => {
      for (const one of wrong)
        expect(breaks(one), `${one.from} importing ${one.to} is let through`).toBe(true);
      expect(imports.filter(breaks)).toEqual([]);
    });
  }
});
