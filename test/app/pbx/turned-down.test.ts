import { describe, expect, test } from 'vitest';
import { type PhoneTrouble, phoneTroubleIn, saysWrongKey } from '../../../app/pbx/turned-down.ts';
import { underTest } from './pbx-under-test.ts';

const tel = '0812345678';
const desk = { tel, extension: '101', agentId: null };
const agent = { tel, extension: '101', agentId: '2001' };

const about: Readonly<Record<Exclude<PhoneTrouble, 'agent-logged-out'>, readonly string[]>> = {
  'phone-not-connected': [
    'Extension 101 is not registered',
    'Extension 101 not registered',
    'EXTENSION 101 IS NOT REGISTERED!',
    'Extension is not registered',
    "Extension 101 isn't registered",
    'Extension 101 is not registered on the PBX',
    'SIP/101 is not registered in Asterisk',
    'not registered',
    'unregistered',
    'Peer 101 is UNREACHABLE',
    'UNREACHABLE',
    'Endpoint 101 unreachable',
    'Extension 101 is unavailable',
    'Extension not reachable',
    'Extension 101 is offline',
    'Your phone is off-line',
    'Device is not connected',
    'PJSIP/101: no contacts',
    'No registered contacts for 101',
    'Phone is not available',
    "Unable to create channel of type 'PJSIP' (cause 20 - Subscriber absent)",
    'Originate failed: 101 unreachable',
    'เบอร์ภายใน 101 ไม่ได้ลงทะเบียน',
    'เบอร์ ๑๐๑ ไม่ได้ลงทะเบียนกับระบบ',
    'เบอร์ภายในออฟไลน์',
    'โทรศัพท์ไม่ได้เชื่อมต่อ',
    'ติดต่อเครื่อง 101 ไม่ได้',
  ],
  'phone-busy': [
    'Extension 101 is busy',
    'Extension is busy',
    'Extension busy',
    'User busy',
    'BUSY',
    'PJSIP/101 is in use',
    'Device state: 101 INUSE',
    '101 is on another call',
    'Your phone is on a call',
    'เบอร์ภายใน 101 สายไม่ว่าง',
    'โทรศัพท์ของคุณไม่ว่าง',
  ],
  'phone-unknown': [
    'Extension 101 not found',
    'Extension 101 does not exist',
    'Unknown extension 101',
    'Invalid extension: 101',
    'No such extension 101',
    'ไม่พบเบอร์ภายใน 101',
  ],
};

describe.each(Object.entries(about))('%s', (trouble, messages) => {
  test.each(messages)('%j', (message) => expect(phoneTroubleIn(message, desk)).toBe(trouble));
});

test.each([
  'Agent 2001 is not logged in',
  'Agent not logged on',
  'agent logged out',
  'Agent is not in any queue',
  'เอเจนต์ยังไม่ล็อกอิน',
])('%j is about an agent who has yet to log in', (message) => {
  expect(phoneTroubleIn(message, agent)).toBe('agent-logged-out');
  expect(phoneTroubleIn(message, desk)).toBeNull();
});

test.each([
  '',
  'No',
  'Extension is <b>',
  'No such extension',
  'Extension not found',
  'ไม่พบเบอร์ภายใน',
  'Number not allowed',
  'You may not call abroad',
  'Extension 101 may not call 0812345678',
  '0812345678 is busy',
  'Number 0812345678 is unreachable',
  'Destination unreachable',
  'The called party is busy',
  'Callee is not registered',
  'Trunk is not registered',
  'SIP trunk unreachable',
  'Gateway offline',
  'All circuits are busy now',
  'System busy, try again later',
  'Server is busy',
  'Service unavailable',
  'Database offline',
  'Could not connect to Asterisk: not connected',
  'AMI is not reachable',
  'Extension 1011 is busy with trunk 9',
  'ปลายทางไม่ว่าง',
  'คู่สายไม่ว่าง',
])('%j is not about the phone that rings first', (message) => {
  expect(phoneTroubleIn(message, desk)).toBeNull();
});

test.each([
  'Invalid API key or secret',
  'Invalid token',
  'invalid_token',
  'Wrong key',
  'Token missing',
  'Token is required',
  'Missing token',
  'API key not found',
  'The API key is not valid',
  'API secret does not match',
  'Your token has expired',
  'Bad credentials',
  'Unauthorized',
  'unauthorised access',
  'Authentication failed',
  'คีย์ API ไม่ถูกต้อง',
  'ไม่พบคีย์',
  'โทเค็นหมดอายุ',
  'ยืนยันตัวตนไม่สำเร็จ',
])('%j is about the key', (message) => expect(saysWrongKey(message)).toBe(true));

test.each([
  'No such extension',
  'Invalid number',
  'Missing parameter tel',
  'Invalid extension 101',
  'No permission to view records',
  "Access denied for user 'asterisk'@'localhost' to database: bad token",
  'AMI authentication failed',
  'Trunk authentication failed',
  'Recording file not found',
  'No records found',
  'ไม่มีสิทธิ์',
  'ไม่พบเบอร์ภายใน',
])('%j is not', (message) => expect(saysWrongKey(message)).toBe(false));

describe('a PBX that turns a call down', () => {
  test.each([
    [null, 'Extension 101 is not registered', { code: 'phone-not-connected', phone: '101' }],
    [null, 'Extension 101 is busy', { code: 'phone-busy', phone: '101' }],
    [null, 'Invalid API key', { code: 'unauthorised' }],
    [null, 'Number not allowed', { code: 'refused' }],
    ['2001', 'Agent is not logged in', { code: 'agent-logged-out', phone: '2001' }],
    ['2001', 'Endpoint unreachable', { code: 'phone-not-connected' }],
  ] as const)('for agent %j with %j is told of as what it is', async (agentId, msg, failure) => {
    const { standIn, pbx } = await underTest({ account: { agentId } });
    standIn.fault('*', { kind: 'refuse', msg });
    const reply = await pbx.dial({ tel });
    expect(reply).toMatchObject({ ok: false, failure: { ...failure, message: msg } });
    expect(standIn.received).toHaveLength(1);
  });

  test('by a page of a firewall has not answered: the call may have gone through', async () => {
    const { standIn, pbx } = await underTest();
    standIn.fault('*', { kind: 'status', status: 403 });
    expect(await pbx.dial({ tel })).toMatchObject({
      failure: { code: 'unknown-outcome', cause: 'forbidden' },
    });
    standIn.fault('*', { kind: 'status', status: 403, body: '{"success":false,"msg":"Wrong key"}' });
    expect(await pbx.dial({ tel })).toMatchObject({
      failure: { code: 'unauthorised', message: 'Wrong key' },
    });
  });
});
