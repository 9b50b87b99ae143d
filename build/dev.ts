import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './bundle/fingerprint.ts';
import { scriptsIn } from './bundle.ts';
import { inForeground, withDesktop } from './desktop-session.ts';
import { projectFolder } from './project.ts';
import { readyApp } from './ready-app.ts';
import { run } from './run.ts';
import { asScript, say } from './say.ts';

const watched = ['app', 'renderer', 'build/bundle', 'build/icons'];
/** Milliseconds. An editor that saves several files is waited for. */
const pause = 100;

const out = path.join(projectFolder, 'out');
/** What is made of the sources, in the parts by which it is told whether a change matters: a type or a comment changes neither. */
const made = async () => ({
  program: await fingerprint(out, [...(await scriptsIn(out)), 'icons']),
  page: await fingerprint(out, ['renderer']),
});

/** Calls back after each change of the sources, one call at a time. */
function onChange(act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let before = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      before = before.then(act);
    }, pause);
  };
  const watchers = watched.map((name) => watch(path.join(projectFolder, name), { recursive: true }, changed));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/**
 * Starts the app as `npm start` does and keeps it new while its sources change: the page is loaded again, or the program started
 * again where the change is in its part. It is built and served as always: no server, no port, the same content policy.
 */
await asScript(async () => {
  const given = process.argv.slice(2);
  const { electron, switches } = await readyApp('start', given);
  const reload = path.join(import.meta.dirname, 'dev', 'reload.cjs');
  const args = [...switches, '-r', reload, projectFolder, ...given];

  return await withDesktop({ desktop: 'shared' }, async (env) => {
    let child: ChildProcess | undefined;
    let again = true;
    let last = await made();
    const stop = onChange(async () => {
      // In a process of its own: how to build, and the contract's names in it, may have changed as well.
      const script = path.join(import.meta.dirname, 'bundle.ts');
      const built = await run(process.execPath, ['--import', 'tsx', script], { cwd: projectFolder });
      if (built.code !== 0) return say(built.output);
      const now = await made();
      if (now.program !== last.program) {
        say('Changed: the program is started again.');
        again = true;
        child?.kill();
      } else if (now.page !== last.page) {
        say('Changed: the page is loaded again.');
        child?.send('reload');
      }
      last = now;
    });
    try {
      let code = 0;
      while (again) {
        again = false;
        code = await inForeground(electron.executable, args, env, {
          started(program) {
            child = program;
          },
        });
      }
      return code;
    } finally {
      stop();
    }
  });
});
