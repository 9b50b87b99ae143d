import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCallStore } from '../../../app/calls/store.ts';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import { sampleRows } from '../../pbx/samples.ts';
import { bangkok, callRows, everything } from '../cdr/rows-of.ts';
import { asideOf } from '../files/aside.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const memory = { settled: [{ from: 1_000, to: 2_000 }], cap: { largest: 40, cut: null }, upTo: 3_000 };

function storeIn(folder: string, { owner = 'me', zone = 'Asia/Bangkok', cdr = cdrOf() } = {}) {
  const logged: string[] = [];
  const timers: (() => void)[] = [];
  const store = createCallStore({
    file: path.join(folder, 'deep', 'calls.json'),
    owner,
    zone,
    content: () => ({ rows: cdr.rows(), memory, heard: [], tries: [] }),
    timer: (_, then) => {
      timers.push(then);
      return () => undefined;
    },
    keeping: { log: (line) => logged.push(line), damaged: () => {} },
  });
  return { store, logged, timers, file: path.join(folder, 'deep', 'calls.json') };
}

function cdrOf(rows = sampleRows(), extension = '101') {
  const cdr = createCdrStore({ extension, agentId: null }, bangkok, everything);
  cdr.take(rows);
  cdr.forgetOthers();
  return cdr;
}

const folder = temporaryFolder;

describe('calls on disk', () => {
  it('come back as they were', async () => {
    const at = folder();
    const cdr = cdrOf();
    const { store } = storeIn(at, { cdr });
    store.keep();
    await store.flush();
    const kept = await storeIn(at).store.read();
    expect(kept.memory).toEqual(memory);
    const again = cdrOf([]);
    again.take(kept.records);
    expect(again.calls()).toEqual(cdr.calls());
    // And the same rows from the PBX change nothing.
    expect(again.take(sampleRows())).toEqual({ calls: [], gone: [] });
  });

  it('come back as they were without a linkedid too', async () => {
    const at = folder();
    const rows = sampleRows().map(({ linkedid: _, ...row }) => row);
    const cdr = cdrOf(rows);
    const { store } = storeIn(at, { cdr });
    store.keep();
    await store.flush();
    const again = cdrOf([]);
    again.take((await storeIn(at).store.read()).records);
    expect(again.calls()).toEqual(cdr.calls());
  });

  it("are the user's own: no name, number or recording of anybody else's part", async () => {
    const at = folder();
    const secret = 'QQ-not-for-101';
    const other = {
      src: secret,
      cnum: secret,
      cnam: secret,
      clid: secret,
      dst_cnam: secret,
      recordingfile: `${secret}.wav`,
      lastdata: secret,
    };
    const rows = [
      ...callRows({ channel: 'PJSIP/trunk-1' }, { ...other, dst: '102', dstchannel: 'PJSIP/102-1' }),
      ...callRows(
        { channel: 'PJSIP/trunk-2' },
        { dst: '101', dstchannel: 'PJSIP/101-2', src: '0812345678' },
        { ...other, at: '9', dst: secret, dstchannel: 'PJSIP/103-3' },
      ),
      ...callRows({ channel: 'PJSIP/trunk-3' }, { ...other, dst: '104', dstchannel: 'PJSIP/104-1' }).map(
        ({ linkedid: _, ...row }) => row,
      ),
      ...callRows(
        { channel: 'PJSIP/trunk-4' },
        { dst: '101', dstchannel: 'PJSIP/101-4' },
        { ...other, at: '9', dst: secret, dstchannel: 'PJSIP/103-5' },
      ).map(({ linkedid: _, ...row }) => row),
    ];
    const { store, file } = storeIn(at, { cdr: cdrOf(rows) });
    store.keep();
    await store.flush();
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('0812345678');
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/PJSIP\/10[24]/);
  });

  it('are readable by their owner only, and no half of a file is ever under the name', async () => {
    const at = folder();
    const { store, file } = storeIn(at);
    store.keep();
    await store.flush();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(['calls.json']);
    writeFileSync(`${file}.next`, 'left by a crash', { mode: 0o644 });
    store.keep();
    await store.flush();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await store.read()).records.length).toBeGreaterThan(0);
  });

  it('are put aside, not lost and not shown, where the file is damaged', async () => {
    const { store, file, logged } = storeIn(folder());
    store.keep();
    await store.flush();
    for (const [index, damage] of [
      readFileSync(file, 'utf8').slice(0, -20),
      '',
      '{"version":1}',
      '[]',
      '\u0000\u0000',
    ].entries()) {
      writeFileSync(file, damage);
      expect(await store.read()).toEqual({ records: [], memory: null, heard: [], tries: [] });
      const aside = asideOf(file) + (index === 0 ? '' : `-${index + 1}`);
      expect(readFileSync(aside, 'utf8')).toBe(damage);
    }
    expect(logged.at(-1)).not.toContain(file);
  });

  it('of another account are neither shown nor left', async () => {
    const at = folder();
    const { store, file } = storeIn(at);
    store.keep();
    await store.flush();
    expect((await storeIn(at, { owner: 'somebody else' }).store.read()).records).toEqual([]);
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it("are kept when the PBX's zone is changed, and asked for again", async () => {
    const at = folder();
    const { store } = storeIn(at);
    store.keep();
    await store.flush();
    const kept = await storeIn(at, { zone: 'Asia/Tokyo' }).store.read();
    expect(kept.records.length).toBeGreaterThan(0);
    expect(kept.memory?.settled).toEqual([]);
  });

  it('are gone after sign-out, whatever was still to be written', async () => {
    const { store, file, timers } = storeIn(folder());
    store.keep();
    await store.flush();
    writeFileSync(`${file}.unreadable`, 'x');
    store.keep();
    const writing = store.flush();
    await store.clear();
    await writing;
    store.keep();
    for (const fire of timers) fire();
    await store.flush();
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it('that the disk does not let go at sign-out are not said to be gone', async () => {
    const { store, file } = storeIn(folder());
    mkdirSync(path.dirname(file), { recursive: true });
    // A system's own file, which nobody may delete.
    symlinkSync('/proc/self/status', file);
    expect(await store.clear()).toBe(false);
    expect(await storeIn(folder()).store.clear()).toBe(true);
  });

  it('cost nothing but a line in the log where the disk does not take them', async () => {
    const at = folder();
    writeFileSync(path.join(at, 'deep'), 'a file where a folder should be');
    const { store, logged } = storeIn(at);
    store.keep();
    await store.flush();
    expect(await store.read()).toEqual({ records: [], memory: null, heard: [], tries: [] });
    expect(logged.join()).toMatch(/not written: E/);
    expect(logged.join()).not.toContain(at);
  });
});

describe('a book', () => {
  it('is bounded in number and age', () => {
    const cdr = createCdrStore({ extension: '101', agentId: null }, bangkok, { calls: 5, age: 3_600_000 });
    cdr.take(sampleRows());
    const [newest] = cdr.calls();
    cdr.trim(newest?.start ?? 0);
    expect(cdr.calls()).toHaveLength(5);
    cdr.trim((newest?.start ?? 0) + 3_600_001);
    expect(cdr.calls()).toEqual([]);
    expect(cdr.rows()).toEqual([]);
  });
});
