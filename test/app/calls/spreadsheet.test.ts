import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportToFile } from '../../../app/calls/export-file.ts';
import { toXlsx } from '../../../app/calls/xlsx.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { answered, bangkok, callRows, phone, shownTo, trunk } from '../cdr/rows-of.ts';

const languages = ['en', 'th'] as const;
const kinds = ['csv', 'xlsx'] as const;

interface Caller {
  /** As the PBX wrote it, and as a person sees it in the table. */
  readonly number: readonly [written: string, shown: string];
  readonly name: string;
  readonly note: string;
  /** In a CSV, where digits alone would be a number. */
  readonly noteInCsv?: string;
}

const callers: readonly Caller[] = [
  { number: ['0812345678', '081 234 5678'], name: 'สมหญิง ทำดี', note: 'โทรกลับ\nพรุ่งนี้' },
  { number: ['+4930123456', '+493 012 3456'], name: '', note: '021234567', noteInCsv: '02 123 4567' },
  { number: ['0102', '0102'], name: '=HYPERLINK("http://x","y")', note: '=1+1' },
  { number: ['102', '102'], name: '@SUM(A1)', note: '-2+3' },
  { number: ['8934567890123456', '893456789 012 3456'], name: '"quoted", & <b>', note: '_x0041_' },
  { number: ['anonymous', ''], name: '', note: '+66 81 234 5678' },
];

const calls = callers.flatMap(({ number: [src], name: cnam }, at) =>
  shownTo(
    '101',
    callRows(
      { src, cnum: src, cnam, did: '02', channel: trunk, dst: '101', dstchannel: phone('101') },
      { at: String(at * 60), ...answered, ...(at === 0 ? { duration: '24' } : {}) },
    ),
  ),
);

/** The columns of what a person sees once LibreOffice has opened the file, by language and kind. */
const seen = new Map<string, readonly Readonly<Record<string, string>>[]>();

const folder = mkdtempSync(path.join(tmpdir(), 'companion-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Opened, and written as what a person sees, all in one start. */
async function open(names: readonly string[]): Promise<void> {
  const [first = ''] = names;
  // Its own profile: one that runs already would take the files and say nothing.
  const profile = pathToFileURL(path.join(folder, `profile of ${first}`)).href;
  // Commas, quotes, UTF-8, numbers and times looked for: what its dialog offers for such a file.
  const asCsv = '44,34,76,1,,1033,false,true';
  const known = first.endsWith('.csv') ? [`--infilter=CSV:${asCsv}`] : [];
  await promisify(execFile)(
    'soffice',
    [
      ...[`-env:UserInstallation=${profile}`, '--headless', '--norestore', ...known],
      ...['--convert-to', `csv:Text - txt - csv (StarCalc):${asCsv}`],
      ...['--outdir', path.join(folder, 'shown')],
      ...names.map((name) => path.join(folder, name)),
    ],
    { timeout: 110_000 },
  );
}

beforeAll(async () => {
  for (const language of languages) {
    const words = wordsFor(language);
    for (const kind of kinds) {
      const done = await exportToFile({
        ...{ calls, words, zone: bangkok, now: 0, skew: 0 },
        numberOf: (number) => ({ display: number, callable: number }),
        nameOf: ({ party }) => party.name,
        whoIs: () => null,
        noteOf: ({ party }) => callers.find(({ number: [written] }) => written === party.number)?.note ?? '',
        choose: async () => path.join(folder, `${language}-${kind}.${kind}`),
        log: () => undefined,
      });
      expect(done.ok).toBe(true);
    }
  }
  const hostile = [['a'], ['\u0000\ud800]]><&"\u001b[0m'], [Number.NaN], [{ shown: 'no time' }]];
  writeFileSync(path.join(folder, 'hostile.xlsx'), toXlsx(hostile, { sheet: 'a"<&' }));

  const names = [
    ...languages.flatMap((one) => kinds.map((kind) => `${one}-${kind}.${kind}`)),
    'hostile.xlsx',
  ];
  await Promise.all(kinds.map((kind) => open(names.filter((name) => name.endsWith(kind)))));
  for (const name of names) {
    const text = readFileSync(path.join(folder, 'shown', name.replace(/\.\w+$/, '.csv')), 'utf8');
    const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
    const columns = Object.keys(wordsFor('en').calls.export.columns);
    seen.set(
      name.replace(/\.\w+$/, ''),
      data.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
    );
  }
}, 120_000);

describe.each(languages)('in LibreOffice, of a table in %s', (language) => {
  const { calls: words } = wordsFor(language);

  it.each(kinds)('numbers keep their zeros, and nothing is a formula, from %s', (kind) => {
    const [heading, ...rows] = seen.get(`${language}-${kind}`) ?? [];
    expect(heading).toEqual(words.export.columns);
    // What cannot be anything else but text in a CSV has a mark before it.
    const marked = (text: string) => (kind === 'csv' && /^[=@-]/.test(text) ? `'${text}` : text);
    expect(rows.map(({ number, name, note }) => [number?.replace('\u200b', ''), name, note])).toEqual(
      callers.map(({ number: [, shown], name, note, noteInCsv }) => [
        shown || words.withheld,
        marked(name),
        kind === 'csv' ? (noteInCsv ?? marked(note)) : note,
      ]),
    );
  });

  it.each(kinds)(
    'times are times, and lengths are numbers with a column for those at most, from %s',
    (kind) => {
      const [, first, second] = seen.get(`${language}-${kind}`) ?? [];
      expect(first).toMatchObject({ time: '2026-11-23 10:00:00', talkSeconds: '24', ringSeconds: '' });
      expect(first?.atMost).toBe(words.export.atMost);
      expect(second).toMatchObject({
        time: '2026-11-23 10:01:00',
        talkSeconds: '24',
        ringSeconds: '6',
        atMost: '',
      });
      expect(second?.recorded).toBe(words.export.recorded.perhaps);
    },
  );
});

it('a workbook opens whatever stands in it', () => {
  expect(seen.get('hostile')?.map(({ time }) => time)).toEqual(['a', ']]><&"[0m', 'no time']);
});

it('text in a workbook is that text, though it looks like the number of a character, and no cell is a formula', () => {
  const files = unzipSync(toXlsx([['time'], ['_x0041_'], ['=1+1'], [7]], { sheet: 'a' }));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('>_x005F_x0041_<');
  expect(sheet).not.toContain('<f');
  expect(sheet).toContain('<c><v>7</v></c>');
});
