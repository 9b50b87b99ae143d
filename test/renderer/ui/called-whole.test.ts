import { expect, it } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { calledWhole } from '../../../renderer/ui/called-whole.ts';

it('a number beside a name is not parted where the line ends', () => {
  const who = { display: '081 234 5678', extension: '12' };
  expect(calledWhole(who, en)).toBe('081 234 5678 ext. 12');
  expect(calledWhole({ ...who, name: 'Ann Lee' }, en)).toBe(
    'Ann Lee\u00a0· 081\u00a0234\u00a05678\u00a0ext.\u00a012',
  );
});

it.each([
  'Wolfeschlegelsteinhausenbergerdorff Maximilian von Habsburg',
  'บริษัท รักษาความปลอดภัย กรุงเทพและปริมณฑลจำกัด (มหาชน) สำนักงานใหญ่',
  'ห้างหุ้นส่วนจำกัดเจริญรุ่งเรืองการค้าระหว่างประเทศและเพื่อน',
])(
  'a name that is too long for a sentence, %s, gives way before its number, and its last letter is whole',
  (name) => {
    const said = calledWhole({ display: '081 234 5678', name }, en);
    const [shown = ''] = said.split('…');
    expect(said).toMatch(/…\u00a0· 081\u00a0234\u00a05678$/);
    expect(name.startsWith(shown)).toBe(true);
    expect(name.slice(shown.length)).not.toMatch(/^\p{M}/u);
    expect(shown).not.toMatch(/[เแโใไ]$/);
    expect(shown.length).toBeGreaterThan(20);
  },
);
