import { describe, expect, it } from 'vitest';
import { plainNotice } from '../../../app/notices/notices.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

describe('a notification', () => {
  it('shows markup of a PBX as text', () => {
    expect(plainNotice({ title: 't', body: '<b>Hi</b> & <a href="x">y</a>' }, true).body).toBe(
      '&lt;b&gt;Hi&lt;/b&gt; &amp; &lt;a href="x"&gt;y&lt;/a&gt;',
    );
    expect(plainNotice({ title: 't', body: 'a < b' }, false).body).toBe('a < b');
  });

  it.each(['--icon=/etc/passwd', '-u critical', '\n--hint=x', ' -t 1'])(
    'never reads as an option: %j',
    (text) => {
      const { title, body } = plainNotice({ title: text, body: text }, true);
      expect(title).not.toMatch(/^\s*-/);
      expect(body).not.toMatch(/^\s*-/);
      expect(body).toContain(text.trim().slice(0, 3));
    },
  );

  it('is one bounded line, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 2_000 }), (text) => {
        const { title, body } = plainNotice({ title: text, body: text }, false);
        expect(body).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect([...title].length).toBeLessThanOrEqual(81);
        expect([...body].length).toBeLessThanOrEqual(241);
        expect(title).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('does not cut a character in two', () => {
    expect(plainNotice({ title: '😀'.repeat(200), body: '' }, false).title).toBe('😀'.repeat(80));
  });
});
