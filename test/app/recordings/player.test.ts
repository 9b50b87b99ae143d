import { expect, test } from 'vitest';
import { createHeard } from '../../../app/calls/heard.ts';
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
