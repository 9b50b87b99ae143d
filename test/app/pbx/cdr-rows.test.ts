import { describe, expect, test } from 'vitest';
import type { CdrRecord } from '../../../app/cdr/record.ts';
import { readCdrReply } from '../../../app/pbx/cdr-rows.ts';
import { readReply } from '../../../app/pbx/replies.ts';
import type { CutterBounds } from '../../../app/pbx/row-cutter.ts';
import { TransportError } from '../../../app/pbx/transport.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';
import { gather } from './pbx-under-test.ts';

const asIs = (text: string) => text;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const html = 'text/html; charset=UTF-8';

interface Sent {
  readonly status?: number;
  readonly type?: string;
  /** How many bytes come at a time, in turn. */
  readonly pieces?: readonly number[];
  readonly bounds?: Partial<CutterBounds>;
}

function read(body: Uint8Array, { status = 200, type = html, pieces = [64_000], bounds = {} }: Sent = {}) {
  async function* cut(): AsyncGenerator<Uint8Array> {
    for (let at = 0, turn = 0; at < body.length; turn++) {
      const size = Math.max(1, pieces[turn % pieces.length] ?? 1);
      yield body.subarray(at, at + size);
      at += size;
    }
  }
  return readCdrReply({ status, headers: { 'content-type': type }, body: cut() }, gather, asIs, bounds);
}

/** What the same reply says when it is parsed as a whole. */
function readWhole(body: Uint8Array, { status = 200, type = html }: Sent = {}) {
  const reply = readReply({ status, headers: { 'content-type': type }, body }, asIs);
  if (!reply.ok) return { failure: reply.failure.code, message: reply.failure.message };
  const rows = rowsIn(reply.value.value);
  return rows === null ? { failure: 'not-this-api', message: undefined } : { rows };
}

const isRow = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

function rowsIn(value: unknown): unknown[] | null {
  if (value === undefined || value === null || value === false || value === '') return [];
  if (typeof value !== 'object') return null;
  const isList = Array.isArray(value) || Object.keys(value).every((name) => /^\d+$/.test(name));
  const list = Object.values(value);
  const isOfRows = list.some(isRow) || list.every((one) => one === null || one === false);
  // What is no row counts as one of which nothing is known.
  return isList && isOfRows ? list.map((one) => (isRow(one) ? one : {})) : null;
}

async function readInPieces(body: Uint8Array, sent: Sent = {}) {
  const reply = await read(body, sent);
  return reply.ok
    ? { rows: reply.value.rows.all }
    : { failure: reply.failure.code, message: reply.failure.message };
}

const row = { uniqueid: '1.2', billsec: 3, dst: null, cnam: 'โทร "}{][\\' };
const text = (value: unknown, more: object = {}) => JSON.stringify({ success: true, ...more, value });

const replies: readonly string[] = [
  ...[undefined, null, false, '', [], {}, [row], [row, row], { 0: row, 4: row }].map((value) => text(value)),
  // What is no row among rows.
  ...[null, false, true, 0, -1.5e3, '', 'a "}],{[" \\', [], [[1], [row]], [{ value: [row] }]].flatMap((odd) =>
    [[odd, row], [row, odd], [row, odd, odd, row], { 0: row, 7: odd }, { 0: odd, 7: row }].map((value) =>
      text(value),
    ),
  ),
  ...[[null], [false], [null, null, false], { 3: null }].map((value) => text(value)),
  // What is no list of rows.
  ...[
    'none found',
    7,
    true,
    { total: 1 },
    [[1, 2]],
    ['none'],
    [1, null],
    [[]],
    [[row]],
    { 0: row, more: row },
  ].map((value) => text(value)),
  ...[
    { 0: row, more: 5 },
    { 0: row, more: null, 1: row },
    { 0: [row] },
    { 0: 'none' },
    { '-1': row },
    [{ value: [row] }],
  ].map((value) => text(value)),
  ...[
    '[{},nul]',
    '[{},null null]',
    '[nothing]',
    '[{},-]',
    '[{} null]',
    '[null,]',

    '[,{}]',
    '[1e]',
  ].map((value) => `{"success":true,"value":${value}}`),
  JSON.stringify({ value: [row], success: true, msg: 'behind the rows' }),
  JSON.stringify({ success: false, msg: 'No right to <b>see</b> them', value: [row, row] }),
  JSON.stringify({ success: false, msg: 'An odd list', value: [row, 1] }),
  JSON.stringify({ success: 'maybe', value: [row] }),
  JSON.stringify({ success: null, value: { 0: row, more: 5 }, msg: 1 }),
  JSON.stringify({ error: { code: 7 }, value: [row] }),
  JSON.stringify({ data: { success: true, value: [row] } }),
  JSON.stringify({ success: true, old: { value: [row, row, row] }, value: [row] }),
  JSON.stringify({ success: true, value: [row], old: { value: [row, row, row] } }),
  JSON.stringify({ success: true, msg: 'says "value":[{"a":1}]', 'my"value': [row], value: [row] }),
  JSON.stringify([{ success: true, value: [row] }]),
  JSON.stringify('{"success":true,"value":[{}]}'),
  JSON.stringify({ success: true, value: [row] }, null, 3),
  JSON.stringify({ success: true, value: { 3: row, 5: row } }, null, '\t'),
  `\ufeff\ufeff \n${text([row])}\n\n`,
  `<br />\n<b>Warning</b>: Undefined array key "value" in {x} on line <b>1</b>\n${text([row, row])}`,
  `Notice: "value": [{"a":1}] and "value":{"1":{"b":2}} in /x.php\n${text([row])}`,
  `${text([row])}<br>Deprecated: {a}`,
  `${text([row])}${text([row])}`,
  `${text([row])}{"success":false}`,
  `<!DOCTYPE html><title>x</title>${text([row])}`,
  `<script>var state = ${text([row])};</script>`,
  '<html><body>Log in</body></html>',
  '{"success":true,"value":[{"a":1},]}',
  '{"success":true,"value":[,{"a":1}]}',
  '{"success":true,"value":[{"a":1}{"a":2}]}',
  '{"success":true,"value":[{"a":1},,{"a":2}]}',
  '{"success":true,"value":[{"a":01}]}',
  '{"success":true,"value":[{a:1},{"success":true}]}',
  '{"success":true,"value":[{"a":[}]}',
  '{"success":true,"value":{"0":{"a":1},}}',
  '{"success":true,"value":{"0":{"a":1} "1":{"a":1}}}',
  '{"success":true,"value":{0:{"a":1}}}',
  '{"success":true,"value":[{"a":1}}',
  '{"success":true,"value":"value":[{"a":1}]}',
  '{"success":true,"value":[{"a":"x\\"}",\n"b":{"value":[{"c":"}"}]}} , {} ]}',
  'null',
  '"success"',
  '',
];

const broken = { failure: 'broken off', message: undefined };
const brokenOff = (error: unknown) => {
  if (error instanceof TransportError && error.code === 'no-reply') return broken;
  throw error;
};

test('a reply that ends among its rows was broken off, and came from no other API', async () => {
  for (const value of [[row, row], { 3: row, 5: row }]) {
    for (const space of [undefined, 1]) {
      const whole = `<br />Warning: {x}\n${JSON.stringify({ success: true, value }, null, space)}`;
      const [begin, end] = [
        whole.indexOf('{', whole.indexOf('"value"') + 12),
        whole.lastIndexOf('}', whole.length - 2),
      ];
      for (let at = begin + 1; at < whole.length; at++) {
        const said = await readInPieces(bytesOf(whole.slice(0, at)), { pieces: [3] }).catch(brokenOff);
        // Behind the last row there is no telling what is still to come.
        if (at < end) expect([at, said]).toEqual([at, broken]);
        else expect(said === broken || 'failure' in said).toBe(true);
      }
      expect(await readInPieces(bytesOf(whole))).toHaveProperty('rows');
    }
  }
  for (const status of [401, 500])
    expect(await readInPieces(bytesOf(text([row]).slice(0, 30)), { status })).toHaveProperty('failure');
  const page = bytesOf(`<html>"value":[{"a":1}] ${text([row])}`);
  expect(await readInPieces(page)).toMatchObject({ failure: 'not-this-api' });
});

describe('a reply that is read while it comes says what it says as a whole', () => {
  test.each(replies)('%j', async (reply) => {
    const body = bytesOf(reply);
    const whole = readWhole(body);
    for (const size of [1, 2, 3, 7, 64_000])
      expect(await readInPieces(body, { pieces: [size] })).toEqual(whole);
    // Wherever it is cut off.
    for (let end = 0; end < body.length; end += 3)
      expect([readWhole(body.subarray(0, end)), broken]).toContainEqual(
        await readInPieces(body.subarray(0, end), { pieces: [5] }).catch(brokenOff),
      );
  });

  test('under any status, in any charset', async () => {
    for (const status of [200, 201, 204, 302, 400, 401, 404, 407, 429, 500]) {
      for (const reply of [
        text([row]),
        JSON.stringify({ success: false, msg: 'no', value: [row] }),
        '<html>',
      ])
        expect(await readInPieces(bytesOf(reply), { status })).toEqual(readWhole(bytesOf(reply), { status }));
    }
    const thai = Uint8Array.from([
      ...bytesOf('{"success":true,"value":[{"cnam":"'),
      0xe2,
      ...bytesOf('"}]}'),
    ]);
    const wide = new Uint8Array(Buffer.from(`\ufeff${text([row])}`, 'utf16le'));
    for (const [body, type] of [
      [thai, 'text/html; charset=TIS-620'],
      [thai, 'text/html; charset="no-such"'],
      [wide, 'application/json'],
      [bytesOf(text([row])), 'text/html; charset=utf-16'],
    ] as const)
      expect(await readInPieces(body, { type, pieces: [1, 2] })).toEqual(readWhole(body, { type }));
  });

  test('whatever it is, and wherever the network cuts it', async () => {
    const columns = fc.dictionary(
      fc.string({ unit: anyCharacter, maxLength: 5 }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const value = fc.oneof(
      fc.array(columns, { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^\d{1,2}$/), columns),
      fc.jsonValue(),
    );
    const json = fc
      .record({ success: fc.constantFrom(true, false, '1', 0, null), value, msg: fc.jsonValue() })
      .map((reply) => JSON.stringify(reply));
    const signs = [
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ':',
      ',',
      '"value"',
      '"value":[{',
      '"0"',
      ' ',
      'ก',
      text([row]),
    ];
    const noise = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((pieces) => pieces.join(''));
    const body = fc.tuple(noise, json, noise, fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async ([before, reply, behind, isPure], pieces) => {
          const sent = bytesOf(isPure ? reply : `${before}${reply}${behind}`);
          const said = await readInPieces(sent, { pieces }).catch(brokenOff);
          if (said === broken) {
            expect(isPure).toBe(false);
            return;
          }
          if (isPure) expect(said).toEqual(withoutProtos(readWhole(sent)));
          else expect('failure' in said || said.rows.every(isRow)).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

function withoutProtos(said: ReturnType<typeof readWhole>) {
  if (!('rows' in said)) return said;
  const plain = (one: unknown) =>
    Object.fromEntries(Object.entries(one as CdrRecord).filter(([column]) => column !== '__proto__'));
  return { rows: said.rows?.map(plain) };
}

test('a column named __proto__ is left out', async () => {
  const { rows } = (await readInPieces(
    bytesOf('{"success":true,"value":[{"__proto__":{"dst":"191"},"src":"101"}]}'),
  )) as { rows: CdrRecord[] };
  expect(rows).toEqual([{ src: '101' }]);
  expect(Object.assign({}, rows[0])).not.toHaveProperty('dst');
});

describe('no reply fills the memory', () => {
  test('by a row that does not end', async () => {
    const endless = bytesOf(`{"success":true,"value":[{"a":1},{"a":"${'x'.repeat(5_000)}`);
    await expect(read(endless, { bounds: { row: 4_000 } })).rejects.toThrow('a row longer than 4000');
    const long = { a: 'x'.repeat(3_000) };
    expect(await readInPieces(bytesOf(text([long, long, long])), { bounds: { row: 4_000 } })).toEqual({
      rows: [long, long, long],
    });
    const nested = bytesOf(`{"success":true,"value":[${'{"a":'.repeat(5_000)}`);
    await expect(read(nested, { bounds: { row: 4_000 } })).rejects.toThrow('a row longer than 4000');
  });

  test('by rows without number', async () => {
    const many = bytesOf(text(Array.from({ length: 101 }, () => ({}))));
    await expect(read(many, { bounds: { rows: 100 } })).rejects.toThrow('more than 100 rows');
  });

  test('by what is no row: it is no reply of this API then, and its status still counts', async () => {
    const bounds = { rest: 4_000 };
    const noise = (length: number) => bytesOf(`Notice: ${'x'.repeat(length)}\n${text([row])}`);
    expect(await readInPieces(noise(3_000), { bounds })).toEqual({ rows: [row] });
    const page = noise(5_000);
    expect(await readInPieces(page, { bounds })).toMatchObject({ failure: 'not-this-api' });
    expect(await readInPieces(page, { bounds, status: 401 })).toMatchObject({ failure: 'unauthorised' });
  });

  test('by white space, which is passed over', async () => {
    const spaces = `${' \n\t'.repeat(20_000)}`;
    const body = bytesOf(
      `${spaces}{"success"${spaces}:true,${spaces}"value"${spaces}:[${spaces}{},{}]${spaces}}`,
    );
    for (const pieces of [[1], [64_000]])
      expect(await readInPieces(body, { pieces, bounds: { rest: 1_000 } })).toEqual({ rows: [{}, {}] });
  });

  test('by nesting: brackets a million deep are no reply', async () => {
    for (const bomb of ['['.repeat(1_000_000), '{"a":'.repeat(300_000)])
      expect(await readInPieces(bytesOf(bomb))).toMatchObject({ failure: 'not-this-api' });
    const inRow = bytesOf('{"value":['.repeat(50_000));
    expect(await readInPieces(inRow).catch(brokenOff)).toBe(broken);
    const deep = `{"success":true,"value":[{"a":${'['.repeat(400_000)}}]}`;
    expect(await readInPieces(bytesOf(deep))).toMatchObject({ failure: 'not-this-api' });
  });
});
