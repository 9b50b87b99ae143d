import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAnnotations } from '../../../app/calls/annotations.ts';
import { createNoteFiles } from '../../../app/calls/note-files.ts';
import { largestNotesFile } from '../../../app/calls/notes-file.ts';
import { createOwnNotes } from '../../../app/calls/own-notes.ts';
import type { NotesTaken } from '../../../app/contract/calls.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { withLittleRoom } from '../files/little-room.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { quiet } from './opened-desk.ts';

const now = Date.UTC(2026, 10, 23, 3);
const day = 86_400_000;
const iso = (moment: number): string => new Date(moment).toISOString();

interface Computer {
  readonly calls?: readonly (readonly string[])[];
  readonly extension?: string;
  readonly forgotten?: readonly string[];
}

/** One of a person's computers, and the file that they carry between them. */
function computer(carried: string, { calls = [], extension = '101', forgotten = [] }: Computer = {}) {
  const file = path.join(temporaryFolder(), 'notes.json');
  let at = now;
  const annotations = openAnnotations({ file, now: () => at, keeping: quiet });
  const files = createNoteFiles({
    notes: () =>
      createOwnNotes({
        ...{ extension, annotations, keptFrom: () => now - 90 * day, changed: () => undefined },
        calls: () => calls.map((ids) => ({ ids })) as never,
        isForgotten: (id) => forgotten.includes(id),
      }),
    words: () => wordsFor('en'),
    saveFile: async () => carried,
    openFile: async () => carried,
    now: () => now,
    log: () => undefined,
  });
  return {
    files,
    annotations,
    file,
    write(ids: readonly string[], text: string, moment = now) {
      at = moment;
      annotations.note(ids, text);
    },
    /** As the next start of the program finds them. */
    kept: () => Object.fromEntries(openAnnotations({ file, now: () => now, keeping: quiet }).all()),
  };
}

const newFile = (): string => path.join(temporaryFolder(), 'Notes.json');
const took = (part: Partial<NotesTaken>) => ({
  ok: true,
  value: { added: 0, extended: 0, known: 0, left: 0, ...part },
});
const note = (call: unknown, text: unknown, written: unknown = iso(now)) => ({ call, text, written });
const fileOf = (notes: unknown, more = {}): string =>
  JSON.stringify({ format: 'promptcall-companion-notes', version: 1, extension: '101', notes, ...more });

async function imported(content: string | Uint8Array, on: Computer = {}) {
  const carried = newFile();
  writeFileSync(carried, content);
  const here = computer(carried, on);
  return { reply: await here.files.import(), kept: here.kept(), here };
}

test('notes go from one computer to a new one as they are, with their lines, tags, annotations and moments, in a file of the person alone', async () => {
  const carried = newFile();
  const old = computer(carried);
  old.write(['a'], 'wants the\n#invoice\n2:13 ตกลงราคา', now - day);
  old.write(['__proto__'], 'x');
  expect(await old.files.export()).toEqual({ ok: true, value: 2 });
  expect(statSync(carried).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(carried, 'utf8'))).toEqual({
    ...{ format: 'promptcall-companion-notes', version: 1, extension: '101' },
    notes: [note('a', 'wants the\n#invoice\n2:13 ตกลงราคา', iso(now - day)), note('__proto__', 'x')],
  });
  const fresh = computer(carried);
  expect(await fresh.files.import()).toEqual(took({ added: 2 }));
  expect(fresh.kept()).toEqual(old.kept());
  expect(await fresh.files.import()).toEqual(took({ known: 2 }));
  expect(fresh.kept()).toEqual(old.kept());
});

test('where there is no note, nobody is asked where to, and no file is made', async () => {
  const carried = newFile();
  expect(await computer(carried).files.export()).toEqual({ ok: true, value: 0 });
  expect(existsSync(carried)).toBe(false);
});

test.each([
  ['another is appended', 'here', 'there', 'here\nthere'],
  ['the same stays', 'here', 'here', 'here'],
  ['what is among its lines stays', 'a\nhere\nb', 'here', 'a\nhere\nb'],
  ['one that went on there goes on here', 'here', 'here\nthere', 'here\nthere'],
  ['part of a word is no line', 'therefore', 'there', 'therefore\nthere'],
  ['what Windows writes is the same', 'a\nb', 'a\r\nb\r\n', 'a\nb'],
])('of two notes: %s; and as often as it is imported', async (_name, here, there, both) => {
  const carried = newFile();
  writeFileSync(carried, fileOf([note('a', there)]));
  const one = computer(carried);
  one.write(['a'], here, now - day);
  for (let time = 0; time < 3; time += 1) {
    expect((await one.files.import()).ok).toBe(true);
    expect(one.kept()).toMatchObject({ a: { text: both } });
  }
  // And the way back makes nothing more of it.
  await one.files.export();
  const other = computer(carried);
  other.write(['a'], there.replaceAll('\r', ''));
  await other.files.import();
  expect(other.kept()).toMatchObject({ a: { text: both } });
});

test('a note stands on its call, by whatever id the call is known here', async () => {
  const carried = newFile();
  writeFileSync(carried, fileOf([note('try', 'there'), note('row', 'more')]));
  const here = computer(carried, { calls: [['row', 'try']] });
  here.write(['try'], 'here');
  expect(await here.files.import()).toEqual(took({ extended: 2 }));
  expect(here.kept()).toMatchObject({ row: { text: 'here\nthere\nmore' } });
  expect(Object.keys(here.kept())).toEqual(['row']);
});

test('two that turn out to be of one call say what is the same once', () => {
  const { annotations, write } = computer(newFile());
  write(['try'], 'the same');
  write(['row'], 'the same');
  expect(annotations.noteOf(['row', 'try'])).toBe('the same');
});

test('where there is not room for all, what is here stays and the newest come; a note that would be too long stays as it is', async () => {
  const carried = newFile();
  const many = Array.from({ length: 2_000 }, (_, at) => note(`there ${at}`, 'x', iso(now - 2_000 + at)));
  writeFileSync(carried, fileOf(many));
  const here = computer(carried);
  here.annotations.take(
    Array.from({ length: 19_990 }, (_, at) => ({ ids: [`here ${at}`], text: 'x', at: now - day + at })),
  );
  expect(await here.files.import()).toEqual(took({ added: 10, left: 1_990 }));
  const kept = Object.keys(here.kept());
  expect(kept).toHaveLength(20_000);
  expect(kept.filter((id) => id.startsWith('there'))).toEqual(many.slice(-10).map(({ call }) => call));
  // The next one that is written costs none of them.
  here.write(['new'], 'x');
  expect([here.annotations.noteOf(['here 0']), here.annotations.noteOf(['new'])]).toEqual(['x', '']);

  writeFileSync(carried, fileOf([note('here 1', 'y'.repeat(7_999))]));
  expect(await here.files.import()).toEqual(took({ left: 1 }));
  expect(here.annotations.noteOf(['here 1'])).toBe('x');
});

test('what is too old, or of a number that was forgotten, does not come; nothing is from the future', async () => {
  const { reply, kept } = await imported(
    fileOf([
      note('old', 'x', iso(now - 91 * day)),
      note('forgotten', 'x'),
      note('its other id', 'x'),
      note('late', 'x', '9999-01-01T00:00:00.000Z'),
    ]),
    { forgotten: ['forgotten'], calls: [['its other id', 'forgotten']] },
  );
  expect(reply).toEqual(took({ added: 1, left: 3 }));
  expect(kept).toEqual({ late: { text: 'x', at: now } });
});

test('a disk that does not take them loses nothing, and says so', async () => {
  const carried = newFile();
  writeFileSync(carried, fileOf([note('a', 'y'.repeat(1_000)), note('b', 'z')]));
  const here = computer(carried);
  here.write(['a'], 'here');
  const before = here.kept();
  await withLittleRoom(readFileSync(here.file).length, async () => {
    expect(await here.files.import()).toEqual({ ok: false, failure: { code: 'settings-file' } });
  });
  expect(here.kept()).toEqual(before);
  expect(here.annotations.noteOf(['a'])).toBe('here');
  expect(await here.files.import()).toEqual(took({ added: 1, extended: 1 }));
});

describe('of a file with good notes and others, the good ones come', () => {
  const huge = 'x'.repeat(10_000_000);
  test.each([
    ['an id of 10 MB', note(huge, 'x')],
    ['an id that is none', note('', 'x')],
    ['an id that is a list', note(['a'], 'x')],
    ['a text of 10 MB', note('b', huge)],
    ['a text that is a number', note('b', 5)],
    ['a text without one', note('b', ' \n\u0000 ')],
    ['no moment', { call: 'b', text: 'x' }],
    ['a moment that is none', note('b', 'x', 'yesterday')],
    ['a moment that is a number', note('b', 'x', 1e300)],
    ['no note', null],
    ['a list', [[['b']]]],
  ])('%s', async (_name, bad) => {
    const { reply, kept } = await imported(fileOf([note('a', 'good'), bad, note('c', 'good')]));
    expect(reply).toEqual(took({ added: 2, left: 1 }));
    expect(Object.keys(kept)).toEqual(['a', 'c']);
  });

  test('keys of a prototype are keys like any other', async () => {
    const good = JSON.stringify(note('__proto__', 'x'));
    const { reply } = await imported(
      `{"__proto__":{"call":"b"},"format":"promptcall-companion-notes","version":1,"extension":"101",
        "notes":[${good},{"__proto__":{"call":"b","text":"x","written":"${iso(now)}"}},{"constructor":1}]}`,
    );
    expect(reply).toEqual(took({ added: 1, left: 2 }));
    expect(({} as { call?: string }).call).toBeUndefined();
  });

  test('what no key types is taken out of it', async () => {
    const { kept } = await imported(fileOf([note('a', 'x\u0000\u001b[31my\tz\r\nw')]));
    expect(kept).toMatchObject({ a: { text: 'x[31my\tz\nw' } });
  });

  test('as Windows saves it', async () => {
    for (const content of [
      `\ufeff${fileOf([note('a', 'ก')])}`,
      Buffer.from(`\ufeff${fileOf([note('a', 'ก')])}`, 'utf16le'),
    ])
      expect((await imported(content)).kept).toMatchObject({ a: { text: 'ก' } });
  });
});

describe('what is no file of notes is turned down, and changes nothing', () => {
  const good = fileOf([note('a', 'there')]);
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'notes-not-read'],
    ['half', good.slice(0, -5), 'notes-not-read'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff), 'notes-not-read'],
    ['other JSON', '[{"call":"a","text":"x"}]', 'notes-not-read'],
    ['null', 'null', 'notes-not-read'],
    ['the file of the profile', '{"version":1,"toldUpTo":0,"notes":[]}', 'notes-not-read'],
    ['notes that are none', fileOf({ a: 1 }), 'notes-not-read'],
    ['without an extension', fileOf([], { extension: undefined }), 'notes-not-read'],
    ['brackets without an end', '['.repeat(1_000_000), 'notes-not-read'],
    ['a newer version', fileOf([note('a', 'x')], { version: 2 }), 'notes-version'],
    ["another extension's", fileOf([note('a', 'x')], { extension: '102' }), 'notes-another'],
    ['more notes than are kept', fileOf(Array(20_001).fill(note('a', 'x'))), 'notes-too-large'],
    ['huge', ' '.repeat(largestNotesFile + 1), 'notes-too-large'],
  ])('%s', async (_name, content, code) => {
    const { reply, kept } = await imported(content);
    expect(reply).toEqual({ ok: false, failure: { code } });
    expect(kept).toEqual({});
  });

  test('a folder, a pipe, or nothing at all', async () => {
    const [folder, pipe] = [temporaryFolder(), newFile()];
    execFileSync('mkfifo', [pipe]);
    for (const file of [folder, pipe, newFile()]) {
      const reply = await computer(file).files.import();
      expect(!reply.ok && reply.failure.code).toBe('notes-not-read');
    }
  });
});

test('a moment that somebody wrote into the file of the profile keeps no note from the export', async () => {
  const carried = newFile();
  const { files, annotations } = computer(carried);
  annotations.take([1e300, -1e300].map((at) => ({ ids: [`${at}`], text: 'x', at })));
  expect(await files.export()).toEqual({ ok: true, value: 2 });
});

test('the largest file that is written is read', async () => {
  const carried = newFile();
  const old = computer(carried);
  old.annotations.take(
    Array.from({ length: 20_000 }, (_, at) => ({
      ids: [`${at}`.padStart(100, 'x')],
      text: 'ก'.repeat(300),
      at: now,
    })),
  );
  await old.files.export();
  expect(await computer(carried).files.import()).toEqual(took({ added: 20_000 }));
});
