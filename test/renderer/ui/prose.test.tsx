// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { th } from '../../../app/words/th.ts';
import { Prose } from '../../../renderer/ui/prose.tsx';

/** What a line is not parted within, in a text. */
function wholeIn(text: string): (string | null)[] {
  const place = document.createElement('p');
  render(<Prose text={text} />, place);
  expect(place.textContent).toBe(text);
  return [...place.querySelectorAll('.whole')].map((one) => one.textContent);
}

test.each([
  [th.failure['no-reply']['sign-in'].todo, ['อีกครั้ง', 'ยังเป็นเช่นเดิม', 'ตรวจสอบ', 'ที่อยู่', 'หรือถามฝ่ายไอที']],
  [th.failure['certificate-expired']['sign-in'].todo, ['เครื่องนี้', 'ถูกต้อง', 'ถูกต้อง', 'กรุณาแจ้งฝ่ายไอที']],
  [th.failure['proxy-no-way'].dial.what, ['พร็อกซี', 'เครือข่าย', 'เชื่อมต่อ', 'ไม่ได้']],
  [th.failure['set-up-no-keychain'].what, ['รหัสผ่าน', 'ไม่ได้', 'จึงลงชื่อเข้าใช้', 'ครั้งนี้']],
  [th.proxyPassword.asks('proxy.example.com:3128'), ['พร็อกซี', 'เครือข่าย', 'proxy.example.com:3128']],
  [th.failure['phone-not-connected']('101').todo, ['เสียบสายอยู่']],
  [th.managed.problem.proxy, ['พร็อกซี', 'ฝ่ายไอที', 'ไม่ได้', 'ไม่ผ่านพร็อกซี', 'กรุณาแจ้งฝ่ายไอที']],
  ['ask IT for the file calls.json.broken-20261128.', ['ask IT', 'calls.json.broken-20261128']],
  ['Call +66 81 234 5678, or ask IT.', ['+66 81 234 5678', 'ask IT']],
  [th.calls.since('วันอาทิตย์ที่ 15 พฤศจิกายน'), ['15 พฤศจิกายน']],
  [th.calls.asOf('เมื่อวาน 12:32'), ['ข้อมูลล่าสุด:', 'เมื่อวาน']],
  // As long as a line: it has to be parted somewhere.
  [`${'a'.repeat(40)}.example.com:3128`, []],
])('a line is not parted within the words of %j', (text, whole) => {
  expect(wholeIn(text)).toEqual(whole);
});
