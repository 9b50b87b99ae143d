import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inForeground, withDesktop } from '../../build/desktop-session.ts';
import { projectFolder } from '../../build/project.ts';
import { run } from '../../build/run.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'companion-session-'));
});
afterEach(() => rm(folder, { recursive: true }));

const keychain = (script: string) => [
  '-e',
  `const keytar = require('keytar'); (async () => { ${script} })()`,
];
const put = keychain("await keytar.setPassword('companion-session-test', 'a', 'b')");
const get = keychain("process.stdout.write(String(await keytar.getPassword('companion-session-test', 'a')))");

/** By its file of cookies, which no other display has: its number may be another's by now. */
const displayRuns = (cookies: string) =>
  readdirSync('/proc').some((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cookies);
    } catch {
      // Gone meanwhile.
      return false;
    }
  });

describe.runIf(process.platform === 'linux')('a desktop session of its own', () => {
  it('has a display, and a keyring that is empty each time', async () => {
    for (let time = 0; time < 2; time += 1) {
      await withDesktop({ desktop: 'own' }, async (env) => {
        expect(env.DISPLAY).not.toBe(process.env.DISPLAY);
        expect((await run('xdotool', ['getdisplaygeometry'], { env })).output).toBe('1280 900\n');
        const inProject = { env, cwd: projectFolder, keep: 'stdout' } as const;
        expect((await run(process.execPath, get, inProject)).output).toBe('null');
        expect((await run(process.execPath, put, inProject)).code).toBe(0);
        expect((await run(process.execPath, get, inProject)).output).toBe('b');
      });
    }
  });

  it('lets nobody onto its display who was not given its cookie', async () => {
    await withDesktop({ desktop: 'own' }, async (env) => {
      const { XAUTHORITY: cookie, ...without } = env;
      expect(cookie).toBeDefined();
      const stranger = { ...without, XAUTHORITY: '/dev/null' };
      expect((await run('xdotool', ['getdisplaygeometry'], { env: stranger })).code).not.toBe(0);
    });
  });

  it('is gone when its work is done, also when that work failed', async () => {
    let seen: NodeJS.ProcessEnv = {};
    const work = withDesktop({ desktop: 'own' }, async (env) => {
      seen = env;
      expect(displayRuns(env.XAUTHORITY ?? '')).toBe(true);
      throw new Error('the work failed');
    });
    await expect(work).rejects.toThrow('the work failed');
    expect(existsSync(seen.XAUTHORITY ?? '')).toBe(false);
    expect(displayRuns(seen.XAUTHORITY ?? '')).toBe(false);
  });
});

describe('a program in the foreground', () => {
  it('gives its exit code on, and the number of the signal that ended it as a shell does', async () => {
    expect(await inForeground('sh', ['-c', 'exit 7'], process.env)).toBe(7);
    expect(await inForeground('sh', ['-c', 'kill -TERM $$'], process.env)).toBe(143);
  });

  it('ends, and with it the display, when its caller is told to end', async () => {
    const script = path.join(folder, 'session.mts');
    const said = path.join(folder, 'said');
    await writeFile(
      script,
      `import { inForeground, withDesktop } from ${JSON.stringify(path.join(projectFolder, 'build/desktop-session.ts'))};
         process.exitCode = await withDesktop({ desktop: 'own' }, (env) => {
           setTimeout(() => process.kill(process.pid, 'SIGTERM'), 300);
           return inForeground('sh', ['-c', 'echo $XAUTHORITY > ${said}; exec sleep 60'], env);
         });`,
    );
    const done = await run(process.execPath, ['--import', 'tsx', script], { cwd: projectFolder });
    expect(done.code, done.output).toBe(143);
    const cookies = (await readFile(said, 'utf8')).trim();
    expect(cookies).not.toBe('');
    expect(displayRuns(cookies)).toBe(false);
  });
});
