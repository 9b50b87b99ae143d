import { expect, it } from 'vitest';
import { createWaysIn, type TurnedDown, together } from '../../../app/dialing/ways-in.ts';
import { desk, wish } from './desk.ts';

function waysIn() {
  const at = desk();
  const told: TurnedDown[] = [];
  let now = 0;
  const ask = createWaysIn(
    at.dialler,
    ({ number }) => ({ display: number }),
    () => now,
    (what) => told.push(what),
  );
  const wait = (ms: number) => {
    now += ms;
    at.wait(ms);
  };
  return { ...at, ask, told, wait, codes: () => told.map(({ failure }) => failure.code) };
}
const links = Array.from({ length: 50 }, (_, index) => `08123456${index + 10}`);

it('fifty links at once are one question and one notice, however long they take to come', async () => {
  for (const pause of [0, together + 1]) {
    const at = waysIn();
    for (const number of links.slice(0, pause === 0 ? 50 : 10)) {
      await at.ask(wish(number, 'link'));
      at.wait(pause);
    }
    expect(at.asked().numbers).toMatchObject([{ display: links[0] }]);
    expect(at.codes()).toEqual(['question-open']);
  }
});

it('so are fifty that cannot be called; one that comes later is told, and so is one with another reason', async () => {
  const at = waysIn();
  for (const number of links) await at.ask(wish(`*72${number}`, 'link'));
  expect(at.codes()).toEqual(['code-not-allowed']);
  await at.ask(wish('hello', 'link'));
  await at.ask(wish('*72', 'link'));
  expect(at.codes()).toEqual(['code-not-allowed', 'not-a-number', 'code-not-allowed']);
  at.wait(together);
  await at.ask(wish('*72', 'link'));
  expect(at.codes()).toHaveLength(4);
});

it('the next question is told of again', async () => {
  const at = waysIn();
  for (let time = 1; time <= 2; time += 1) {
    await at.ask(wish('081', 'link'));
    await at.ask(wish('082', 'link'));
    await at.ask(wish('083', 'command-line'));
    expect(at.codes()).toEqual(Array(time).fill('question-open'));
    at.dialler.cancel(at.asked().question);
  }
});

it('the key tells each time: somebody pressed it', async () => {
  const at = waysIn();
  for (let press = 0; press < 3; press += 1) await at.ask({ numbers: [], from: 'hotkey' });
  expect(at.codes()).toEqual(Array(3).fill('no-number'));
});
