import { expect, it } from 'vitest';
import { tidyName, tidyNote } from '../../../app/contacts/tidy.ts';
import { tidyColleague } from '../../../app/directory/tidy.ts';

const kinds = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f/u;
const joiners = ['\u200c', '\u200d'];
/** All that Unicode has of what nobody sees, turns the writing around, or begins a line. */
const unseen = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
  (sign) => kinds.test(sign) && !joiners.includes(sign),
);

it('no sign that nobody sees stays in a name, a note or what the directory says', () => {
  expect(unseen.length).toBeGreaterThan(2_000);
  for (const sign of unseen) {
    const told = JSON.stringify(sign);
    expect(['Ploy', 'Pl oy'], told).toContain(tidyName(`Pl${sign}oy`));
    expect(tidyName(`${sign}${sign}`), told).toBe('');
    expect(['Ploy', 'Pl oy', 'Pl\noy'], told).toContain(tidyNote(`Pl${sign}oy`));
    const colleague = { names: [`Pl${sign}oy`], company: sign, numbers: [{ number: '101', label: sign }] };
    const found = tidyColleague(colleague, 'TH');
    expect(['Ploy', 'Pl oy'], told).toContain(found?.name);
    expect(found, told).toMatchObject({ company: '', numbers: [{ number: '101', label: '' }] });
  }
});

it('the two joiners stay, with which Persian words and emoji are written', () => {
  for (const name of ['می\u200cخواهم', '👩\u200d🔧 Fixit']) expect(tidyName(name)).toBe(name);
});
