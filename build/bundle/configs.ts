import path from 'node:path';
import preact from '@preact/preset-vite';
import type { InlineConfig } from 'vite';
import { events } from '../../app/contract/events.ts';
import { type RequestName, requests } from '../../app/contract/requests.ts';
import { maySend, type WindowName } from '../../app/policies/windows.ts';

/**
 * `electron` exists only inside Electron; keytar is native; node-notifier runs the helper programs that lie beside its
 * sources. The three stay in `node_modules`. All else goes into the bundle, electron-store above all: it is an ES
 * module, which a CommonJS main file cannot `require`.
 */
const external = ['electron', 'keytar', 'node-notifier'];

/** What electron-store, electron-updater and dbus-native bring along and this program has in another way. */
const alias = [
  {
    find: /^ajv(?:-formats|\/dist\/2020\.js)$/,
    replacement: path.join(import.meta.dirname, 'no-schemas.ts'),
  },
  { find: 'xml2js', replacement: path.join(import.meta.dirname, 'no-introspection.ts') },
  { find: 'lazy-val', replacement: path.join(import.meta.dirname, 'lazy.ts') },
  { find: 'atomically', replacement: path.join(import.meta.dirname, '../../app/files/atomically.ts') },
];

/** dbus-native's alone: by its own name for it, the file is another's. */
const noTracing = {
  name: 'no-tracing',
  enforce: 'pre' as const,
  resolveId: (id: string, importer?: string) =>
    /(?:^|\/)diagnostics$/.test(id) && /[\\/]node_modules[\\/]dbus-native[\\/]/.test(importer ?? '')
      ? path.join(import.meta.dirname, 'no-tracing.ts')
      : null,
};

/** What runs outside the page, by the name of its bundle: the main process, the preload, the threads that decode recordings and read files of contacts. */
export const nodeBundles = {
  main: 'app/main.ts',
  preload: 'app/preload.ts',
  'question-preload': 'app/preload.ts',
  decoder: 'app/recordings/decode/worker.ts',
  reader: 'app/directory/worker.ts',
} as const;

/** electron-store's alone: electron-updater does compare versions. */
const noMigrations = {
  name: 'no-migrations',
  enforce: 'pre' as const,
  resolveId: (id: string, importer?: string) =>
    id === 'semver' && /[\\/]node_modules[\\/]conf[\\/]/.test(importer ?? '')
      ? path.join(import.meta.dirname, 'no-migrations.ts')
      : null,
};

/** What a preload gives the page of its window. */
const names = (window: WindowName) => ({
  requestNames: JSON.stringify(
    (Object.keys(requests) as RequestName[]).filter((name) => maySend(window, name)),
  ),
  eventNames: JSON.stringify(window === 'main' ? Object.keys(events) : []),
});

/**
 * CommonJS: Electron 25 has no ES-module main files, and a sandboxed preload is CommonJS in every version.
 */
export function forNode(root: string, out: string, name: keyof typeof nodeBundles): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [noMigrations, noTracing],
    resolve: { alias },
    define: names(name === 'question-preload' ? 'question' : 'main'),
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: path.join(root, nodeBundles[name]),
      outDir: out,
      emptyOutDir: false,
      target: 'node18',
      minify: 'oxc',
      rolldownOptions: {
        // Every language is at hand in the main process; the page fetches one.
        checks: { ineffectiveDynamicImport: false, pluginTimings: false },
        // Said here too: where keytar could not be compiled it is not installed, and what is not found is not taken for external.
        external,
        output: {
          format: 'cjs',
          entryFileNames: `${name}.cjs`,
          // The main process reads what its window waits for first, and the rest after it.
          codeSplitting: name === 'main',
          chunkFileNames: '[name].cjs',
          // `require`, not `import()`: the ES module loader of Electron 25 cannot read out of the package's archive, so
          // that a packed program found no keytar while the same files in a folder did.
          dynamicImportInCjs: false,
          // A stack trace in a log has to name functions; only white space and dead code may go.
          minify: { compress: true, mangle: false, codegen: true },
        },
      },
    },
  };
}

const startOf = { index: 'start', question: 'question' } as const;

/**
 * For the sandboxed pages, each by itself: the small one's would load what only the other needs, and hold its first picture up by a file that
 * both read. Everything in files of its own: the Content-Security-Policy allows nothing inline. */
export function forPage(root: string, out: string, page: keyof typeof startOf): InlineConfig {
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [preact()],
    build: {
      outDir: path.join(out, 'renderer'),
      emptyOutDir: false,
      target: 'chrome114',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // What the first picture needs in one file, and what it does not in others: each file is a question to the main process.
      rolldownOptions: {
        input: path.join(root, 'renderer', `${page}.html`),
        checks: { pluginTimings: false },
        output: {
          codeSplitting: {
            groups: [
              {
                debugName: 'start',
                // Before the others: each takes along what it reads, too.
                priority: 1,
                name: (id, graph) => {
                  const about = (one: string) => graph.getModuleInfo(one);
                  const isFirst =
                    id.endsWith(runtime) || isNeededAtStart(id, about) || isSharedByLanguages(id, about);
                  return isFirst ? startOf[page] : null;
                },
              },
              {
                debugName: 'frame',
                name: (id, graph) =>
                  isReachedFrom(
                    (one) => frame.test(one),
                    id,
                    (one) => graph.getModuleInfo(one),
                  )
                    ? 'frame'
                    : null,
              },
            ],
          },
        },
      },
    },
  };
}

interface Importers {
  readonly isEntry: boolean;
  readonly importers: readonly string[];
}

type About = (id: string) => Importers | null;

/** Fetched after the first picture, and ten small files otherwise: the form for signing in, the dialogs of the frame. */
const frame = /\/(?:frame\/[\w-]+|screens\/session\/view)\.tsx$/;

/** By which one bundle gives another all that it has. */
const runtime = 'rolldown/runtime.js';

const isNeededAtStart = (id: string, about: About) =>
  isReachedFrom((one) => about(one)?.isEntry === true, id, about);

/** By imports that wait for nothing. */
function isReachedFrom(
  isBeginning: (id: string) => boolean,
  id: string,
  about: About,
  seen = new Set<string>(),
): boolean {
  const info = about(id);
  if (info === null || seen.has(id)) return false;
  seen.add(id);
  return isBeginning(id) || info.importers.some((one) => isReachedFrom(isBeginning, one, about, seen));
}

const ofOneLanguage = /\.[a-z]{2}\.ts$/;

/** What the words of every language read: beside each of them it would be one more file that the first picture waits for. */
const isSharedByLanguages = (id: string, about: (id: string) => Importers | null): boolean =>
  !ofOneLanguage.test(id) && (about(id)?.importers.some((one) => ofOneLanguage.test(one)) ?? false);

export function configs(root: string, out: string): InlineConfig[] {
  const names = Object.keys(nodeBundles) as (keyof typeof nodeBundles)[];
  return [
    ...names.map((name) => forNode(root, out, name)),
    forPage(root, out, 'index'),
    forPage(root, out, 'question'),
  ];
}
