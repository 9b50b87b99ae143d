import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inClaimTurn } from '../../../app/command-line/claim-turn.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const here = import.meta.dirname;

/**
 * Claims as Chromium does it, in two steps, and takes the second only once another process is at it as well: without turns that one has
 * looked by then, too. It waits for two seconds at most for somebody to come.
 */
const claims = `
  import { existsSync, readdirSync, writeFileSync } from 'node:fs';
  import { inClaimTurn } from '${path.join(here, '../../../app/command-line/claim-turn.ts')}';
  const [folder, others] = process.argv.slice(2);
  const came = () => readdirSync(folder).filter((name) => name.startsWith('came-')).length;
  const wait = (until, most) => {
    for (const end = performance.now() + most; !until() && performance.now() < end; )
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  };
  writeFileSync(folder + '/came-' + process.pid, '');
  wait(() => came() > Number(others), 20_000);
  const isFirst = await inClaimTurn(folder, () => {
    if (existsSync(folder + '/claimed')) return false;
    writeFileSync(folder + '/looked-' + process.pid, '');
    wait(() => readdirSync(folder).filter((name) => name.startsWith('looked-')).length > 1, 2_000);
    writeFileSync(folder + '/claimed', '');
    return true;
  });
  console.log(isFirst ? 'first' : 'told the other');
`;

async function start(folder: string, others: number): Promise<string> {
  const script = path.join(folder, 'claims.mts');
  if (!existsSync(script)) writeFileSync(script, claims);
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, `${others}`], {
    cwd: path.join(here, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  await once(child, 'close');
  return out.trim();
}

it('of several starts at once one is the first, and the others find it', async () => {
  const folder = temporaryFolder();
  const ends = await Promise.all([0, 1, 2].map(() => start(folder, 2)));
  expect(ends.sort()).toEqual(['first', 'told the other', 'told the other']);
  expect(readdirSync(folder).filter((name) => name.startsWith('claim-'))).toEqual([]);
}, 60_000);

it('waits for nobody who is gone, nor for a file that a start left long ago, and works without a place for files', async () => {
  const folder = temporaryFolder();
  const gone = spawn('true');
  await once(gone, 'close');
  writeFileSync(path.join(folder, `claim-${gone.pid}`), '');
  const old = path.join(folder, `claim-${process.ppid}`);
  writeFileSync(old, '');
  utimesSync(old, 1_000, 1_000);
  expect(await inClaimTurn(folder, () => 'claimed')).toBe('claimed');
  // What a start left that was killed goes with the next one; of somebody who runs nobody knows whether it is theirs.
  expect(readdirSync(folder)).toEqual([path.basename(old)]);
  expect(await inClaimTurn(path.join(folder, 'nowhere'), () => 'claimed')).toBe('claimed');
  await expect(
    inClaimTurn(folder, () => {
      throw new Error('not claimed');
    }),
  ).rejects.toThrow('not claimed');
  expect(existsSync(path.join(folder, `claim-${process.pid}`))).toBe(false);
});

describe('no file keeps a start from claiming', () => {
  it.each([
    ['of one who runs, made anew again and again', process.ppid, () => Date.now()],
    ['of one who may not be asked', 1, () => Date.now()],
    ['from a clock that was set back', process.ppid, () => Date.now() + 25_000],
  ])('%s', async (_what, other, time) => {
    const folder = temporaryFolder();
    const file = path.join(folder, `claim-${other}`);
    const renew = () => {
      writeFileSync(file, '');
      utimesSync(file, new Date(time()), new Date(time()));
    };
    renew();
    const renewing = setInterval(renew, 20);
    expect(await inClaimTurn(folder, () => 'claimed', 200)).toBe('claimed');
    clearInterval(renewing);
    expect(readdirSync(folder)).toEqual([`claim-${other}`]);
  });

  it('that is nobody’s, for no process has such a number', async () => {
    const folder = temporaryFolder();
    for (const name of ['claim-0', 'claim-', 'claim--1', 'claim-99999999999999999999', 'claim-1e3'])
      writeFileSync(path.join(folder, name), '');
    expect(await inClaimTurn(folder, () => 'claimed', 60_000)).toBe('claimed');
  });

  it.each([
    ['a folder', (at: string) => mkdirSync(path.join(at, 'x'), { recursive: true })],
    ['a pipe that nobody reads', (at: string) => void execFileSync('mkfifo', [at])],
    ['a link', (at: string) => symlinkSync('kept', at)],
  ])('with its own name, and %s', async (_what, make) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'kept'), 'kept');
    make(path.join(folder, `claim-${process.pid}`));
    expect(await inClaimTurn(folder, () => 'claimed')).toBe('claimed');
    expect(readFileSync(path.join(folder, 'kept'), 'utf8')).toBe('kept');
  });
});
