import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../../build/bundle.ts';
import { withDesktop } from '../../build/desktop-session.ts';
import { findElectron } from '../../build/electron/find.ts';
import { sandboxSwitches } from '../../build/electron/sandbox.ts';
import { readyMachine } from '../../build/machine/ready.ts';
import { pack } from '../../build/packing/pack.ts';
import { projectFolder } from '../../build/project.ts';
import { asScript, CannotGoOn, say } from '../../build/say.ts';
import { startPbx } from '../pbx/stand-in.ts';
import { callsFigures } from './calls.ts';
import { compare } from './compare.ts';
import { type Figure, resultOf, table } from './figures.ts';
import { pressKeys } from './key-press.ts';
import { findNumbers } from './numbers.ts';
import { withPanel } from './panel.ts';
import { askPeople, makePeopleReady } from './people.ts';
import type { Subject } from './program.ts';
import { signInOnce } from './signed-in.ts';
import { gzipped, loadedAtStart } from './sizes.ts';

const { values: given } = parseArgs({
  options: {
    starts: { type: 'string', default: '5' },
    idles: { type: 'string', default: '3' },
    'idle-seconds': { type: 'string', default: '30' },
    shows: { type: 'string', default: '5' },
    presses: { type: 'string', default: '20' },
  },
});
const plan = {
  starts: Number(given.starts),
  idles: Number(given.idles),
  idleSeconds: Number(given['idle-seconds']),
  shows: Number(given.shows),
  presses: Number(given.presses),
};

/** Measures the packed archive, run by an Electron whose doors are open, beside the least that Electron can be. */
await asScript(async () => {
  if (process.platform !== 'linux')
    throw new CannotGoOn('The benchmarks read /proc: they run on Linux only.');
  const electron = await findElectron();
  await readyMachine({ use: 'test', electron: electron.executable });
  const sandbox = await sandboxSwitches(electron.executable);
  await bundle(projectFolder);
  const resources = path.join(await pack(electron, ['dir']), 'resources');
  const renderer = path.join(projectFolder, 'out', 'renderer');

  const work = await mkdtemp(path.join(os.tmpdir(), 'companion-bench-'));
  try {
    // A copy: the runs take minutes, in which a build may change what lies there.
    for (const name of ['app.asar', 'app.asar.unpacked']) {
      await cp(path.join(resources, name), path.join(work, name), { recursive: true });
    }
    const archive = path.join(work, 'app.asar');
    const figures: Figure[] = [
      {
        what: 'app.asar',
        unit: 'kB',
        ours: [(await stat(archive)).size / 1000],
        aim: { most: 3000 },
      },
      ...(['en', 'th'] as const).map((language) => ({
        what: `page before its first picture, gzipped, without the typeface, ${language}`,
        unit: 'kB',
        ours: [gzipped(renderer, loadedAtStart(renderer, language)) / 1000],
        aim: { most: 75 },
      })),
    ];
    const numbers = findNumbers(15);
    figures.push({
      what: 'numbers in 50 MB of text, beside 50 kB',
      unit: 'ms',
      ours: numbers.huge,
      floor: numbers.small,
      aim: { times: 1.5 },
    });

    const asked = await askPeople(15);
    figures.push(
      { what: 'slowest question to 50,000 people', unit: 'ms', ours: asked.slowest, aim: { most: 16 } },
      {
        what: '  beside a plain look through their names',
        unit: 'ms',
        ours: asked.slowest,
        floor: asked.plain,
        aim: { times: 8 },
      },
    );

    const pieces: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const { longest, whole } = await makePeopleReady();
      pieces.push((100 * longest) / whole);
    }
    // In one piece it was a quarter.
    figures.push({
      what: '50,000 people made ready: the longest piece, of the whole',
      unit: '%',
      ours: pieces,
      aim: { most: 10 },
    });

    const { ours, floor, keys, calls } = await withDesktop({ desktop: 'own' }, (desktop) =>
      withPanel(desktop, async () => {
        const env = { ...desktop, LANGUAGE: 'en', LANG: 'en_US.UTF-8' };
        const subject = (name: string, app: string, usableWhen: string): Subject => ({
          executable: electron.executable,
          app,
          switches: [...sandbox, `--user-data-dir=${path.join(work, name)}`, '--lang=en-US'],
          env,
          usableWhen,
        });
        const subjects = {
          ours: subject('profile', archive, '[role="tab"]'),
          floor: subject('bare-profile', path.join(import.meta.dirname, 'bare'), 'input'),
        };
        const pbx = await startPbx();
        try {
          await signInOnce(subjects.ours, pbx.origin);
          const measured = await compare(subjects, plan, say);
          say('pressing the hotkey');
          const bareKey = path.join(import.meta.dirname, 'bare-key');
          const bare = subject('bare-key-profile', bareKey, 'input');
          const env = { ...bare.env, BENCH_URL: `${pbx.origin}/pbxws.php` };
          const pressed = { ours: subjects.ours, bare: { ...bare, env } };
          const keys = await pressKeys(pressed, pbx, plan.presses);
          say('reading, searching and scrolling calls');
          const where = { COMPANION_ELECTRON: electron.executable, COMPANION_SWITCHES: sandbox.join(' ') };
          return { ...measured, keys, calls: await callsFigures({ ...desktop, ...where }) };
        } finally {
          await pbx.close();
        }
      }),
    );
    figures.unshift(
      { what: 'start to ready', unit: 'ms', ours: ours.ready, floor: floor.ready, aim: { times: 1.15 } },
      {
        what: 'start to usable popover, signed in',
        unit: 'ms',
        ours: ours.usable,
        floor: floor.usable,
        aim: { times: 1.1 },
      },
      {
        what: 'memory (PSS), popover hidden',
        unit: 'MiB',
        ours: ours.memory,
        floor: floor.memory,
        aim: { times: 1.2 },
      },
      {
        what: `CPU in ${plan.idleSeconds} idle s, popover hidden`,
        unit: 'ms',
        ours: ours.idle,
        floor: floor.idle,
        aim: { times: 1.5 },
      },
      {
        what: 'memory (PSS), page let go',
        unit: 'MiB',
        ours: ours.letGo,
        floor: floor.memory,
        aim: { times: 0.75 },
      },
      { what: 'let go to painted', unit: 'ms', ours: ours.back, aim: { most: 150 } },
      { what: 'hidden to painted', unit: 'ms', ours: ours.shown, floor: floor.shown, aim: { most: 50 } },
      {
        what: 'hotkey to request at the PBX, beside a bare key and a kept connection',
        unit: 'ms',
        ours: keys.ours,
        floor: keys.kept,
        aim: { times: 4 },
      },
      {
        what: "  of it the program's own, beside a bare key and a fresh connection",
        unit: 'ms',
        ours: keys.ours.map((ours, round) => ours - (keys.fresh[round] ?? Number.NaN)),
        aim: { most: 10 },
      },
    );

    figures.push(...calls);

    const results = figures.map(resultOf);
    const file = path.join(projectFolder, 'test-results', 'bench.json');
    await mkdir(path.dirname(file), { recursive: true });
    const machine = { cpu: os.cpus()[0]?.model ?? '', cores: os.cpus().length, load: os.loadavg() };
    await writeFile(
      file,
      `${JSON.stringify({ electron: electron.kind, machine, plan, results }, null, 2)}\n`,
    );
    process.stdout.write(`${table(results)}\n`);
    say(`As numbers: ${path.relative(projectFolder, file)}`);
    return 0;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
