import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { DirectoryChoice } from '../../../app/contract/directory.ts';
import { eventually } from '../../support/eventually.ts';
import { type Issued, issue } from '../../support/issue.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskWith } from './desk.ts';

const root = issue({ subject: 'Office root', authority: true });
const own = issue({ subject: 'web', names: ['DNS:localhost'], by: root });
const csv = 'Name,Company,Phone\nสมชาย ใจดี,Example,102\nPloy,Example,103\n';
const many = (count: number) =>
  `Name,Phone\n${Array.from({ length: count }, (_, at) => `Person ${at},${10_000 + at}`).join('\n')}\n`;

/** A real https server, with what it was asked. */
async function server(certificate: Issued = own) {
  const asked: { readonly tag: string | undefined; readonly path: string }[] = [];
  const at = {
    /** What it answers; a text with a tag where it is one. */
    answer: csv as string | ((response: ServerResponse) => void),
    tag: '"1"',
  };
  const web = createServer(certificate, (request, response) => {
    const tag = request.headers['if-none-match'];
    asked.push({ tag, path: request.url ?? '' });
    if (typeof at.answer === 'function') return at.answer(response);
    if (tag === at.tag) return void response.writeHead(304).end();
    response.writeHead(200, { etag: at.tag, 'content-type': 'text/csv' }).end(at.answer);
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  onTestFinished(() => void web.close());
  const place = web.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  const choice: DirectoryChoice = { from: 'web', address: `https://localhost:${port}/people.csv?x=1` };
  return { at, asked, choice, close: () => web.closeAllConnections() };
}

const day = 24 * 3_600_000;
const trust = root.cert;

it('it is fetched once a day, asked by its tag, and kept for when it is not there', async () => {
  const { at, asked, choice } = await server();
  const folder = temporaryFolder();
  const first = await deskWith(choice, { trust, folder });
  await eventually(() => expect(first.names()).toEqual(['สมชาย ใจดี', 'Ploy']));
  expect(first.directory.nameOf('102')).toBe('สมชาย ใจดี');
  const since = first.directory.view().at ?? 0;
  await first.pass(day / 2);
  expect(asked).toHaveLength(1);
  await first.pass(day / 2);
  await eventually(() => expect(first.directory.view().at).toBe(since + day));
  expect(asked.map(({ tag }) => tag)).toEqual([undefined, '"1"']);
  expect(first.names()).toEqual(['สมชาย ใจดี', 'Ploy']);

  at.answer = (response) => void response.writeHead(500).end();
  const later = await deskWith(choice, { trust, folder, now: since + 3 * day });
  await eventually(() => expect(later.failure()).toBe('directory-unreachable'));
  expect(later.names()).toEqual(['สมชาย ใจดี', 'Ploy']);
  expect(later.directory.view().at).toBe(since + day);
  at.answer = 'Name,Phone\nNew,104\n';
  at.tag = '"2"';
  await later.directory.refresh();
  expect(later.names()).toEqual(['New']);
  expect(later.failure()).toBeNull();
  expect(asked.at(-1)?.tag).toBe('"1"');
});

it('is read anew by another version of the program, which may read more of the same file', async () => {
  const { asked, choice } = await server();
  const first = await deskWith(choice, { trust, version: '1.0.0' });
  await eventually(() => expect(first.names()).toEqual(['สมชาย ใจดี', 'Ploy']));
  const { folder } = first;
  const same = await deskWith(choice, { trust, folder, version: '1.0.0' });
  await eventually(() => expect(same.names()).toEqual(['สมชาย ใจดี', 'Ploy']));
  await same.settled();
  expect(asked).toHaveLength(1);
  const newer = await deskWith(choice, { trust, folder, version: '1.1.0' });
  await eventually(() => expect(asked).toHaveLength(2));
  // With its tag, the server would say that nothing has changed.
  expect(asked.at(-1)?.tag).toBeUndefined();
  await newer.settled();
  await newer.pass(day);
  await eventually(() => expect(asked.at(-1)?.tag).toBe('"1"'));
});

type Bad = readonly [what: string, answer: string | ((response: ServerResponse) => void), told: string];
const bad: readonly Bad[] = [
  ['another address', (r) => void r.writeHead(302, { location: 'https://other.test/' }).end(), 'redirected'],
  ['a password', (r) => void r.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(), 'password'],
  ['not allowed', (r) => void r.writeHead(403).end(), 'password'],
  ['not there', (r) => void r.writeHead(404).end(csv), 'not-read'],
  ['broken', (r) => void r.writeHead(503).end(), 'unreachable'],
  ['a 304 that nobody asked for', (r) => void r.writeHead(304).end(), 'empty-or-same'],
  ['a sign-in page', '<!DOCTYPE html><html><body>Name, Phone, 0812345678</body></html>', 'not-read'],
  ['a workbook', 'PK\u0003\u0004 and more', 'not-read'],
  ['no table', 'just some words\nand more of them\n', 'not-read'],
  ['nothing', '', 'empty'],
  ['a heading only', 'Name,Phone\n', 'empty'],
  ['nobody with a number', 'Name,Phone\nSomchai,\n', 'empty'],
  ['a vCard without its end', 'BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL:101\n', 'half'],
  ['half of what was there', many(10), 'fewer'],
  ['more people than anybody has', many(50_001), 'too-large'],
  [
    'less than it says',
    (r) => void r.writeHead(200, { 'content-length': '500' }).write(csv, () => r.destroy()),
    'half-or-lost',
  ],
  ['a hang-up', (r) => void r.destroy(), 'unreachable'],
];

it.each(bad)('what comes instead is told, and takes nobody away: %s', async (_what, answer, told) => {
  const { at, choice } = await server();
  at.answer = many(40);
  const { directory, names, failure, pass, folder } = await deskWith(choice, { trust });
  await eventually(() => expect(names()).toHaveLength(40));
  at.answer = answer;
  at.tag = '"other"';
  await pass(day);
  if (told === 'empty-or-same') expect(failure()).toBeNull();
  else
    await eventually(() =>
      expect(failure()).toMatch(
        told === 'half-or-lost' ? /^directory-(half|unreachable)$/ : new RegExp(`^directory-${told}$`),
      ),
    );
  expect(names()).toHaveLength(40);
  expect(directory.nameOf('10039')).toBe('Person 39');
  expect(readFileSync(path.join(folder, 'directory.json'), 'utf8')).toContain('Person 39');
});

it('what is doubted by itself is taken where the person refreshes; what is empty never is', async () => {
  const { at, choice } = await server();
  at.answer = many(40);
  const { directory, names, failure, pass } = await deskWith(choice, { trust });
  await eventually(() => expect(names()).toHaveLength(40));
  at.answer = many(10);
  at.tag = '"2"';
  await pass(day);
  await eventually(() => expect(failure()).toBe('directory-fewer'));
  await directory.refresh();
  expect(names()).toHaveLength(10);
  expect(failure()).toBeNull();
  at.answer = '';
  at.tag = '"3"';
  await directory.refresh();
  expect(failure()).toBe('directory-empty');
  expect(names()).toHaveLength(10);
});

it('50,000 people come whole', async () => {
  const { at, choice } = await server();
  at.answer = many(50_000);
  const { directory, names } = await deskWith(choice, { trust });
  await eventually(() => expect(names()).toHaveLength(50_000));
  expect(directory.nameOf('59999')).toBe('Person 49999');
});

it.each([
  ['unknown', own, undefined],
  ['name', issue({ subject: 'web', names: ['DNS:other.test'], by: root }), trust],
  ['expired', issue({ subject: 'web', names: ['DNS:localhost'], by: root, from: -20, to: -5 }), trust],
  ['not-yet', issue({ subject: 'web', names: ['DNS:localhost'], by: root, from: 5 }), trust],
] as const)('a bad certificate is told apart, before a question is asked: %s', async (told, shows, by) => {
  const { asked, choice } = await server(shows);
  const { failure } = await deskWith(choice, by === undefined ? {} : { trust: by });
  await eventually(() => expect(failure()).toBe(`directory-certificate-${told}`));
  expect(asked).toEqual([]);
});

it('no encryption stops everything before a question is asked', async () => {
  const plain = await deskWith({ from: 'web', address: 'http://intranet.test/people.csv' }, {});
  await eventually(() => expect(plain.failure()).toBe('directory-plain'));
  const meant = await deskWith({
    from: 'web',
    address: 'http://intranet.invalid/people.csv',
    allowPlain: true,
  });
  await eventually(() => expect(meant.failure()).toBe('directory-unreachable'));
});

it('signing out removes what was kept; so does another directory, and none', async () => {
  const { choice } = await server();
  const other = await server();
  other.at.answer = 'Name,Phone\nOther,105\n';
  const { names, set, signIn, folder } = await deskWith(choice, { trust });
  const kept = path.join(folder, 'directory.json');
  await eventually(() => expect(existsSync(kept)).toBe(true));
  await set({ directory: other.choice });
  await eventually(() => expect(names()).toEqual(['Other']));
  await eventually(() => expect(readFileSync(kept, 'utf8')).not.toContain('Ploy'));
  await signIn(null);
  expect(existsSync(kept)).toBe(false);
  expect(names()).toEqual([]);
  await signIn('102');
  await eventually(() => expect(existsSync(kept)).toBe(true));
  await set({ directory: { from: 'none' } });
  expect(existsSync(kept)).toBe(false);
  expect(names()).toEqual([]);
});

it('a kept file that was cut or written by another is not shown, and is fetched anew', async () => {
  const { choice } = await server();
  for (const text of ['', '{}', '{"source":"x","tag":null,"at":1}\n[]', 'x\ny', '{"source":"x"']) {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'directory.json'), text);
    const { names } = await deskWith(choice, { trust, folder });
    await eventually(() => expect(names(), text).toEqual(['สมชาย ใจดี', 'Ploy']));
  }
});

it('a file in a folder is read: a table in an encoding of before, or vCards; one that is not there is told', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'people.vcf');
  writeFileSync(
    file,
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:พลอย\r\nORG:Example;Sales\r\nTEL;TYPE=CELL:0812345678\r\nEND:VCARD\r\n',
  );
  const { directory, names, failure, settled } = await deskWith({ from: 'file', path: file });
  await eventually(() => expect(names()).toEqual(['พลอย']));
  expect(directory.people()).toEqual([
    {
      name: 'พลอย',
      company: 'Example, Sales',
      also: '',
      numbers: [{ number: '0812345678', label: 'mobile' }],
    },
  ]);
  const gone = await deskWith({ from: 'file', path: path.join(folder, 'nowhere.csv') });
  await eventually(() => expect(gone.failure()).toBe('directory-not-read'));
  const pipe = await deskWith({ from: 'file', path: folder });
  await eventually(() => expect(pipe.failure()).toBe('directory-not-read'));
  await settled();
  expect(failure()).toBeNull();
});
