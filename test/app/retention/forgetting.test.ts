import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answered, bangkok, callRows, phone, trunk } from '../cdr/rows-of.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { day, hour, minute, missed, now, onDisk, profile } from './profile.ts';

const theirs = '0812345678';
const others = '0898765432';

const at = (moment: number, rows: ReturnType<typeof callRows>) =>
  rows.map((row) => ({ ...row, calldate: bangkok.write(moment) }));

/** Calls of every kind with one number, by its spellings, and one with another. */
function everyKind() {
  return [
    ...missed(now - hour, theirs),
    ...missed(now - 2 * hour, '+66812345678'),
    ...missed(now - 3 * hour, '66812345678'),
    // Called from here, with the digit of an outside line; recorded.
    ...at(
      now - 4 * hour,
      callRows(
        {},
        {
          ...answered,
          src: '101',
          cnum: '101',
          dst: `9${theirs}`,
          channel: phone('101'),
          dstchannel: trunk,
          recordingfile: 'out.wav',
        },
      ),
    ),
    // Without a `linkedid`, as older exchanges write it.
    ...missed(now - 6 * hour, theirs).map((row) => ({ ...row, linkedid: '' })),
    ...missed(now - 7 * hour, others),
  ];
}

const outside = { name: 'Outside line', match: '0X.', action: 'prefix', value: '9' } as const;
const spelled = /812345678/;

async function forget(desk: ReturnType<typeof profile>, contact = true) {
  const call = desk.shown().find(({ display }) => spelled.test(display ?? ''));
  const about = await desk.forgetting.about(call?.id ?? '');
  return { about, reply: await desk.forgetting.forget(call?.id ?? '', contact) };
}

async function opened(where: Partial<Parameters<typeof profile>[0]> = {}) {
  const folder = where.folder ?? temporaryFolder();
  const desk = profile({ folder, rows: everyKind(), settings: { rules: [outside] }, ...where });
  onTestFinished(() => desk.recent.close());
  await desk.pass(minute);
  return { desk, folder };
}

test('everything about a number goes from every file, in every spelling, and nothing about another', async () => {
  const { desk, folder } = await opened();
  desk.dialled('theirs', '+66 81 234 5678', now - 8 * hour);
  desk.dialled('others', others);
  const about = { company: '', note: '' };
  const named = (number: string) => ({ number, label: '' });
  desk.contacts.add({ ...about, name: 'Somchai', numbers: [named('081-234-5678')] });
  desk.contacts.add({ ...about, name: 'Noi', numbers: [named(others), named('+66 81 234 5678')] });
  writeFileSync(path.join(folder, 'favourites.json'), `of an earlier release: ${theirs}`);
  const recorded = desk.shown().find(({ recordings }) => recordings > 0)?.id ?? '';
  await desk.listen(recorded);
  await desk.listen('another');
  for (const [index, { id, display }] of desk.shown().entries())
    desk.recent.note(id, display === others ? 'stays' : `goes ${index}`);
  writeFileSync(path.join(folder, 'calls.json.unreadable-2026-10-01'), `half a file ${theirs}`);

  const { about: asked, reply } = await forget(desk);
  expect(asked).toMatchObject({
    display: '081 234 5678',
    going: { calls: 6, notes: 6, recordings: 1 },
    contact: 'Somchai, Noi',
  });
  expect(reply).toEqual({ ok: true, value: 'good' });
  const left = onDisk(folder);
  expect(left).not.toMatch(/812345678|81-234-5678|81 234 5678/);
  expect(left).not.toContain('goes');
  expect(left).not.toContain('Somchai');
  expect(left).toContain('stays');
  expect(left).toContain('Noi');
  expect(left.match(/\.rec\n/g)).toHaveLength(1);
  expect(new Set(desk.callers())).toEqual(new Set([others]));
  expect(desk.journal.all().map(({ id }) => id)).toEqual(['others']);
});

test('a contact that is to stay stays', async () => {
  const { desk } = await opened();
  desk.contacts.add({ name: 'Somchai', company: '', note: '', numbers: [{ number: theirs, label: '' }] });
  await forget(desk, false);
  expect(desk.contacts.all().map(({ name }) => name)).toEqual(['Somchai']);
  expect(desk.callers()).toEqual([others]);
});

test('a reminder goes with the number, also of a call that is not kept any more, and what was marked done with its calls', async () => {
  const { desk, folder } = await opened();
  const [first] = desk.shown().filter(({ display }) => spelled.test(display ?? ''));
  const other = desk.shown().find(({ display }) => display === others);
  expect(desk.recent.done(first?.id ?? '').ok).toBe(true);
  expect(desk.recent.remind(first?.id ?? '', now + hour).ok).toBe(true);
  expect(desk.recent.remind(other?.id ?? '', now + hour).ok).toBe(true);
  expect(onDisk(folder)).toMatch(/reminders\.json[\s\S]*812345678/);
  await forget(desk);
  expect(onDisk(folder)).not.toMatch(spelled);
  const toDo = desk.recent.find({ query: '', filter: 'to-do', count: 10 });
  expect(toDo.ok && toDo.value.calls.map(({ display, reminder }) => [display, reminder])).toEqual([
    [others, now + hour],
  ]);
  expect(readFileSync(path.join(folder, 'reminders.json'), 'utf8')).toContain(others);
  expect(onDisk(folder)).toContain('"done":[]');
});

describe('the calls do not come back', () => {
  test('with the next look at the PBX, after a restart, with other settings, nor for who signs in again', async () => {
    const [rows, entries, folder] = [everyKind(), new Map<string, string>(), temporaryFolder()];
    const { desk } = await opened({ rows, entries, folder });
    await forget(desk);
    // Older ones were never asked for.
    rows.push(...missed(now - 3 * day, theirs));
    await desk.refresh();
    desk.recent.reachBack(now - 5 * day);
    await desk.pass(2 * minute);
    expect(desk.callers()).toEqual([others]);
    // In another country the same digits are another number.
    await desk.set({ country: 'LA' });
    await desk.refresh();
    desk.recent.reachBack(now - 6 * day);
    await desk.pass(2 * minute);
    expect(desk.callers()).toEqual([others]);
    desk.recent.signedIn(null);
    expect(await desk.recent.settled()).toBe(true);

    const { desk: later } = await opened({ rows, entries, folder, at: now + minute });
    later.recent.reachBack(now - 5 * day);
    await later.pass(2 * minute);
    expect(later.callers()).toEqual([others]);
    expect(onDisk(folder)).not.toMatch(spelled);
  });

  test('and new ones are listed, until they are forgotten in their turn', async () => {
    const rows = everyKind();
    const { desk } = await opened({ rows });
    await forget(desk);
    await desk.pass(minute);
    rows.push(...missed(desk.clock.now() - 20_000, theirs));
    await desk.pass(2 * minute);
    expect(desk.callers()).toEqual([theirs, others]);
    await forget(desk);
    await desk.refresh();
    await desk.pass(minute);
    expect(desk.callers()).toEqual([others]);
  });

  test('before the program ends, where no keychain answers; and that is said', async () => {
    const { desk, folder } = await opened({ entries: null });
    expect((await forget(desk)).reply).toEqual({ ok: true, value: 'this-run' });
    await desk.refresh();
    await desk.pass(minute);
    expect(desk.callers()).toEqual([others]);
    expect(onDisk(folder)).not.toContain('forgotten.json');
  });
});

test('a note that was exported before does not come back by its file, over restarts too; those on other calls do', async () => {
  const [rows, entries, folder] = [everyKind(), new Map<string, string>(), temporaryFolder()];
  const { desk } = await opened({ rows, entries, folder });
  for (const { id } of desk.shown()) desk.recent.note(id, 'a note');
  const exported = desk.recent.ownNotes(() => 0)?.all() ?? [];
  await forget(desk);
  const back = { added: 0, extended: 0, known: 1, left: exported.length - 1 };
  expect(exported.length).toBeGreaterThan(2);
  expect(desk.recent.ownNotes(() => 0)?.take(exported)).toEqual(back);
  await desk.recent.close();

  const { desk: later } = await opened({ rows, entries, folder, at: now + minute });
  expect(later.recent.ownNotes(() => 0)?.take(exported)).toEqual(back);
  expect(later.recent.ownNotes(() => 0)?.all()).toHaveLength(1);
});

test('what is kept of it tells nobody the number, who has not the keychain: no digest of it that could be tried', async () => {
  const { desk, folder } = await opened();
  await forget(desk);
  const file = path.join(folder, 'forgotten.json');
  const before = readFileSync(file, 'utf8');
  expect(before).not.toMatch(spelled);
  // Another profile with another key makes others of the same number.
  const second = await opened();
  await forget(second.desk);
  const digests = (text: string) => Object.keys(JSON.parse(text).until);
  const after = readFileSync(path.join(second.folder, 'forgotten.json'), 'utf8');
  expect(digests(after).filter((one) => digests(before).includes(one))).toEqual([]);
  // And the file beside another key hides nothing.
  const third = temporaryFolder();
  copyFileSync(file, path.join(third, 'forgotten.json'));
  expect((await opened({ folder: third })).desk.callers()).toContain(theirs);
});
