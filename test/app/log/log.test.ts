import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, fullFile, logFile } from '../../../app/log/log.ts';
import { secretsOf, tokenOf } from '../../../app/pbx/authentication.ts';
import { fc } from '../../support/property.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A log in a folder of its own. */
function openLog(folder = path.join(temporaryFolder(), 'logs')) {
  const printed: string[] = [];
  const { log, hide } = createLog({ folder: () => folder, print: (line) => printed.push(line) });
  const read = (name = logFile) => readFileSync(path.join(folder, name), 'utf8');
  /** What became of a line, without its time. */
  const logged = (line: string) => {
    writeFileSync(path.join(folder, logFile), '');
    log(line);
    return read()
      .replace(/^.{19} [+-]\d\d:\d\d /, '')
      .trimEnd();
  };
  mkdirSync(folder, { recursive: true });
  return { log, hide, folder, printed, read, logged };
}

describe('a log that others could read', () => {
  it('is closed to them, with its folder', () => {
    const { log, folder } = openLog();
    const file = path.join(folder, logFile);
    writeFileSync(file, '');
    chmodSync(file, 0o666);
    chmodSync(folder, 0o777);
    log('x');
    expect([file, folder].map((one) => statSync(one).mode & 0o777)).toEqual([0o600, 0o700]);
  });
});

const json = JSON.stringify;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const form = (text: string) => new URLSearchParams({ q: text }).toString().slice(2);

type Text = (text: string) => string;
/** Every way in which a secret may come into the text of an error. */
const ways: Readonly<Record<string, Text>> = {
  plain: (text) => text,
  'percent-encoded': (text) => encodeURIComponent(text),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'a form': form,
  'all of it percent-encoded': (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  JSON: (text) => json(text).slice(1, -1),
  'JSON in JSON': (text) => json(json(text)).slice(2, -2),
  'escaped JSON': (text) =>
    text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'a Buffer': (text) => Buffer.from(text).toString('hex').replace(/../g, '$& '),
  'UTF-16': (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  Base64: base64,
  'Base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'Base64 of a longer text': (text) => base64(`a${text}b`),
  'Base64 of a text that is longer by another third': (text) => base64(`ab${text}`),
  'Base64, percent-encoded': (text) => encodeURIComponent(base64(text)),
};

const latin = fc.string({ unit: fc.constantFrom(...'abcXYZ059+/=:&%"\\ -_.'), minLength: 6, maxLength: 24 });
const secret = fc
  .oneof(latin, fc.string({ unit: 'grapheme', minLength: 6, maxLength: 24 }))
  .map((text) => text.trim())
  // Neither a text that the log itself writes, nor one that two characters tell.
  .filter((text) => new Set(text).size > 3 && !'[secret][number][address]'.includes(text.toLowerCase()));
const around = fc.constantFrom('', ' ', '"', '=', '/', ': ', 'at ', '?token=', '&x=', '(');

describe('no secret comes into the log', () => {
  it.each(Object.entries(ways))('as %s', (way, disguise) => {
    const { hide, logged } = openLog();
    fc.assert(
      fc.property(secret, secret, around, around, (apiKey, apiSecret, before, after) => {
        fc.pre(!apiKey.includes(apiSecret) && !apiSecret.includes(apiKey));
        const account = { apiKey, apiSecret };
        hide(...secretsOf(account));
        for (const planted of [apiKey, apiSecret, tokenOf(account)]) {
          // UTF-16 is hidden where it can be read: letters of the alphabet.
          fc.pre(way !== 'UTF-16' || /^[\x20-\x7e]+$/.test(planted));
          const line = logged(`failed ${before}${disguise(planted)}${after} there`);
          expect(line).toMatch(/^failed /);
          expect(line).toContain('[secret]');
          expect(line).not.toContain(planted);
          expect(line).not.toContain(disguise(planted));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('where it is shorter than four characters it is no secret, and words stay readable', () => {
    const { hide, logged } = openLog();
    hide('on', '');
    expect(logged('not on this connection')).toBe('not on this connection');
  });

  it('also after others were named: each part of the program knows its own', () => {
    const { hide, logged } = openLog();
    const all = ['demo-secret', 'p@ss wörd/"1', 'directory;pass'];
    for (const one of all) hide(one);
    hide(all[0] ?? '');
    for (const one of all)
      for (const disguise of Object.values(ways).filter((way) => way !== ways['UTF-16']))
        expect(logged(`failed ${disguise(one)} there`)).toMatch(/^failed \W*\[secret\]\W* there$/);
  });

  it.each([
    'somchai:hush@proxy:3128',
    'via somchai:hush@proxy.example.com:3128, then',
    'proxy=somchai:hush@10.0.0.1:3128',
    '"somchai:hush@[::1]:3128"',
    'PROXY somchai:h@u/sh@proxy:3128; DIRECT',
    '//somchai:hush@proxy:3128/',
    '(somchai:%68ush@proxy)',
    '{"directoryPassword":"hush"}',
    '{"proxyPassword": "hu\\"sh, hush", "b": 1}',
    String.raw`{\"directoryPassword\":\"hush hush\"}`,
    String.raw`{\\"directory_password\\":\\"hush hush\\"}`,
    "directory-password: 'hush hush'",
    'bindPassword=hush',
    'PROXY_PASSWD=hush&x',
    '{"x-api-key":"hush"}',
    'accessToken: "hush',
  ])('a name and password before a host, or what is called a secret, however: %s', (line) => {
    const { logged } = openLog();
    expect(logged(`a ${line} b`)).toContain('[secret]');
    expect(logged(`a ${line} b`)).not.toMatch(/hush|sh@|h@u|68ush|hu\\/);
  });

  it.each([
    'at f (/opt/app/node_modules/@scope/part/index.js:1:23)',
    'at file:///a/node_modules/@scope/x',
    'signed in: yes',
    'the password: none',
  ])('what is none stays: %s', (line) => {
    const { logged } = openLog();
    expect(logged(line).replace('file://[address]', 'file')).not.toContain('@[secret]');
    expect(logged(line)).toContain(line.slice(0, 6));
  });

  it('what looks like one is taken out unknown', () => {
    const { logged } = openLog();
    expect(logged('Authorization: Basic ZGVtby1rZXk6ZGVtbw==, then')).not.toContain('ZGVt');
    expect(logged('{"apiSecret":"hunter2 x","b":1}')).toBe('{"apiSecret":[secret],"b":1}');
    expect(logged('token=abc; password: xyz')).toBe('token=[secret]; password: [secret]');
    expect(logged('profile 0b5ad1f2-8d9e-4a7d-9c55-1f2e3d4c5b6a lost')).toBe('profile [secret] lost');
    expect(logged('Invalid URL: https://me:you@pbx.example:4433/pbxws.php?token=x y')).toBe(
      'Invalid URL: https://[address] y',
    );
  });
});

it.each([
  ["EACCES: permission denied, open '/home/somchai/.config/x/notes.json'", "open '~/.config/x/notes.json'"],
  ["EPERM: open 'C:\\Users\\Somchai Jaidee\\AppData\\x.json'", "open '~\\AppData\\x.json'"],
  [String.raw`{"file":"C:\\Users\\สมชาย\\x"}`, String.raw`{"file":"~\\x"}`],
  ['at file:///Users/somchai/x.js:1:2', 'at file:~/x.js:1:2'],
  ['ENOENT: /home/somchai and no more', 'ENOENT: ~ and no more'],
])('whose folder it was is not told: %s', (line, told) => {
  const { logged } = openLog();
  expect(logged(line)).toContain(told);
  expect(logged(line)).not.toMatch(/somchai|jaidee|สมชาย/i);
});

describe("nobody's number comes into the log", () => {
  const groups = fc.array(fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 4 }), {
    minLength: 3,
    maxLength: 5,
  });
  const separator = fc.constantFrom(' ', '-', '.', '', '  ', ') ', '\u00a0', '\u2013', '%20', '/');

  it('however it is written', () => {
    const { logged } = openLog();
    fc.assert(
      fc.property(groups, separator, fc.constantFrom('', '+', '*72', 'tel:', 'sip:'), (parts, by, before) => {
        fc.pre(parts.join('').length >= 7);
        const line = logged(`could not call "${before}${parts.join(by)}" now`);
        expect(line.replace('%20', '')).not.toMatch(/\d\d/);
        expect(line).toMatch(/^could not call ".*\[number\].*" now$/);
      }),
    );
    expect(logged('โทร ๐๘๑ ๒๓๔ ๕๖๗๘ ไม่ได้')).toBe('โทร [number] ไม่ได้');
  });

  it('while a release, a code, and the place of an error stay', () => {
    const { logged } = openLog();
    for (const line of [
      'started: 0.1.0 on linux x64, Electron 45.4.1',
      'notes not written: ENOSPC',
      'TypeError: x is no function\n        at serve (/opt/promptCall Companion/resources/app.asar/out/main.cjs:1:234567)',
      'at node:internal/process/task_queues:105:51234',
      'at app://companion/assets/index.js:12:34567',
    ])
      expect(logged(line.replace(/\n {4}/g, '\n'))).toBe(line);
  });
});

describe('the file', () => {
  it('can be read by its owner only, and begins anew when it is full', () => {
    const { log, folder, read } = openLog();
    const line = 'not done. '.repeat(300);
    for (let size = 0; size < 2.5 * fullFile; size += line.length) log(line);
    expect(readdirSync(folder).sort()).toEqual(['companion.log', 'companion.old.log']);
    for (const name of readdirSync(folder)) {
      const { mode, size } = statSync(path.join(folder, name));
      expect(mode & 0o777).toBe(0o600);
      expect(size).toBeLessThan(fullFile + 10_000);
    }
    log('the last one');
    expect(read()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d the last one$/m);
  });

  it('holds a line for a line, whatever is in it, and nothing endless', () => {
    const { logged, printed } = openLog();
    expect(logged('one\ntwo\r\nthree\u001b[2Jfour\u0007')).toBe('one\n    two\n    three [2Jfour');
    expect(logged('100 % of %s %d %%')).toBe('100 % of %s %d %%');
    expect(logged('x '.repeat(50_000)).length).toBeLessThan(5_000);
    expect(printed[1]).toBe('100 % of %s %d %%');
  });

  it.each([
    ['a full disk', (folder: string) => symlinkSync('/dev/full', path.join(folder, logFile))],
    ['a folder in its place', (folder: string) => mkdirSync(path.join(folder, logFile))],
  ])('%s stops nothing, and a terminal still has each line', (_what, spoil) => {
    const folder = path.join(temporaryFolder(), 'logs');
    mkdirSync(folder);
    spoil(folder);
    const { log, printed } = openLog(folder);
    log('first');
    log('second');
    expect(printed).toEqual(expect.arrayContaining(['first', 'second']));
  });

  it('a folder that cannot be made, or not be named, stops nothing', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    createLog({ folder: () => path.join(file, 'logs'), print }).log('first');
    const unknown = () => {
      throw new Error('Failed to get the path');
    };
    createLog({ folder: unknown, print }).log('second');
    createLog({ folder: unknown, print: null }).log('third');
    expect(printed).toEqual(expect.arrayContaining(['first', 'second']));
  });
});

it('nothing in the program prints by itself, past the log: only an answer to whoever started it', () => {
  const app = path.resolve(import.meta.dirname, '../../../app');
  const printing = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      name.endsWith('.ts') &&
      /\bconsole\.|process\.std(?:out|err)/.test(readFileSync(path.join(app, name), 'utf8')),
  );
  expect(printing.sort()).toEqual(['electron/instances.ts', 'electron/log.ts']);
});

it('waits for nobody to read a pipe in its place', () => {
  const { log, folder } = openLog();
  execFileSync('mkfifo', [path.join(folder, logFile)]);
  log('nobody reads this');
  expect(statSync(path.join(folder, logFile)).isFIFO()).toBe(true);
});
