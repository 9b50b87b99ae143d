import { expect, test } from 'vitest';
import { parseRange, rangeHead } from '../../../app/recordings/ranges.ts';

const part = (from: number, to: number) => ({ kind: 'part', from, to });

test.each([
  [null, { kind: 'whole' }],
  ['bytes=0-', part(0, 1_000)],
  ['bytes=0-0', part(0, 1)],
  ['bytes=200-299', part(200, 300)],
  ['bytes=200-5000', part(200, 1_000)],
  ['BYTES = 999- ', part(999, 1_000)],
  ['bytes=-100', part(900, 1_000)],
  ['bytes=-5000', part(0, 1_000)],
  ['bytes=-0', { kind: 'unsatisfiable' }],
  ['bytes=1000-', { kind: 'unsatisfiable' }],
  ['bytes=1000-2000', { kind: 'unsatisfiable' }],
  // Invalid ones, other units and several ranges: the whole (RFC 9110, 14.2).
  ['bytes=300-200', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  ['bytes=', { kind: 'whole' }],
  ['bytes=0-1,5-9', { kind: 'whole' }],
  ['samples=0-1', { kind: 'whole' }],
  ['bytes=0x10-', { kind: 'whole' }],
  ['bytes=9999999999999999999999-', { kind: 'whole' }],
])('a player that asks for %s of 1,000 bytes gets what RFC 9110 says', (header, expected) => {
  expect(parseRange(header, 1_000)).toEqual(expected);
});

test('the answer names the bytes that follow, and is kept by nobody', () => {
  const { status, headers } = rangeHead(parseRange('bytes=200-299', 1_000), 1_000, 'audio/wav');
  expect(status).toBe(206);
  expect(headers).toEqual({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'Content-Length': '100',
    'Content-Range': 'bytes 200-299/1000',
    'Content-Type': 'audio/wav',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('an answer to the impossible says how long the recording is', () => {
  const { status, headers } = rangeHead(parseRange('bytes=1000-', 1_000), 1_000, 'audio/wav');
  expect(status).toBe(416);
  expect(headers['Content-Range']).toBe('bytes */1000');
});

test('without a range the whole comes with 200', () => {
  expect(rangeHead(parseRange(null, 1_000), 1_000, 'audio/wav')).toMatchObject({
    status: 200,
    from: 0,
    to: 1_000,
  });
});
