import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import type { DirectoryChoice } from '../../../app/contract/directory.ts';
import { eventually } from '../../support/eventually.ts';
import { issue } from '../../support/issue.ts';
import { inTis620, inUtf16, withMark } from '../contacts/files.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskWith } from './desk.ts';

const root = issue({ subject: 'Office root', authority: true });
const own = issue({ subject: 'web', names: ['DNS:localhost'], by: root });
const trust = root.cert;
const [hour, day] = [3_600_000, 24 * 3_600_000];
const people = (count: number) =>
  `Name,Phone\n${Array.from({ length: count }, (_, at) => `คนที่ ${at},${10_000 + at}`).join('\n')}\n`;

type Answer = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

/** A real https server that answers as it is told. */
async function server(first: Answer) {
  const tags: (string | undefined)[] = [];
  const at = { answer: first };
  const web = createServer(own, (request, response) => {
    tags.push(request.headers['if-none-match']);
    response.on('error', () => undefined);
    at.answer(response, request.headers);
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  onTestFinished(() => {
    web.closeAllConnections();
    web.close();
  });
  const place = web.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  const choice = (file = 'people.csv'): DirectoryChoice => ({
    from: 'web',
    address: `https://localhost:${port}/${file}`,
  });
  return { at, tags, choice };
}

const gives =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(200, headers).end(body);
const says =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end();
/** As servers do it: 304 for its tag, whole otherwise. */
const tagged =
  (tag: string, body: string): Answer =>
  (response, headers) =>
    headers['if-none-match'] === tag
      ? void response.writeHead(304).end()
      : void response.writeHead(200, { etag: tag }).end(body);

it.each(['"1"', 'W/"1"', 'W/"a, b"', 'unquoted', '"with space"'])(
  'what was kept is asked by its tag after a restart, and is there without a body: %s',
  async (tag) => {
    const folder = temporaryFolder();
    const { tags, choice } = await server(tagged(tag, people(30)));
    const first = await deskWith(choice(), { trust, folder });
    await eventually(() => expect(first.names()).toHaveLength(30));
    const later = await deskWith(choice(), { trust, folder, now: Date.UTC(2026, 10, 29) });
    await eventually(() => expect(tags).toEqual([undefined, tag]));
    await later.settled();
    expect([later.names().length, later.failure(), later.directory.view().at]).toEqual([
      30,
      null,
      Date.UTC(2026, 10, 29),
    ]);
  },
);

it.each(['"\u00e9"', `"${'x'.repeat(300)}"`, '"a\tb"', ''])(
  'a tag that no question can carry is not kept, and each question leaves: %j',
  async (etag) => {
    const { tags, choice } = await server((response) => {
      response.setHeader('etag', etag);
      response.writeHead(200).end(people(3));
    });
    const desk = await deskWith(choice(), { trust });
    await eventually(() => expect(desk.names()).toHaveLength(3));
    await desk.directory.refresh();
    expect([tags, desk.failure()]).toEqual([[undefined, undefined], null]);
  },
);

it('another address is asked for all of it; a 304 that nobody asked for is no answer, and no other address', async () => {
  const folder = temporaryFolder();
  const { at, tags, choice } = await server(tagged('"1"', people(30)));
  const desk = await deskWith(choice(), { trust, folder });
  await eventually(() => expect(desk.names()).toHaveLength(30));
  await desk.set({ directory: choice('other.csv') });
  await eventually(() => expect(desk.names()).toHaveLength(30));
  expect(tags).toEqual([undefined, undefined]);
  at.answer = says(304);
  await desk.set({ directory: choice('third.csv') });
  await eventually(() => expect(desk.failure()).toBe('directory-not-read'));
  expect([desk.names(), existsSync(path.join(folder, 'directory.json'))]).toEqual([[], false]);
});

it('where what was kept cannot be read any more, it is asked for all of it', async () => {
  const folder = temporaryFolder();
  const { tags, choice } = await server(tagged('"1"', people(30)));
  const first = await deskWith(choice(), { trust, folder });
  await eventually(() => expect(first.names()).toHaveLength(30));
  const file = path.join(folder, 'directory.json');
  const [head = ''] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, `${head}\n[{"name":1}]`);
  const later = await deskWith(choice(), { trust, folder, now: Date.UTC(2026, 10, 29) });
  await eventually(() => expect(later.names()).toHaveLength(30));
  expect(tags).toEqual([undefined, undefined]);
});

const page = (tag: string) =>
  `${tag}<title>Sign in</title>\n<p>Name,Phone</p>\nHelp desk,02 123 4567\nReception,02 123 4568\n`;
const table: readonly (readonly [what: string, answer: Answer, told: string])[] = [
  ['500', says(500), 'unreachable'],
  ['429', says(429, { 'retry-after': '3600' }), 'unreachable'],
  ['408', says(408), 'unreachable'],
  ['404', says(404), 'not-read'],
  ['204', says(204), 'not-read'],
  ['206, a part', (r) => void r.writeHead(206).end(people(30)), 'not-read'],
  ['to http', says(302, { location: 'http://localhost/people.csv' }), 'redirected'],
  ['to another host', says(301, { location: 'https://other.test/' }), 'redirected'],
  ['to itself for ever', says(307, { location: '/people.csv' }), 'redirected'],
  ['a choice', says(300), 'not-read'],
  ...[
    '<!DOCTYPE html>',
    '<html lang="th">',
    '\ufeff<html>',
    '<!-- portal -->\n<head>',
    '<script>x</script>',
    '<form>',
    '<div>',
    '\n\n <body>',
    'x\n<html>',
  ].map((begin) => [`a page, ${begin}`, gives(page(begin)), 'not-read'] as const),
  ['a page in UTF-16', gives(inUtf16(page('<!DOCTYPE html>'))), 'not-read'],
  ['a page that says it is a table', gives(page('<html>'), { 'content-type': 'text/csv' }), 'not-read'],
  ['words for people', gives('Sign in first.\nQuestions? Call 02 123 4567\n'), 'not-read'],
  ['JSON', gives('{"error":"sign in","call":"021234567"}'), 'not-read'],
  ['nothing, in UTF-16', gives(inUtf16('')), 'empty'],
  ['a heading, in UTF-16', gives(inUtf16('Name,Phone\r\n')), 'empty'],
  ['a heading, with a mark', gives(withMark('Name,Phone\r\n')), 'empty'],
  ['people without numbers', gives('Name,Phone\nA,\nB,\n'), 'empty'],
  [
    'half a vCard in UTF-16',
    gives(inUtf16('BEGIN:VCARD\r\nFN:A\r\nTEL:101\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:B\r\nTEL:1')),
    'half',
  ],
  [
    'a gzip of 100 MB',
    gives(gzipSync(Buffer.alloc(100 * 1024 * 1024, 'A,101\n')), { 'content-encoding': 'gzip' }),
    'too-large',
  ],
  ['a file that is packed', gives(gzipSync(people(30)), { 'content-type': 'application/gzip' }), 'not-read'],
  [
    'a body without an end',
    (response) => {
      const more = (): unknown =>
        response.destroyed || response.write('A,101\n'.repeat(100_000), () => more());
      more();
    },
    'too-large',
  ],
];

it.each(table)(
  'what comes instead of 30 people takes none of them away, and makes none: %s',
  async (_what, answer, told) => {
    const { at, choice } = await server(gives(people(30)));
    const desk = await deskWith(choice(), { trust });
    await eventually(() => expect(desk.names()).toHaveLength(30));
    at.answer = answer;
    await desk.pass(day);
    await eventually(() => expect(desk.failure()).toBe(`directory-${told}`));
    // By hand too: what is doubted by itself is taken then, and this is not.
    await desk.directory.refresh();
    expect(desk.failure()).toBe(`directory-${told}`);
    expect(desk.names()).toHaveLength(30);
    expect(readFileSync(path.join(desk.folder, 'directory.json'), 'utf8')).toContain('คนที่ 29');
    // It is tried again within the hour.
    at.answer = gives(people(31));
    await desk.pass(hour);
    await eventually(() => expect(desk.names()).toHaveLength(31));
    expect(desk.failure()).toBeNull();
  },
  60_000,
);

it.each([
  ['a wrong type', people(3), { 'content-type': 'text/html; charset=iso-8859-1' }],
  ['no type at all', people(3), {}],
  ['UTF-16', inUtf16(people(3)), { 'content-type': 'text/csv; charset=utf-8' }],
  ['TIS-620', inTis620(people(3)), { 'content-type': 'text/csv; charset=utf-8' }],
  ['packed on its way', gzipSync(people(3)), { 'content-encoding': 'gzip' }],
] as const)('people are read, whatever the server says of them: %s', async (_what, body, headers) => {
  const { choice } = await server(gives(body, headers));
  const { names } = await deskWith(choice(), { trust });
  await eventually(() => expect(names()).toEqual(['คนที่ 0', 'คนที่ 1', 'คนที่ 2']));
});

it('a trickle is not waited for once another address is set, and its end changes nothing', async () => {
  let trickling: ServerResponse | undefined;
  const slow = await server((response) => {
    response.writeHead(200).write('Name,Phone\nSlow,101\n');
    trickling = response;
  });
  const quick = await server(gives(people(3)));
  const desk = await deskWith({ from: 'none' }, { trust });
  void desk.set({ directory: slow.choice() });
  await eventually(() => expect(trickling).toBeDefined());
  await desk.set({ directory: quick.choice() });
  await eventually(() => expect(desk.names()).toHaveLength(3));
  expect(desk.directory.view().refreshing).toBe(false);
  trickling?.end('Later,102\n');
  await desk.pass(day);
  expect([desk.names().length, desk.failure()]).toEqual([3, null]);
});

it('two programs, each with its own profile, ask for themselves', async () => {
  const { tags, choice } = await server(tagged('"1"', people(30)));
  const [one, other] = await Promise.all([deskWith(choice(), { trust }), deskWith(choice(), { trust })]);
  await eventually(() => expect([one.names().length, other.names().length]).toEqual([30, 30]));
  await one.signIn(null);
  await other.directory.refresh();
  expect([other.names().length, tags]).toEqual([30, [undefined, undefined, '"1"']]);
});
