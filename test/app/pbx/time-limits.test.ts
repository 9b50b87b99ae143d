import { describe, expect, onTestFinished, test } from 'vitest';
import { createPbx } from '../../../app/pbx/client.ts';
import { defaultLimits } from '../../../app/pbx/limits.ts';
import { fullBacklog } from '../../support/full-backlog.ts';
import { accountAt, gather, transportsForTest, underTest } from './pbx-under-test.ts';

const long = 30_000;

describe('nobody waits for ever', () => {
  test('for a connection, and then nothing was sent', async () => {
    const { port, close } = await fullBacklog();
    onTestFinished(close);
    const pbx = createPbx({
      ...transportsForTest(),
      account: accountAt(`http://127.0.0.1:${port}`),
      limits: { connect: 200, firstByte: long, whole: long },
    });
    const late = { ok: false, failure: { code: 'timed-out', details: 'connecting' } };
    expect(await pbx.dial({ tel: '102' })).toEqual(late);
    expect(await pbx.check(new Date())).toEqual(late);
  });

  test('for the first byte', async () => {
    const { standIn, pbx } = await underTest({ limits: { connect: long, firstByte: 200, whole: long } });
    standIn.fault('*', { kind: 'hang' });
    const details = 'waiting for the reply';
    expect(await pbx.dial({ tel: '102' })).toMatchObject({ failure: { cause: 'timed-out', details } });
    expect(await pbx.check(new Date())).toMatchObject({ failure: { code: 'timed-out', details } });
  });

  test.each(['drip', 'stall-mid-reply'] as const)('for the rest of a reply: %s', async (kind) => {
    const { standIn, pbx } = await underTest({ limits: { connect: long, firstByte: long, whole: 400 } });
    standIn.fault('*', { kind, everyMs: 150 });
    const details = 'reading the reply';
    expect(await pbx.dial({ tel: '102' })).toMatchObject({ failure: { cause: 'timed-out', details } });
    expect(await pbx.check(new Date())).toMatchObject({ failure: { code: 'timed-out', details } });
  });

  test('and the limits that hold by default leave each step its share', () => {
    for (const { connect, firstByte, whole, bytes } of Object.values(defaultLimits)) {
      expect(connect).toBeLessThan(firstByte);
      expect(firstByte).toBeLessThan(whole);
      expect(bytes).toBeGreaterThan(0);
    }
  });
});

describe('no reply fills the memory', () => {
  test('as it is sent', async () => {
    const { standIn, pbx } = await underTest({ limits: { bytes: 1_000 } });
    standIn.fault('*', { kind: 'refuse', msg: 'x'.repeat(1_000) });
    expect(await pbx.check(new Date())).toMatchObject({
      failure: { code: 'too-large', details: 'more than 1000 bytes' },
    });
  });

  test('as it is unpacked', async () => {
    const { standIn, pbx } = await underTest({ limits: { bytes: 30_000 } });
    const [row] = standIn.rows;
    if (!row) throw new Error('the samples have a first row');
    standIn.rows.splice(0, standIn.rows.length, ...Array.from({ length: 1_000 }, () => row));
    standIn.fault('*', { kind: 'gzip' });
    const window = { numRecords: 1_000, startTime: '2000-01-01 00:00:00', endTime: '2100-01-01 00:00:00' };
    expect(await pbx.cdr(window, gather)).toMatchObject({ failure: { code: 'too-large' } });
  });
});
