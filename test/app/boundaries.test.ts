import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** One import of a source file. `to`: the project's file, as in `app/contract.ts`, or the package's name. */
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
    says: 'only app/settings/keychain.ts loads keytar',
    why: 'one place reads and writes secrets, and copes where the native module does not load',
    breaks: ({ from, to }) =>
      to === 'keytar' && (inApp(from) || inRenderer(from)) && from !== 'app/settings/keychain.ts',
    wrong: [{ from: 'app/session/session.ts', to: 'keytar' }],
  },
  {
    says: 'the renderer knows the contract and the failures of app/ and nothing else',
    why: 'what the page can import, the page can hold: a client, a token, a file path',
    breaks: ({ from, to }) =>
      inRenderer(from) && inApp(to) && to !== 'app/contract.ts' && to !== 'app/failures.ts',
    wrong: [{ from: 'renderer/screens/sign-in/state.ts', to: 'app/pbx/endpoint.ts' }],
  },
  {
    says: 'the renderer takes nothing but types from app/',
    why: 'one list out of the contract brings all its schemas into the page, and the library that reads them',
    breaks: ({ from, to, isType }) => inRenderer(from) && inApp(to) && !isType,
    wrong: [{ from: 'renderer/screens/settings/view.tsx', to: 'app/contract.ts' }],
  },
  {
    says: 'the renderer imports nothing of Node',
    why: 'its sandbox has no Node; a bundler would put an empty shell in its place without a word',
    breaks: ({ from, to }) => inRenderer(from) && isBuiltin(to),
    wrong: [{ from: 'renderer/main.tsx', to: 'node:fs' }],
  },
  {
    says: 'app/ knows the words of the renderer and nothing else of it',
    why: 'the tray and notifications speak with the same words; the main process draws nothing',
    breaks: ({ from, to }) => inApp(from) && inRenderer(to) && !below('renderer/words')(to),
    wrong: [{ from: 'app/desktop/tray-menu.ts', to: 'renderer/ui/icon.tsx' }],
  },
  {
    says: 'the words import nothing but each other and the failures',
    why: 'they are bundled into both processes and would take along what they import',
    breaks: ({ from, to }) =>
      below('renderer/words')(from) &&
      !below('renderer/words')(to) &&
      to !== 'app/contract.ts' &&
      to !== 'app/failures.ts',
    wrong: [{ from: 'renderer/words/en.ts', to: 'preact' }],
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
      { from: 'renderer/screens/sign-in/view.tsx', to: 'renderer/bridge.ts' },
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

describe('the boundaries between the parts', () => {
  const imports = sourceFiles().flatMap((file) =>
    importsOf(file, readFileSync(path.join(root, file), 'utf8')),
  );

  it('are looked for in every way of importing there is', () => {
    const source = [
      "import type { A } from '../contract.ts';",
      "import b from 'electron';",
      "import './look.css';",
      "export { c } from './other.ts';",
      "const d = () => import('keytar');",
      "const e = require('@scope/name/part');",
    ].join('\n');
    const found = importsOf('app/pbx/x.ts', source);
    expect(found.map(({ isType }) => isType)).toEqual([true, false, false, false, false, false]);
    expect(found.map(({ to }) => to)).toEqual([
      'app/contract.ts',
      'electron',
      'app/pbx/look.css',
      'app/pbx/other.ts',
      'keytar',
      '@scope/name',
    ]);
    expect(imports.length).toBeGreaterThan(0);
  });

  for (const { says, why, breaks, wrong } of rules) {
    it(`${says}: ${why}`, () => {
      for (const one of wrong)
        expect(breaks(one), `${one.from} importing ${one.to} is let through`).toBe(true);
      expect(imports.filter(breaks)).toEqual([]);
    });
  }
});
