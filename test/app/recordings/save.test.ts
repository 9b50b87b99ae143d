import { expect, test } from 'vitest';
import { onListClock, recordingFileName } from '../../../app/recordings/save.ts';
import { openZone } from '../../../app/util/zone.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

const call = { startedAt: '2026-11-23 13:36:05', direction: 'Outgoing', number: '+66812340006', name: 'วิภา' };

test('a saved recording is named by day, time, direction and number', () => {
  expect(recordingFileName(call, 'wav')).toBe('2026-11-23 13.36.05 Outgoing +66812340006.wav');
});

test.each([
  ["the PBX's", '2026-11-23 23:36:05', 0, '2026-11-23 23:36:05'],
  ['a clock that runs a minute ahead', '2026-11-23 13:36:05', 60_000, '2026-11-23 13:35:05'],
  ['what is no time', 'yesterday', 60_000, 'yesterday'],
])('its time is that of the list: %s', (_what, calldate, skew, shown) => {
  expect(onListClock(calldate, openZone('Asia/Bangkok'), skew)).toBe(shown);
});

test.each([
  ['{number} {date}', '+66812340006 2026-11-23.wav'],
  ['{name}, {time}', 'วิภา, 13.36.05.wav'],
  ['Call/{date}/{number}', 'Call-2026-11-23-+66812340006.wav'],
  ['{constructor} {Name} {}', '{constructor} {Name} {}.wav'],
])('a pattern makes another name: %s', (pattern, name) => {
  expect(recordingFileName(call, 'wav', pattern)).toBe(name);
});

test('somebody whose number is withheld is told by their name, if they have one', () => {
  expect(recordingFileName({ ...call, number: '' }, 'wav')).toBe('2026-11-23 13.36.05 Outgoing วิภา.wav');
  expect(recordingFileName({ ...call, number: '', name: '' }, 'wav')).toBe(
    '2026-11-23 13.36.05 Outgoing.wav',
  );
});

test.each([
  ['separators', { number: '../../etc/passwd' }, '2026-11-23 13.36.05 Outgoing ..-..-etc-passwd.wav'],
  [
    'what Windows forbids',
    { number: 'a<b>c:d"e|f?g*h\\i' },
    '2026-11-23 13.36.05 Outgoing a-b-c-d-e-f-g-h-i.wav',
  ],
  ['a turned writing direction', { number: 'a\u202Evaw.exe' }, '2026-11-23 13.36.05 Outgoing avaw.exe.wav'],
  ['line ends and zeros', { number: 'a\r\n\0b' }, '2026-11-23 13.36.05 Outgoing ab.wav'],
  ['dots and blanks at the end', { number: 'x. . ' }, '2026-11-23 13.36.05 Outgoing x.wav'],
  ['a device of Windows', { startedAt: '', direction: 'con', number: '', name: '' }, 'Recording con.wav'],
  ['nothing at all', { startedAt: '', direction: '', number: '', name: '' }, 'Recording.wav'],
])('%s cannot make the name another one', (_what, changed, expected) => {
  expect(recordingFileName({ ...call, ...changed }, 'wav')).toBe(expected);
});

test('a long Thai name fits every file system and is cut between letters, not inside one', () => {
  const name = recordingFileName({ ...call, direction: 'โทรออก', number: 'กี่'.repeat(100) }, 'wav');
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(143);
  expect(name).toMatch(/กี่\.wav$/);
});

test('whatever the PBX sends, the name is short, whole and of this folder', () => {
  const anything = fc.string({ unit: anyCharacter, maxLength: 300 });
  fc.assert(
    fc.property(anything, anything, anything, anything, (startedAt, direction, number, extension) => {
      const call = { startedAt, direction, number, name: direction };
      const name = recordingFileName(call, extension, `${number}{name}{number}{date}`);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(120);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(143);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[. ]|[. ]$/u);
    }),
  );
});
