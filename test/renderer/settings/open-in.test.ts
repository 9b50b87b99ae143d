import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import type { OpenInTrial } from '../../../app/contract/open-in.ts';
import type { SettingsView } from '../../../app/contract/settings.ts';
import { createOpenInField } from '../../../renderer/screens/settings/open-in/state.ts';
import { createOpenIn } from '../../../renderer/state/open-in.ts';
import { otherSide } from '../bridge.ts';

const good = 'https://crm.example.com/{number}';
const trialOf = (address: string): OpenInTrial =>
  address.startsWith('https:')
    ? { problem: null, sample: address.replace('{number}', '0812345678') }
    : { problem: 'scheme', sample: '' };

function field(
  check: (address: string) => Reply<OpenInTrial> | Promise<Reply<OpenInTrial>> = (a) => ok(trialOf(a)),
) {
  const kept: unknown[] = [];
  const { bridge } = otherSide({ 'openIn.check': ({ address }) => check(address) });
  const state = createOpenInField(bridge, { change: async (part) => void kept.push(part) });
  return { state, kept };
}

it('an address is shown with a sample while it is typed, and kept when the field is left', async () => {
  const { state, kept } = field();
  state.type(` ${good} `);
  await expect.poll(() => state.trial.value?.sample).toBe('https://crm.example.com/0812345678');
  expect(kept).toEqual([]);
  await state.keep();
  expect(kept).toEqual([{ openIn: good }]);
  expect(state.draft.value).toBeNull();
});

it('one that cannot be used is not kept, says why, and stays to be mended', async () => {
  const { state, kept } = field();
  state.type('javascript:{number}');
  await state.keep();
  expect(kept).toEqual([]);
  expect(state.trial.value?.problem).toBe('scheme');
  expect(state.draft.value).toBe('javascript:{number}');
});

it('emptied, it is off, and has nothing to say', async () => {
  const { state, kept } = field();
  state.look(good);
  await expect.poll(() => state.trial.value).not.toBeNull();
  state.type('  ');
  await state.keep();
  expect(kept).toEqual([{ openIn: '' }]);
  expect(state.trial.value).toBeNull();
});

it('nothing is kept by leaving the field untouched, or while the answer is about an earlier text', async () => {
  const answers: ((reply: Reply<OpenInTrial>) => void)[] = [];
  const { state, kept } = field(() => new Promise((resolve) => answers.push(resolve)));
  await state.keep();
  state.type(good);
  const left = state.keep();
  state.type('javascript:{number}');
  for (const answer of answers) answer(ok(trialOf(good)));
  await left;
  expect(kept).toEqual([]);
  expect(state.draft.value).toBe('javascript:{number}');
});

it('is not kept where nobody says whether it can be used', async () => {
  const { state, kept } = field(() => fail('too-many'));
  state.type(good);
  await state.keep();
  expect(kept).toEqual([]);
});

it('a press opens once, and says what kept it from opening', async () => {
  let answer: (reply: Reply<undefined>) => void = () => {};
  const { bridge, asked } = otherSide({
    'openIn.open': () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const openIn = createOpenIn(bridge, { view: signal({ opensIn: true } as SettingsView) });
  const first = openIn.open({ of: 'call', call: 'c1' });
  await openIn.open({ of: 'call', call: 'c1' });
  expect(asked('openIn.open')).toEqual([{ of: 'call', call: 'c1' }]);
  answer(fail('open-in'));
  await first;
  expect(openIn.failure.value).toEqual({ code: 'open-in' });
  openIn.dismiss();
  expect(openIn.failure.value).toBeNull();
  expect(openIn.leads('0812345678')).toBe(true);
  expect(openIn.leads('*72')).toBe(false);
});
