import { expect, test } from 'vitest';
import { createHeard } from '../../../app/calls/heard.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { createPlayer } from '../../../app/recordings/player.ts';
import { sampleCalls } from '../../pbx/samples.ts';
import { shownTo } from '../cdr/rows-of.ts';
import { savesNowhere, underTest } from './recordings-under-test.ts';

test.each([
  ['c01', 1, 4],
  // Only the header of a file: nothing was recorded.
  ['c19', 0, null],
  // Two files, each of a part of the call.
  ['c04', 2, null],
] as const)('%s is as long as its only recording, once that was opened', async (id, recordings, talked) => {
  const [call] = shownTo('101', sampleCalls().find((one) => one.id === id)?.rows ?? []);
  if (call === undefined) throw new Error(id);
  expect(call).toMatchObject({ talkSeconds: null });
  expect(call.recordings).toHaveLength(recordings);
  const heard = createHeard();
  const player = createPlayer({
    recordings: (await underTest()).recordings,
    recordingsOf: () => call.recordings,
    measured: (_, seconds) => void heard.measured(call, seconds),
    ...{ owner: () => 'owner', choose: async () => null, saving: () => undefined, ...savesNowhere },
    ...{ now: Date.now, log: () => undefined },
  });
  await player.open({ call: call.id, index: 0 });
  expect(heard.of(call).talkSeconds).toBe(talked);
});

test('a recording is dragged while its file is there and whole; at any other time that is told', async () => {
  const [call] = shownTo('101', sampleCalls().find(({ id }) => id === 'c01')?.rows ?? []);
  if (call === undefined) throw new Error('c01');
  const [written, dragged]: [string[], string[]] = [[], []];
  let whole = (_file: string) => {};
  const there = new Set<string>();
  const player = createPlayer({
    recordings: (await underTest()).recordings,
    recordingsOf: () => call.recordings,
    measured: () => undefined,
    ...{ owner: () => 'owner', choose: async () => null, saving: () => undefined, ...savesNowhere },
    ...{ now: Date.now, log: () => undefined },
    dragged: {
      clear: async () => undefined,
      has: (file) => there.has(file),
      write: (name) => {
        written.push(name);
        return new Promise((resolve) => {
          whole = (file) => {
            there.add(file);
            resolve(file);
          };
        });
      },
    },
    startDrag: (file) => void dragged.push(file),
  });
  const opened = await player.open({ call: call.id, index: 0 });
  if (!opened.ok) throw new Error('not opened');
  const what = {
    id: opened.value.recording.id,
    as: 'wav',
    direction: 'Outgoing',
    number: '102',
    name: '',
  } as const;

  const first = player.drag('make', what);
  await expect.poll(() => written).toHaveLength(1);
  expect(await player.drag('go', what)).toEqual(fail('not-draggable'));
  expect(await player.drag('make', what)).toEqual(ok(undefined));
  whole('/made.wav');
  await first;
  expect(await player.drag('go', what)).toEqual(ok(undefined));
  expect([written.length, dragged]).toEqual([1, ['/made.wav']]);

  // It stays for a while only.
  there.clear();
  expect(await player.drag('go', what)).toEqual(fail('not-draggable'));
  const second = player.drag('make', what);
  await expect.poll(() => written).toHaveLength(2);
  whole('/again.wav');
  await second;
  await player.drag('go', what);
  expect(dragged).toEqual(['/made.wav', '/again.wav']);
});
