import { expect, test } from 'vitest';
import type { NotesTaken } from '../../../app/contract/calls.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import { notesLine } from '../../../renderer/screens/settings/retention/notes-file.tsx';
import { createNotesFile } from '../../../renderer/screens/settings/retention/notes-state.ts';
import { otherSide } from '../bridge.ts';

const nothing = { added: 0, extended: 0, known: 0, left: 0 };
const line = (part: Partial<NotesTaken>, words = en) =>
  notesLine(words.kept.notesFile, { kind: 'taken', taken: { ...nothing, ...part } });

test.each<[Partial<NotesTaken>, string]>([
  [{}, 'There are no notes in this file.'],
  [{ added: 1 }, '1 note added'],
  [{ added: 3, extended: 2, known: 4 }, '3 notes added, 2 notes extended, 4 here already'],
  [{ left: 1 }, '1 not taken (unreadable, too old, too long, too many or forgotten)'],
])('how many notes came is said: %o', (part, said) => {
  expect(line(part)).toBe(said);
  for (const many of Object.values(part)) expect(line(part, th)).toContain(String(many));
});

test('what came of it is said and keeps the page until it is read; where no file was chosen, nothing is', async () => {
  const replies = [ok(null), ok({ ...nothing, added: 1 }), fail('notes-not-read')];
  const { bridge } = otherSide({ 'notes.import': () => replies.shift() ?? fail('too-many') });
  const state = createNotesFile(bridge);
  for (const kind of [undefined, 'taken', 'failed']) {
    await state.import();
    expect(state.said.value?.kind).toBe(kind);
    expect(state.isBusy()).toBe(kind !== undefined);
  }
  state.read();
  expect(state.isBusy()).toBe(false);
});

test('one file at a time; and what came of it is not said to who signs in meanwhile', async () => {
  let answer = (_count: number): void => undefined;
  const { bridge, asked } = otherSide({
    'notes.export': () =>
      new Promise((resolve) => {
        answer = (count) => resolve(ok(count));
      }),
  });
  const state = createNotesFile(bridge);
  const first = state.export();
  await Promise.all([state.export(), state.import()]);
  expect(asked('notes.export')).toHaveLength(1);
  expect([state.busy.value, state.isBusy()]).toEqual(['export', true]);
  state.clear();
  answer(5);
  await first;
  expect([state.busy.value, state.said.value]).toEqual([null, null]);
});
