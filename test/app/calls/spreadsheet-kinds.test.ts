import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Column, exportColumns } from '../../../app/calls/export.ts';
import { exportToFile } from '../../../app/calls/export-file.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { type CdrRow, cdrColumns } from '../../pbx/cdr.ts';
import { moreCalls, sampleCalls } from '../../pbx/samples.ts';
import { answered, bangkok, callRows, phone, shownTo, trunk } from '../cdr/rows-of.ts';

const kinds = ['csv', 'xlsx'] as const;
/** What each is opened with: an English spreadsheet, and a Thai one, which takes other text for figures. */
const [english, thai] = [1033, 1054];
const openings = [
  ['csv', english],
  ['csv', thai],
  ['xlsx', english],
] as const;
type Shown = Readonly<Record<Column, string>>;

/** Every column, as the PBX sends them. */
const whole = (row: CdrRow) => Object.fromEntries(cdrColumns.map((name) => [name, row[name] ?? '']));
/** One call of 101 of each that a real Asterisk wrote down. */
const real = [...sampleCalls(), ...moreCalls()].flatMap(({ id, rows }): (readonly [string, Call])[] => {
  const [call] = shownTo('101', rows.map(whole)).toReversed();
  return call === undefined ? [] : [[id, call]];
});

/** What a person, or somebody who wants them to run something, may have in a cell. */
const hostile: readonly string[] = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x.example","y")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  'first\n=1+1',
  '\n=1+1',
  '  =1+1',
  '"=1+1"',
  "'=1+1",
  '＝1+1',
  ';=1+1;,=1+1',
  '"quoted", and ""twice""',
  'ก่อน\nหลัง\r\n"ท้าย"',
  '👩‍💼🇹🇭 ไม้เอก ่ ้',
  'nothing\u0000 escape\u001b[31m bell\u0007 end\u009b',
  '\ud800 half',
  'x'.repeat(40_000),
  '#ด่วน #vip และ #late',
  '1e5',
  'TRUE',
  '0812345678',
  '12/11/2026',
  '10:30',
  '1.500,00',
  '3-4',
  '๐๘๑๒๓๔๕๖๗๘',
  '฿500',
  '5%',
  '(500)',
  '.5',
  'March 5',
  'Nov-23',
  '23 พ.ย. 2569',
  '5 มกราคม 69',
  '10:30 AM',
  '10.30 น.',
];
const noted = hostile.map((note, at) => {
  const src = `08123400${String(at).padStart(2, '0')}`;
  const [call] = shownTo(
    '101',
    callRows(
      { src, cnum: src, did: '02', channel: trunk, dst: '101', dstchannel: phone('101') },
      { at: String(at * 60), ...answered },
    ),
  );
  if (call === undefined) throw new Error('no call');
  return [note, call] as const;
});

const folder = mkdtempSync(path.join(tmpdir(), 'companion-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const seen = new Map<string, ReadonlyMap<string, Shown>>();
const numbers: Readonly<Record<string, string>> = { 101: 'Somchai', 102: 'Malee', 300: 'Front desk' };

/** What a person sees once LibreOffice has opened it. */
async function opened(file: string, language: number): Promise<readonly Shown[]> {
  const profile = pathToFileURL(path.join(folder, `profile of ${path.basename(file)}`)).href;
  const asCsv = `44,34,76,1,,${language},false,true`;
  const known = file.endsWith('.csv') ? [`--infilter=CSV:${asCsv}`] : [];
  const out = path.join(folder, `${path.extname(file)} ${language}`);
  await promisify(execFile)(
    'soffice',
    [
      ...[`-env:UserInstallation=${profile}`, '--headless', '--norestore', ...known],
      ...['--convert-to', `csv:Text - txt - csv (StarCalc):${asCsv}`, '--outdir', out, file],
    ],
    { timeout: 110_000 },
  );
  const text = readFileSync(path.join(out, path.basename(file).replace(/\.\w+$/, '.csv')), 'utf8');
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
  return data.map(
    (cells) => Object.fromEntries(exportColumns.map((column, at) => [column, cells[at] ?? ''])) as Shown,
  );
}

beforeAll(async () => {
  const calls = [...real, ...noted];
  for (const kind of kinds) {
    const file = path.join(folder, `calls.${kind}`);
    const done = await exportToFile({
      ...{ calls: calls.map(([, call]) => call), words: wordsFor('en'), zone: bangkok, now: 0, skew: 0 },
      numberOf: (number) => ({ display: number, callable: number }),
      nameOf: ({ party }) => party.name,
      whoIs: (number) => numbers[number] ?? null,
      noteOf: (call) => noted.find(([, one]) => one === call)?.[0] ?? '',
      choose: async () => file,
      log: () => undefined,
    });
    expect(done.ok).toBe(true);
  }
  for (const [kind, language] of openings) {
    const [heading, ...rows] = await opened(path.join(folder, `calls.${kind}`), language);
    expect(heading).toEqual(wordsFor('en').calls.export.columns);
    // As many as there are calls: no cell spills into another row.
    expect(rows).toHaveLength(calls.length);
    seen.set(`${kind} ${language}`, new Map(calls.map(([id], at) => [id, rows[at] as Shown])));
  }
}, 240_000);

const kept = (text: string): string => text.replaceAll('\u200b', '');

describe.each(openings)('in LibreOffice, from %s, in language %i', (kind, language) => {
  const of = (id: string): Shown | undefined => seen.get(`${kind} ${language}`)?.get(id);

  it.each<[string, Partial<Shown>]>([
    ['c01', { direction: 'Outgoing', result: 'Answered', recorded: 'yes', became: '', answeredBy: '' }],
    ['k01', { result: 'Answered', ringSeconds: '', atMost: 'at most', recorded: 'yes' }],
    ['c07', { result: 'Busy', talkSeconds: '', atMost: '', recorded: 'no' }],
    ['c23', { result: 'Answered', recorded: 'perhaps' }],
    ['i01', { direction: 'Incoming', result: 'Answered', atMost: '', recorded: 'yes' }],
    ['i04', { result: 'Missed', talkSeconds: '', recorded: 'no' }],
    ['i06', { number: 'Number withheld' }],
    ['v01', { result: 'No answer', became: 'Voicemail, 0:08', recorded: 'no' }],
    ['n06', { result: 'Answered elsewhere', answeredBy: 'Malee (102)', queue: 'Front desk (300)' }],
    ['q03', { answeredBy: 'Malee (102)', queue: '601', waitedSeconds: '1' }],
    ['n11', { result: 'Answered', queue: '601', waitedSeconds: '3' }],
    ['m20', { result: 'Answered', ringSeconds: '', atMost: 'at most' }],
    ['t01', { result: 'Answered', became: 'Transferred to Malee (102)' }],
    ['t04', { became: 'Transferred to 0877777777' }],
    ['t08', { result: 'Answered', became: 'Transferred to Malee (102), not answered' }],
    ['t09', { direction: 'Outgoing', became: 'Transferred by Malee (102) to 103' }],
    ['t11', { became: 'Transferred by 103', atMost: 'at most' }],
    ['f01', { result: 'Answered elsewhere', became: 'Forwarded to 0899999999' }],
    ['p01', { result: 'Answered', became: 'Picked up for Malee (102)' }],
    ['p02', { became: 'Parked, picked up by Malee (102)' }],
  ])('%s is told in its columns', (id, told) => {
    expect(of(id)).toMatchObject(told);
  });

  it('each call that a real PBX wrote down is in a row of its own, with a time and a word in each column that has few', () => {
    const words = wordsFor('en').calls.export;
    for (const [id] of real) {
      const row = of(id);
      expect(row?.time, id).toMatch(/^2026-11-2\d \d\d:\d\d:\d\d$/);
      expect(Object.values(words.directions), id).toContain(row?.direction);
      expect(Object.values(words.results), id).toContain(row?.result);
      expect(Object.values(words.recorded), id).toContain(row?.recorded);
      expect(row?.atMost === '' || row?.talkSeconds !== '', id).toBe(true);
      for (const seconds of [row?.ringSeconds, row?.talkSeconds, row?.waitedSeconds])
        expect(seconds, id).toMatch(/^\d*$/);
    }
  });

  it.each(noted.map(([note]) => note))('a note is what somebody wrote, and never a formula: %j', (note) => {
    const shown = of(note)?.note ?? '';
    // No XML and no terminal has these; a workbook's cell has 32,767 letters.
    const plain = note.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '');
    if (plain.length > 32_767) {
      expect(shown).toBe(`${plain.slice(0, 32_766)}…`);
      return;
    }
    const lines = (text: string) => kept(text).replace(/\r\n?/g, '\n');
    const marked = kind === 'csv' && /^[\s"'\u200b]*[=+\-@＝]|^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
    const grouped =
      kind === 'csv' && /^0\d+$/.test(plain) ? plain.replace(/(...)(...)(....)/, '$1 $2 $3') : marked;
    expect(lines(shown)).toBe(lines(grouped));
  });

  it('the tags of a note have a column of their own', () => {
    expect(of('#ด่วน #vip และ #late')?.tags).toBe('ด่วน, vip, late');
    expect(of('+1+1')?.tags).toBe('');
  });
});
