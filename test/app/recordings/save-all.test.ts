import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Recording } from '../../../app/cdr/call.ts';
import type { SavingAll } from '../../../app/contract/recordings.ts';
import { recordingFileName } from '../../../app/recordings/save.ts';
import { createSaveAll, freeFile } from '../../../app/recordings/save-all.ts';
import { sampleRecording } from '../../pbx/samples.ts';
import type { PbxOptions } from '../../pbx/stand-in.ts';
import { ref, underTest } from './recordings-under-test.ts';
import { folder } from './reference.ts';

const wav = 'external-101-0812345678-20261123-134406-1795416246.121.wav';
const gsm = 'internal-101-101-20261123-133635-1795415795.9.gsm';

const wanted = (file: string, number = '081') => ({
  recording: { file, uniqueId: '', src: '', dst: '', calldate: '2026-11-23 13:36:05' } satisfies Recording,
  about: { direction: 'Outgoing', number, name: '' },
});

async function savingTo(where: string | null, pbx: Partial<PbxOptions> = {}) {
  const side = await underTest({ pbx });
  const told: SavingAll[] = [];
  const all = createSaveAll({
    recordings: side.recordings,
    refOf: ({ file }) => ref({ filename: file }),
    chooseFolder: async () => where,
    onListClock: (calldate) => calldate.replace('23', '24'),
    pattern: () => '{date} {number}',
    saving: (progress) => told.push(progress),
    log: () => undefined,
  });
  return { ...side, all, told };
}

test('several recordings are saved at once, each in its best form and under a name of its own', async () => {
  const where = folder();
  writeFileSync(path.join(where, '2026-11-24 081.wav'), 'mine');
  const { all, told } = await savingTo(where);
  const reply = await all.save([wanted(wav), wanted(gsm), wanted(wav, '089')]);
  expect(reply).toEqual({
    ok: true,
    value: { saved: 3, failed: 0, left: [], stopped: false, failure: null },
  });
  expect(readdirSync(where).sort()).toEqual([
    '2026-11-24 081 (2).wav',
    '2026-11-24 081 (3).wav',
    '2026-11-24 081.wav',
    '2026-11-24 089.wav',
  ]);
  // What was there is as it was.
  expect(readFileSync(path.join(where, '2026-11-24 081.wav'), 'utf8')).toBe('mine');
  expect(readFileSync(path.join(where, '2026-11-24 081 (2).wav'))).toEqual(
    Buffer.from(sampleRecording(wav) ?? []),
  );
  expect(told.at(0)).toEqual({ done: 0, total: 3 });
  expect(told.at(-1)).toEqual({ done: 3, total: 3 });
});

test('one that is not to be had leaves no file and keeps no other from being saved', async () => {
  const where = folder();
  const { all } = await savingTo(where, {
    recordings: (name: string) => (name === 'gone.wav' ? null : (sampleRecording(wav) ?? null)),
  });
  const reply = await all.save([wanted('gone.wav', '1'), wanted('there.wav', '2')]);
  expect(reply).toMatchObject({ value: { saved: 1, failed: 1, failure: null } });
  expect(readdirSync(where)).toEqual(['2026-11-24 2.wav']);
});

test('of each that was not saved it is told which it is and why, and those alone are tried again, into the same folder', async () => {
  const where = folder();
  const there = new Set(['a.wav']);
  const { all, standIn, told } = await savingTo(where, {
    recordings: (name: string) => (there.has(name) ? (sampleRecording(wav) ?? null) : null),
  });
  const reply = await all.save([wanted('a.wav', '1'), wanted('b.wav', '2'), wanted('c.wav', '3')]);
  const why = { problem: 'refused', failure: null };
  expect(reply).toMatchObject({
    value: {
      ...{ saved: 1, failed: 2 },
      left: [
        { name: '2026-11-24 2', ...why },
        { name: '2026-11-24 3', ...why },
      ],
    },
  });
  there.add('b.wav');
  standIn.received.length = 0;
  told.length = 0;
  expect(await all.saveRest()).toMatchObject({
    value: { saved: 1, failed: 1, left: [{ name: '2026-11-24 3', ...why }] },
  });
  expect(told.at(-1)).toEqual({ done: 2, total: 2 });
  expect(readdirSync(where)).toEqual(['2026-11-24 1.wav', '2026-11-24 2.wav']);
  there.add('c.wav');
  expect(await all.saveRest()).toMatchObject({ value: { saved: 1, failed: 0, left: [] } });
  expect(await all.saveRest()).toEqual({ ok: true, value: null });
  expect(readdirSync(where)).toHaveLength(3);
});

test('what was left is not asked for after a sign-out, or once a number is forgotten', async () => {
  const where = folder();
  const { all, standIn } = await savingTo(where, { recordings: () => null });
  await all.save([wanted('a.wav')]);
  all.forget();
  expect(await all.saveRest()).toEqual({ ok: true, value: null });

  standIn.fault('recapi', { kind: 'slow', ms: 200 });
  standIn.received.length = 0;
  const saving = all.save([wanted('a.wav'), wanted('b.wav')]);
  await expect.poll(() => standIn.received.length).toBeGreaterThan(0);
  all.forget();
  expect(await saving).toMatchObject({ value: { failed: 2 } });
  expect(await all.saveRest()).toEqual({ ok: true, value: null });
});

test('whoever stops it keeps what is whole, and nothing that is not', async () => {
  const where = folder();
  const { all, standIn } = await savingTo(where);
  standIn.fault('recapi', { kind: 'stall-mid-reply' });
  const saving = all.save([wanted(wav, '1'), wanted(wav, '2')]);
  await expect.poll(() => readdirSync(where).length).toBeGreaterThan(0);
  all.stop();
  expect(await saving).toMatchObject({ value: { saved: 0, stopped: true } });
  expect(readdirSync(where)).toEqual([]);
  expect(all.isUnderWay()).toBe(false);
});

test.each([1, 2])(
  'stopped while number %i of two is finished: what has a file counts as saved',
  async (last) => {
    const where = folder();
    const { all, recordings } = await savingTo(where);
    let finished = 0;
    const stopping = createSaveAll({
      recordings: {
        ...recordings,
        async saveAside(...asked) {
          const found = await recordings.saveAside(...asked);
          if (found.kind === 'none') return found;
          const done = async () => {
            finished += 1;
            if (finished === last) stopping.stop();
            await found.file.done();
          };
          return { ...found, file: { ...found.file, done } };
        },
      },
      refOf: ({ file }) => ref({ filename: file }),
      chooseFolder: async () => where,
      onListClock: (calldate) => calldate,
      pattern: () => '{number}',
      saving: () => undefined,
      log: () => undefined,
    });
    const ended = await stopping.save([wanted(wav, '1'), wanted(gsm, '2')]);
    expect(readdirSync(where)).toHaveLength(last);
    expect(ended).toMatchObject({ value: { saved: last, failed: 2 - last, stopped: last < 2 } });
    expect(all.isUnderWay()).toBe(false);
  },
);

test('a PBX that does not answer is not asked for all of them', async () => {
  const where = folder();
  const { all, standIn } = await savingTo(where);
  standIn.fault('recapi', { kind: 'close-before-reply' });
  const reply = await all.save(Array.from({ length: 9 }, (_, at) => wanted(`call-${at}.wav`)));
  expect(reply).toMatchObject({ value: { saved: 0, failed: 9, failure: { code: 'no-reply' } } });
  const left = reply.ok ? (reply.value?.left ?? []) : [];
  expect(left.map(({ failure }) => failure?.code)).toEqual([
    ...Array(3).fill('no-reply'),
    ...Array(6).fill(undefined),
  ]);
  expect(standIn.received.length).toBeLessThan(6);
});

test('what somebody listens to meanwhile goes on, whatever is saved beside it', async () => {
  const where = folder();
  const { all, recordings } = await savingTo(where);
  const id = recordings.id(ref({ filename: gsm }));
  await recordings.open(id);
  await all.save([wanted(wav), wanted(gsm)]);
  expect(await recordings.respond(id, 'bytes=0-9')).toMatchObject({ status: 206 });
  // And what was only saved is not open.
  expect(recordings.view(recordings.id(ref({ filename: wav })))).toBeNull();
});

test('opening another recording does not end what is being saved', async () => {
  const where = folder();
  const { all, recordings } = await savingTo(where);
  const saving = all.save([wanted(wav), wanted(gsm)]);
  await recordings.open(recordings.id(ref({ filename: wav })));
  await recordings.open(recordings.id(ref({ filename: gsm })));
  expect(await saving).toMatchObject({ value: { saved: 2 } });
});

test('without a folder nothing is asked for', async () => {
  const { all, standIn } = await savingTo(null);
  expect(await all.save([wanted(wav)])).toEqual({ ok: true, value: null });
  expect(standIn.received).toHaveLength(0);
});

test('a folder that takes nothing is told of', async () => {
  const { all } = await savingTo(path.join(folder(), 'no such folder'));
  expect(await all.save([wanted(wav)])).toMatchObject({
    value: { saved: 0, failed: 1, failure: { code: 'not-saved' } },
  });
});

test('a name that a folder has is another one', async () => {
  const where = folder();
  mkdirSync(path.join(where, 'a.wav'));
  expect(path.basename(await freeFile(where, 'a.wav'))).toBe('a (2).wav');
  expect(path.basename(await freeFile(where, 'a.wav'))).toBe('a (3).wav');
  // Of a format that nobody knows: the time in its name is no extension.
  for (const name of ['2026-11-23 19.16.05', '2026-11-23 19.16.05 081', 'a.g729']) {
    const { ext, name: stem } = name.endsWith('g729') ? path.parse(name) : { ext: '', name };
    await freeFile(where, name);
    expect(path.basename(await freeFile(where, name))).toBe(`${stem} (2)${ext}`);
  }
});

test('many of one long name fit a file system that takes 143 bytes, each beside the others', async () => {
  const where = folder();
  const name = recordingFileName({ startedAt: '', direction: '', name: '', number: 'กี่'.repeat(100) }, 'wav');
  for (let number = 1; number < 1_000; number++)
    writeFileSync(path.join(where, number === 1 ? name : name.replace('.wav', ` (${number}).wav`)), '');
  const last = path.basename(await freeFile(where, name));
  expect(last).toMatch(/ \(1000\)\.wav$/);
  expect(Buffer.byteLength(last)).toBeLessThanOrEqual(143);
});
