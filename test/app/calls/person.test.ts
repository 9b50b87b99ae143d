import { describe, expect, it } from 'vitest';
import type { KnownPerson } from '../../../app/calls/known-person.ts';
import { personOf, personView } from '../../../app/calls/person.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { holdersMeant } from '../../../app/contacts/names.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { endOf } from '../../../app/numbers/end-of.ts';
import { callRows, shownTo } from '../cdr/rows-of.ts';

const numbers = createNumbers(() => defaults);
const keyOf = (number: string) => numbers.read(number)?.key ?? number;

const wipha: KnownPerson = {
  name: 'วิภา สมใจ',
  company: 'Siam Trading',
  numbers: [
    { number: '+66 81 234 5678', label: 'mobile' },
    { number: '02-123-4567', label: 'work' },
    { number: '103', label: '' },
  ],
};
const somchai: KnownPerson = { name: 'สมชาย', company: '', numbers: [{ number: '02 123 4567', label: '' }] };
const firm: KnownPerson = {
  name: '',
  company: 'Baan Coffee',
  numbers: [{ number: '02 555 0000', label: '' }],
};

const holders =
  (...people: readonly KnownPerson[]) =>
  (number: string, name?: string) =>
    holdersMeant(
      people.filter((one) => one.numbers.some((own) => keyOf(own.number) === keyOf(number))),
      [],
      name,
    );
const among = (...people: readonly KnownPerson[]) => ({
  holdersOf: holders(...people),
  keyOf,
  endOf,
  sentFor: (number: string) => numbers.read(number)?.send ?? number,
});

const from = (at: number, src: string, cnam = '') =>
  callRows(
    { src, cnam, dst: '101', did: '02', channel: 'PJSIP/trunk-0a', dstchannel: 'PJSIP/101-0b' },
    { at: String(at) },
  );
const to = (at: number, dst: string) =>
  callRows(
    { src: '021110000', cnum: '101', dst, channel: 'PJSIP/101-0a', dstchannel: 'PJSIP/trunk-0b' },
    { at: String(at) },
  );
const party = (number: string | null) => ({ party: { number, name: null }, direction: 'incoming' }) as Call;

describe("a person's page", () => {
  it.each([
    ['0812345678', true],
    ['66812345678', true],
    ['+66812345678', true],
    ['0066812345678', true],
    ['021234567', true],
    ['6621234567', true],
    ['103', true],
    ['0812345679', false],
    ['5678', false],
    ['1103', false],
    ['anonymous', false],
    [null, false],
  ])('counts a call with %s as theirs: %s, by whichever of their numbers it was opened', (number, theirs) => {
    for (const opened of ['0812345678', '+6621234567', '103'])
      expect(personOf({ number: opened }, among(wipha)).has(party(number))).toBe(theirs);
  });

  it('of a number that people share has that number alone, and all who have it', () => {
    const shared = personOf({ number: '021234567' }, among(wipha, somchai));
    expect(shared.name).toBe('วิภา สมใจ / สมชาย');
    expect(shared.has(party('6621234567'))).toBe(true);
    expect(shared).toMatchObject({ isOne: false });
    expect(shared.has(party('0812345678'))).toBe(false);
    // Of whom the person chose it is their page, wherever it was opened.
    const chosen = personOf({ number: '021234567', name: 'วิภา สมใจ' }, among(wipha, somchai));
    expect(chosen).toMatchObject({ name: 'วิภา สมใจ', isOne: true });
    expect(chosen.has(party('0812345678'))).toBe(true);
    const gone = personOf({ number: '021234567', name: 'Nok' }, among(wipha, somchai));
    expect(gone).toMatchObject({ name: shared.name, isOne: false });
    expect(personOf({ number: '0812345678' }, among(wipha, somchai)).has(party('021234567'))).toBe(true);
  });

  it('of a firm says its name once, and of a stranger what the PBX calls them', () => {
    expect(personOf({ number: '025550000' }, among(firm))).toMatchObject({
      name: 'Baan Coffee',
      company: '',
    });
    const stranger = personOf({ number: '0899999999' }, among(wipha));
    const calls = shownTo('101', [...from(2, '0899999999', 'Nok'), ...from(1, '66899999999')].flat());
    expect(calls.filter(stranger.has)).toHaveLength(2);
    const shown = { numberOf: (number: string) => ({ display: number, callable: number }), skew: 0, keyOf };
    const view = personView(stranger, calls, { ...shown, nameOf: (call) => call.party.name });
    expect(view).toMatchObject({ name: 'Nok', calls: 2 });
  });

  it('says how often and when last, by the clock of this computer', () => {
    const calls = shownTo('101', [
      ...from(60, '0812345678'),
      ...to(120, '021234567'),
      ...from(180, '0899999999'),
    ]);
    const person = personOf({ number: '103' }, among(wipha));
    const theirs = calls.filter(person.has);
    const view = personView(person, theirs, {
      numberOf: (number) => ({ display: `<${number}>`, callable: number }),
      nameOf: () => null,
      skew: 5_000,
      keyOf,
    });
    expect(theirs).toHaveLength(2);
    expect(view.last).toBe((theirs[0]?.start ?? 0) - 5_000);
    expect(view.missed + view.answered).toBeLessThanOrEqual(view.calls);
    // Who is on the page by one number is not called by another as if that one had called.
    expect(view.numbers.map(({ display, label, from }) => [display, label, from])).toEqual([
      ['<+66 81 234 5678>', 'mobile', 'call-back'],
      ['<02-123-4567>', 'work', 'call-back'],
      ['<103>', '', 'contact'],
    ]);
    expect(
      personView(person, [], {
        numberOf: () => ({ display: '', callable: null }),
        nameOf: () => null,
        skew: 0,
        keyOf,
      }),
    ).toMatchObject({
      calls: 0,
      last: null,
      name: 'วิภา สมใจ',
    });
  });

  it('calls no code that a stranger chose as their number', () => {
    const calls = shownTo('101', from(1, '*43'));
    const person = personOf({ number: '*43', presented: true }, among());
    const view = personView(person, calls.filter(person.has), {
      numberOf: (number) => ({ display: number, callable: number }),
      nameOf: () => null,
      skew: 0,
      keyOf,
    });
    expect(view.numbers).toEqual([{ display: '*43', callable: null, from: 'call-back', label: '' }]);
  });
});
