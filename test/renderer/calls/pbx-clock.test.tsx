import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import { PbxClock } from '../../../renderer/screens/calls/pbx-clock.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';

const place = process.env.TZ;
afterEach(() => {
  vi.unstubAllEnvs();
  if (place === undefined) delete process.env.TZ;
  else process.env.TZ = place;
});

const hour = 3_600_000;

function said(words: typeof en, here: string, pbxZone: string, skew: number): string {
  process.env.TZ = here;
  const box = document.createElement('div');
  const unused = () => undefined;
  render(
    <SurroundingsContext.Provider
      value={{ words, pbxZone, version: '', lookAtCertificate: unused, askProxyPassword: unused }}
    >
      <PbxClock skew={skew} now={Date.UTC(2026, 6, 1, 12)} />
    </SurroundingsContext.Provider>,
    box,
  );
  return box.textContent ?? '';
}

test.each([
  ['Asia/Bangkok', 'Asia/Bangkok', 0, ''],
  ['Asia/Vientiane', 'Asia/Bangkok', 59_000, ''],
  ['UTC', 'Asia/Bangkok', 0, "Times are in the PBX's time zone, 7 h ahead of yours. Reminders go by yours."],
  [
    'Asia/Kathmandu',
    'Europe/Berlin',
    0,
    "Times are in the PBX's time zone, 3 h 45 min behind yours. Reminders go by yours.",
  ],
  ['Asia/Bangkok', 'Asia/Bangkok', 3 * hour, "The PBX's clock is 3 h ahead; here it is put right."],
  ['Asia/Bangkok', 'Asia/Bangkok', -49 * hour, "The PBX's clock is 2 days 1 h behind; here it is put right."],
])('somebody in %s, with a PBX in %s that is %i ms off, is told so', (here, pbx, skew, text) => {
  expect(said(en, here, pbx, skew)).toBe(text);
});

test('in Thai too', () => {
  expect(said(th, 'Asia/Tokyo', 'Asia/Bangkok', 3 * hour)).toBe(
    'เวลาตามเขตเวลาของระบบโทรศัพท์ ช้ากว่าเครื่องนี้ 2 ชม. การเตือนใช้เวลาของเครื่องนี้ นาฬิกาของระบบโทรศัพท์เร็วไป 3 ชม. เวลาที่แสดงแก้ให้แล้ว',
  );
});
