import { describe, expect, it } from 'vitest';
import { coolDown, longestCall } from '../../../app/dialing/again.ts';
import { armingTimeAgain } from '../../../app/dialing/dialler.ts';
import { fc } from '../../support/property.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { desk, placed, refused, unknown, wish } from './desk.ts';

const outcomes = { placed, refused, unknown } as const;
const asksFor = { placed: coolDown.known, refused: 0, unknown: coolDown.unknown } as const;
const says = { placed: 'again', unknown: 'again-unknown', refused: null } as const;

describe('the same number again', () => {
  it('asks for some seconds from when the outcome was known, however long that took and whatever is done to the clock', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('placed' as const, 'refused' as const, 'unknown' as const),
        fc.nat(longestCall),
        fc.nat(2 * coolDown.unknown),
        fc.integer({ min: -50_000_000, max: 50_000_000 }),
        fc.constantFrom('0812345678', '66812345678'),
        async (outcome, took, later, clock, spelling) => {
          const at = desk();
          const calling = at.dialler.call(wish('0812345678', 'pad'));
          at.wait(took);
          at.answer(outcomes[outcome]);
          await calling;
          at.setClock(clock);
          at.wait(later);
          void at.dialler.call(wish(spelling, 'pad'));
          const state = at.dialler.state();
          if (later < asksFor[outcome]) {
            expect(state).toMatchObject({ kind: 'asking', numbers: [{ reasons: [says[outcome]] }] });
          } else expect(state.kind).toBe('calling');
        },
      ),
    );
  });

  it('does not ask for another number, and what was called between does not make it forget', async () => {
    const at = desk();
    await at.place('081', placed);
    await at.place('082', placed);
    await at.place('083', refused);
    expect(await at.dialler.call(wish('081', 'redial'))).toMatchObject({ value: { kind: 'asking' } });
    expect(at.sent).toEqual(['081', '082', '083']);
  });

  it('asks after a restart too, where the program ended at once or while it was calling, and not for long', async () => {
    for (const ended of [placed, unknown, null]) {
      const folder = temporaryFolder();
      const before = desk(folder);
      void before.dialler.call(wish('081', 'pad'));
      if (ended !== null) before.answer(ended);
      await Promise.resolve();
      await Promise.resolve();
      const at = desk(folder);
      at.wait(longestCall);
      expect(await at.dialler.call(wish('081', 'pad'))).toMatchObject({
        value: { kind: 'asking', numbers: [{ reasons: [ended === placed ? 'again' : 'again-unknown'] }] },
      });
      at.dialler.cancel(at.asked().question);
      at.wait(coolDown.unknown);
      void at.dialler.call(wish('081', 'pad'));
      expect(at.dialler.state().kind).toBe('calling');
    }
  });

  it('is one call however often and however fast Enter is pressed, and a second one only after a pause', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: armingTimeAgain - 1 }), { maxLength: 12 }),
        async (pauses) => {
          const at = desk();
          await at.place('081', placed);
          await at.dialler.call(wish('081', 'pad'));
          let waited = 0;
          for (const pause of pauses) {
            if (waited + pause >= armingTimeAgain) break;
            waited += pause;
            at.wait(pause);
            // What a page says that does not keep to it; the question stands.
            expect(await at.dialler.confirm(at.asked().question, 0)).toMatchObject({
              value: { kind: 'asking' },
            });
          }
          expect(at.sent).toHaveLength(1);
          void at.yes();
          expect(at.sent).toHaveLength(2);
        },
      ),
    );
  });
});
