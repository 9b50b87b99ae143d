import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Failure, fail, ok } from '../../../app/contract/failures.ts';
import { createNotes } from '../../../renderer/screens/calls/notes.ts';
import { otherSide } from '../bridge.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A disk that has room, or has none. */
function notesOn(disk: { full: boolean }) {
  const kept: Record<string, string> = {};
  let told: Failure | null = null;
  const { bridge } = otherSide({
    'calls.note': ({ id, text }) => {
      if (disk.full) return fail('settings-file');
      kept[id] = text;
      return ok(undefined);
    },
  });
  const notes = createNotes(bridge, (failure) => {
    told = failure;
  });
  return { notes, kept, told: () => told?.code ?? null };
}

it('is kept while it is being typed, however long that takes', async () => {
  const { notes, kept } = notesOn({ full: false });
  for (const text of ['a', 'ab', 'abc', 'abcd']) {
    notes.type('call', text);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(kept.call?.length).toBeGreaterThan(1);
  await notes.keep();
  expect(kept).toEqual({ call: 'abcd' });
});

it('that the disk does not take stays told until it does, whichever other is kept, and is tried again', async () => {
  const disk = { full: true };
  const { notes, kept, told } = notesOn(disk);
  notes.type('a', 'first');
  await notes.keep();
  expect(told()).toBe('settings-file');
  disk.full = false;
  notes.type('b', 'second');
  await notes.keep();
  expect(kept).toEqual({ a: 'first', b: 'second' });
  expect(told()).toBeNull();
});

it('that the disk does not take is tried again by itself', async () => {
  const disk = { full: true };
  const { notes, kept, told } = notesOn(disk);
  notes.type('a', 'first');
  await notes.keep();
  disk.full = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kept).toEqual({ a: 'first' });
  expect(told()).toBeNull();
});

it('of somebody who has signed out is not tried again, nor told', async () => {
  const disk = { full: true };
  const { notes, kept } = notesOn(disk);
  notes.type('a', 'first');
  await notes.keep();
  notes.clear();
  disk.full = false;
  await vi.advanceTimersByTimeAsync(60_000);
  await notes.keep();
  expect(kept).toEqual({});
});

it('is what was typed until the list says it, and then what the list says', async () => {
  const disk = { full: false };
  const { notes, kept } = notesOn(disk);
  const listed = (note: string) => notes.of({ id: 'call', note });
  // Two marks before the list has changed: the second is added to the first.
  for (const mark of ['0:05', '0:07']) {
    notes.type('call', `${listed('before')}\n${mark}`);
    await notes.keep();
  }
  expect(kept).toEqual({ call: 'before\n0:05\n0:07' });
  expect(listed('before')).toBe('before\n0:05\n0:07');
  expect(listed('before\n0:05\n0:07')).toBe('before\n0:05\n0:07');
  expect(listed('before')).toBe('before');
  // Nor are those lost that the disk did not take.
  disk.full = true;
  for (const mark of ['0:05', '0:07']) {
    notes.type('call', `${listed('before')}\n${mark}`);
    await notes.keep();
  }
  disk.full = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kept).toEqual({ call: 'before\n0:05\n0:07' });
});
