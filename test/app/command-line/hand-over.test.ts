import { expect, it } from 'vitest';
import { pack, unpack } from '../../../app/command-line/hand-over.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

it('any text arrives as it was written, and travels as letters and digits alone', () => {
  const text = fc.string({ unit: anyCharacter, maxLength: 100 });
  fc.assert(
    fc.property(text, fc.boolean(), (number, ask) => {
      const handed = { command: { kind: 'dial', number, ask }, answerAt: null } as const;
      const message = pack(handed);
      expect(message.handed).toMatch(/^[\w-]+$/);
      expect(unpack(message)).toEqual(handed);
    }),
  );
});

it.each([
  undefined,
  null,
  'x',
  {},
  { handed: 1 },
  { handed: '' },
  { handed: '%%%' },
  { command: { kind: 'start' }, answerAt: null },
  { handed: Buffer.from('{"command":{"kind":"start"}}').toString('base64url') },
  { handed: Buffer.from('{"command":{"kind":"shell"},"answerAt":null}').toString('base64url') },
  { handed: Buffer.from('{"command":{"kind":"start"},"answerAt":"/etc/passwd"}').toString('base64url') },
])('%j says nothing that is known, and is not believed', (message) => {
  expect(unpack(message)).toBeNull();
});
