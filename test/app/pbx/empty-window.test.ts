import { describe, expect, test } from 'vitest';
import { saysNoRecords } from '../../../app/pbx/empty-window.ts';
import { gather, underTest } from './pbx-under-test.ts';

const none = [
  'No records found',
  'No records found.',
  'NO RECORDS FOUND!',
  'no_records_found',
  'NoRecordsFound',
  'No record found',
  'No CDR records found',
  'No call records found',
  'No calls found',
  'No data',
  'No data found',
  'No data available',
  'No data to display',
  'No results',
  'No matching records found',
  'No records match your search',
  'No such records',
  'Records not found',
  'Record not found',
  'CDR not found',
  'Data not found',
  'Call history was not found',
  'The records could not be found',
  'Nothing found',
  'Nothing was found for this period',
  '0 records found',
  '0 rows returned',
  'Zero results',
  'Empty result',
  'Empty result set',
  'Query returned no rows',
  'There are no records',
  'There are no calls in the given time range',
  'Did not find any records',
  "Couldn't find any records",
  'Sorry, no records were found',
  'Error: No records found',
  'Error 404: no records found',
  '[404] No records found',
  'No records found for the selected period',
  'No records found between 2026-11-23 00:00:00 and 2026-11-23 23:59:59',
  'ไม่พบข้อมูล',
  'ไม่พบข้อมูล.',
  'ไม่มีข้อมูล',
  'ไม่พบรายการ',
  'ไม่พบรายการโทร',
  'ไม่มีรายการโทรในช่วงเวลานี้',
  'ไม่พบข้อมูลการโทร',
  'ไม่พบประวัติการโทร',
  'ไม่พบบันทึกการโทรในช่วงเวลาที่เลือก',
  'ขออภัย ไม่พบข้อมูลที่ค้นหา',
  'ยังไม่มีข้อมูลการโทร',
  'ไม่พบข้อมูล CDR',
  'ไม่พบข้อมูลในช่วงวันที่ 23/11/2569 - 24/11/2569',
  'ไม่พบข้อมูลในช่วงวันที่ ๒๓/๑๑/๒๕๖๙',
];

/** What is no such thing, however much it looks like it. */
const failures = [
  '',
  'Not found',
  '404 Not Found',
  'Endpoint not found',
  'Action not found',
  'Unknown action cdrapi',
  'Page not found',
  'File not found',
  'Record table not found',
  'No such table: cdr',
  "Table 'asteriskcdrdb.cdr' doesn't exist",
  'No database connection',
  'No data source',
  'No data connection',
  'Could not fetch records',
  'Records could not be read',
  'Records are not available',
  'CDR not available',
  'CDR does not exist',
  'No right to see calls',
  'No permission',
  'No permission to view records',
  'No records permission',
  'No access to records',
  'No records allowed for this key',
  'No records found for this API key',
  'No records found: invalid token',
  'No data received',
  'No time range given',
  'No date range specified for records',
  'No user records found',
  'No records found because the database is down',
  'Invalid API key or secret',
  'API key not found',
  'Token not found',
  'User not found',
  'Extension not found',
  'License expired: no records',
  'Parameters numRecords, startTime, endTime are required',
  'success',
  'ไม่มีสิทธิ์',
  'ไม่มีสิทธิ์ดูข้อมูลการโทร',
  'ไม่พบข้อมูลผู้ใช้',
  'ไม่พบข้อมูลคีย์ API',
  'ไม่พบ API key',
  'ไม่พบหน้าที่ต้องการ',
  'ไม่พบ',
  'ไม่พบฐานข้อมูล',
  'ไม่มีการเชื่อมต่อฐานข้อมูล',
  'ไม่พบตารางข้อมูล',
  'ไม่มีข้อมูลการเข้าสู่ระบบ',
  'อ่านข้อมูลการโทรไม่ได้',
];

test.each(none)('%j says that a window has no calls', (msg) => expect(saysNoRecords(msg)).toBe(true));

test.each(failures)('%j does not', (msg) => expect(saysNoRecords(msg)).toBe(false));

const window = { numRecords: 1_000, startTime: '2026-01-01 00:00:00', endTime: '2026-12-31 23:59:59' };

describe.each([200, 404, 400])('with status %i', (status) => {
  const saying = async (msg: string) => {
    const { standIn, pbx } = await underTest();
    const body = JSON.stringify({ success: false, msg });
    standIn.fault('cdrapi', { kind: 'status', status, body });
    return pbx;
  };

  test.each(['No records found', 'ไม่พบข้อมูลการโทร'])(
    '%j is a window without calls, and at sign-in proves the account',
    async (msg) => {
      const pbx = await saying(msg);
      expect(await pbx.cdr(window, gather)).toMatchObject({ ok: true, value: { rows: { all: [] } } });
      expect(await pbx.check(new Date())).toEqual({ ok: true, value: null });
    },
  );

  test.each([
    ['Invalid API key', 'unauthorised'],
    ['No permission to view records', 'refused'],
    ['Endpoint not found', 'refused'],
    ['Something else', 'refused'],
    ['', 'refused'],
  ])('%j is a failure', async (message, code) => {
    const pbx = await saying(message);
    const failure = message === '' ? { code } : { code, message };
    expect(await pbx.cdr(window, gather)).toMatchObject({ ok: false, failure });
    expect(await pbx.check(new Date())).toMatchObject({ ok: false, failure });
  });
});

test.each([401, 403, 500, 503])('under %i nothing passes for a window without calls', async (status) => {
  const { standIn, pbx } = await underTest();
  const body = JSON.stringify({ success: false, msg: 'No records found' });
  standIn.fault('cdrapi', { kind: 'status', status, body });
  expect(await pbx.cdr(window, gather)).toMatchObject({ ok: false });
  expect(await pbx.check(new Date())).toMatchObject({ ok: false });
});
